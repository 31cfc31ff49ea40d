"""Imports run one way along the line of the product, and never back."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MAY_IMPORT = {
    "common": set(),
    "scenarios": {"common"},
    "assets": {"common", "scenarios"},
    "sim": {"common", "scenarios", "assets"},
    "scoring": {"common", "scenarios", "sim"},
    "kiosk": {"common", "scenarios", "assets", "sim", "scoring"},
    "ledger": {"common"},
    "monitoring": {"common"},
    "qianche": {"common", "scenarios", "assets", "sim", "scoring", "kiosk", "ledger", "monitoring"},
}


def imported_packages(module: Path) -> set[str]:
    """The first names of everything that ``module`` imports, wherever in it."""
    found = set()
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: relative imports hide which way they run"
            found.add(node.module.split(".")[0])
    return found


@pytest.mark.parametrize("package", MAY_IMPORT)
def test_imports_run_one_way(package: str) -> None:
    modules = sorted((ROOT / package).rglob("*.py"))
    assert modules, f"{package} holds no module"
    ours = set(MAY_IMPORT)
    for module in modules:
        wrong = (imported_packages(module) & ours) - MAY_IMPORT[package] - {package}
        assert not wrong, f"{module.relative_to(ROOT)} imports {wrong}"
