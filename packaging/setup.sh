#!/bin/sh
# Sets the project up in .venv: Debian packages when they are missing (root only), then pinned wheels.
# Usage: packaging/setup.sh run|test      "test" adds what only the tests need.
set -eu
cd "$(dirname "$0")/.."
purpose=${1:?"say run or test"}
python=${PYTHON:-python3}

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    echo "需要 Python 3.11 或更高版本。 Python 3.11 or newer is needed." >&2
    exit 3
}

missing=""
need() { # package, then a test that succeeds when it is there
    package=$1
    shift
    "$@" >/dev/null 2>&1 || missing="$missing $package"
}
library() { ldconfig -p | grep -q "$1"; }
if command -v dpkg >/dev/null; then
    need python3-venv "$python" -c 'import ensurepip, venv'
    need libegl1 library libEGL.so.1
    need libgl1 library libGL.so.1
    need libgl1-mesa-dri test -e "/usr/lib/$(uname -m)-linux-gnu/dri/swrast_dri.so"
    need libegl-mesa0 library libEGL_mesa.so.0
    if [ "$purpose" = test ]; then
        need chromium command -v chromium
        need xvfb command -v Xvfb
        need fonts-noto-cjk sh -c "fc-list :lang=zh | grep -q ."
        # The tests' own OpenXR runtime is compiled on this machine.
        need gcc command -v cc
        need libc6-dev test -e /usr/include/stdio.h
    fi
fi
if [ -n "$missing" ]; then
    if [ "$(id -u)" -ne 0 ]; then
        echo "请先由管理员安装 / ask an administrator to install: apt-get install$missing" >&2
        exit 3
    fi
    echo "安装系统软件包 / installing Debian packages:$missing"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    # shellcheck disable=SC2086 - one word per package
    apt-get install -y -qq --no-install-recommends $missing >/dev/null
fi

[ -x .venv/bin/python ] || "$python" -m venv .venv
wanted=$(cat pyproject.toml constraints.txt packaging/setup.sh | sha256sum | cut -c1-16)-$purpose
stamp=.venv/qianche-setup
if ! grep -qx "$wanted" "$stamp" 2>/dev/null; then
    echo "安装 Python 软件包 / installing Python packages ..."
    extra=""
    [ "$purpose" = test ] && extra="[test]"
    # setuptools warns at length that editable folders come first on the path: they are meant to.
    PYTHONWARNINGS=ignore .venv/bin/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".$extra"
    echo "$wanted" >>"$stamp"
fi
