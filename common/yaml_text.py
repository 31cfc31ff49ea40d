"""Our own YAML files, read by the quicker of the two safe loaders there are."""

from __future__ import annotations

from typing import Any

import yaml

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # a PyYAML without libyaml has none in C


def read_yaml(content: str) -> Any:
    """The value of a YAML document of ours; no tags but the plain ones."""
    return yaml.load(content, Loader=_Loader)
