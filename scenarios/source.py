"""The YAML of a scenario, with the position of everything in it; what is wrong with it is a fault like any other."""

from __future__ import annotations

from common.located_yaml import MAX_BYTES, MAX_DEPTH, LocatedYaml, Position, YamlWrong, read_located
from scenarios.errors import ScenarioInvalid
from scenarios.faults import Fault, shown

__all__ = ["MAX_BYTES", "MAX_DEPTH", "Position", "Source", "read_source"]

Source = LocatedYaml


def read_source(raw: bytes, file: str) -> Source:
    """Parse the bytes of a scenario file named ``file`` in messages.

    Raises:
        ScenarioInvalid: the bytes are not the YAML we read, or break a limit, or hold nothing; one fault says where.
    """
    try:
        source = read_located(raw, file)
    except YamlWrong as wrong:
        found = shown(wrong.found)
        fault = Fault(wrong.code, wrong.kind, file, *wrong.position, wrong.loc, expected=wrong.expected, found=found)
        raise ScenarioInvalid(file, [fault]) from wrong
    if source.empty:
        raise ScenarioInvalid(file, [Fault("empty_file", "syntax", file, 1, 1)])
    return source
