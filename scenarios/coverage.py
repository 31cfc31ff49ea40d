"""What the bank covers, as a page: scenario by industry, accident type and hazard class, and what is left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

from common.markdown import table
from common.text import text
from scenarios.model import Scenario
from scenarios.registry import Label, registry

Rows = list[list[str]]


def coverage_page(scenarios: Iterable[Scenario]) -> str:
    """The page in Markdown, Chinese with English beside it."""
    known = registry()
    industries = list(known.industries)
    bank = sorted(scenarios, key=lambda it: (industries.index(it.industry), it.id))
    parts = [_head("title", level=1), _say("about", count=len(bank), hazards=_count(bank, lambda it: it.hazards))]
    parts += [
        _head("scenarios"),
        _table(["number", "scenario", "industry", "type_2025", "type_1986", "found"], _list(bank)),
    ]
    parts += [_head("classes"), _say("classes_about"), _class_table(bank)]
    parts += [_head("missing"), _say("missing_about")]
    parts += _missing("industry", known.industries, (it.industry for it in bank))
    parts += _missing("type_2025", known.accident_types_2025, (it.accident_type.gb6441_2025 for it in bank))
    parts += _missing("type_1986", known.accident_types_1986, (it.accident_type.gb6441_1986 for it in bank))
    parts += _missing("class", known.hazard_classes, _classes(bank))
    return "\n\n".join(parts) + "\n"


def _list(bank: list[Scenario]) -> Rows:
    known = registry()
    return [
        [
            str(number),
            f"[`{it.id}`](pictures/bank/{it.id}.jpg)<br>{it.title.zh}<br>{it.title.en}",
            _both(known.industries[it.industry]),
            _both(known.accident_types_2025[it.accident_type.gb6441_2025]),
            _both(known.accident_types_1986[it.accident_type.gb6441_1986]),
            _found(it),
        ]
        for number, it in enumerate(bank, start=1)
    ]


def _found(it: Scenario) -> str:
    """Hazards, those of the chain, the highest D, decisions, deeds."""
    key = sum(hazard.key for hazard in it.hazards.values())
    highest = max(hazard.lec.D for hazard in it.hazards.values())
    return f"{len(it.hazards)} ({key}) / {highest:g} / {len(it.decisions)} / {len(it.deeds)}"


def _class_table(bank: list[Scenario]) -> str:
    """A column for each class that any hazard has, a row for each scenario, a last row of sums."""
    used = [name for name in registry().hazard_classes if name in set(_classes(bank))]
    rows = []
    for it in bank:
        count = Counter(hazard.class_ for hazard in it.hazards.values())
        rows.append([it.title.zh, *(str(count[name] or "") for name in used)])
    total = Counter(_classes(bank))
    rows.append([f"**{_words('total')}**", *(f"**{total[name]}**" for name in used)])
    return _table(["scenario"], rows, [f"{name}<br>{registry().hazard_classes[name].en}" for name in used])


def _classes(bank: list[Scenario]) -> Iterator[str]:
    return (hazard.class_ for it in bank for hazard in it.hazards.values())


def _missing(kind: str, known: Mapping[str, Label], used: Iterable[str]) -> Iterator[str]:
    """A line: which names of a list nothing in the bank has."""
    taken = set(used)
    left = [_both(label) for name, label in known.items() if name not in taken]
    yield f"- **{_words(kind)}**: " + ("; ".join(left) if left else _words("none_missing"))


def _count(bank: list[Scenario], of: Callable[[Scenario], Mapping[str, object]]) -> int:
    return sum(len(of(it)) for it in bank)


def _table(keys: list[str], rows: Rows, more: Iterable[str] = ()) -> str:
    return table([*(_words(key) for key in keys), *more], rows)


def _head(key: str, level: int = 2) -> str:
    return f"{'#' * level} {text(f'scenarios.coverage.{key}', 'zh')} {text(f'scenarios.coverage.{key}', 'en')}"


def _say(key: str, **places: object) -> str:
    zh, en = (text(f"scenarios.coverage.{key}", lang, **places) for lang in ("zh", "en"))
    return f"{zh}\n\n*{en}*"


def _words(key: str) -> str:
    return f"{text(f'scenarios.coverage.{key}', 'zh')} {text(f'scenarios.coverage.{key}', 'en')}"


def _both(label: Label) -> str:
    return f"{label.zh} {label.en}"
