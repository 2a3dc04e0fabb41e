"""The schemas beside the content say what the library checks, and are those that the code would write now."""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from bot.library import schema
from bot.library.schema import SCHEMAS, Schema, as_file, schemas
from tests.conftest import CONTENT

TABLES = sorted(CONTENT.rglob("*.toml"))
NAMES = sorted(schemas())


def _schema_of(table: Path) -> str:
    """Return the name of a file's schema: topics share theirs."""
    return "topic" if table.parent.name == "topics" else table.stem


@pytest.mark.parametrize("name", NAMES)
def test_the_schema_in_the_content_folder_is_up_to_date(name: str) -> None:
    written = (SCHEMAS / f"{name}.json").read_text(encoding="utf-8")
    assert written == as_file(schemas()[name]), "run: python -m bot.library.schema"


def test_no_schema_is_left_over() -> None:
    assert sorted(file.stem for file in SCHEMAS.iterdir()) == NAMES


def test_writing_makes_the_folder_and_every_file(tmp_path: Path) -> None:
    schema.write(tmp_path / "schema")
    assert sorted(file.name for file in (tmp_path / "schema").iterdir()) == [f"{name}.json" for name in NAMES]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_the_first_line_of_a_file_leads_editors_to_its_schema(table: Path) -> None:
    first = table.read_text(encoding="utf-8").partition("\n")[0]
    assert first.startswith("#:schema ")
    assert (table.parent / first.removeprefix("#:schema ")).resolve() == SCHEMAS / f"{_schema_of(table)}.json"


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_the_shipped_content_satisfies_its_schema(table: Path) -> None:
    assert _mistakes(_schema_of(table), table.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "mistake"),
    [
        ("thresholds", "search_days = 14", "search_days = -14", "basics.search_days: below 0"),
        ("thresholds", "search_days = 14", 'search_days = "two weeks"', "basics.search_days: not integer"),
        ("thresholds", "search_days = 14", "searchdays = 14", "basics.search_days: missing"),
        ("thresholds", "step_min = 15", "step_minutes = 15", "day.step_minutes: unknown"),
        ("thresholds", "sets = [3, 4]", "sets = [3]", "doses.heavy.sets: too short"),
        ("thresholds", "sets = [3, 4]", "sets = [3, 4, 5]", "doses.heavy.sets: too long"),
        ("thresholds", "first = 06:00:00", 'first = "6 am"', "day.first: not like its pattern"),
        ("messages", '"For {day}."', '"For {days}."', "answer_about: not like its pattern"),
        ("messages", '"For {day}."', '"For {day."', "answer_about: not like its pattern"),
        ("messages", '"For {day}."', '""', "answer_about: too short"),
        ("rules", "[R72]", "[R720]", "R72: missing"),
        ("rules", "({level}/10)", "({lvl}/10)", "R31.niggle: not like its pattern"),
        ("warmup", "[short]", "[brief]", "brief: unknown"),
        ("warmup", '"Hinges, 2 min"', f'"{"x" * 41}"', "full.steps.3.name: too long"),
        ("vocabulary", '"monday", ', '"Monday", ', "weekday.mon.1: not like its pattern"),
        ("safety", '\nlevel = "emergency"', '\nlevel = "soon"', "flags.0.level: not one of those known"),
        ("rewordings", "order = true", 'order = "yes"', "reword.24.order: not boolean"),
        ("rewordings", "unless = ", "except = ", "reword.2.except: unknown"),
        ("guides", 'A0 = "Deadlifts', "A0 = 1 # ", "A0: not string"),
        ("topic", "stop = ", "halt = ", "answer.halt: unknown"),
        ("topic", 'kind = "form"', 'kind = "shape"', "kind: not one of those known"),
        ("not_covered", "nearest = ", "near = ", "belts.near: unknown"),
        ("refusals", "line = ", "lines = ", "off_topic.lines: unknown"),
        ("requests", "[week]", "[weeks]", "weeks: not one of those known"),
    ],
)
def test_a_mistake_is_one_to_the_schema_too(name: str, old: str, new: str, mistake: str) -> None:
    text = next(table for table in TABLES if _schema_of(table) == name).read_text(encoding="utf-8")
    assert old in text
    assert mistake in _mistakes(name, text.replace(old, new, 1))


def test_a_doubled_brace_satisfies_the_schema() -> None:
    pattern = schemas()["messages"]["properties"]["undo"]["pattern"]
    assert re.search(pattern, "{{Undo}}")
    assert not re.search(pattern, "{Undo}")


def _mistakes(name: str, text: str) -> list[str]:
    root = schemas()[name]
    return list(_Check(root).mistakes(tomllib.loads(text), root, ""))


class _Check:
    """As much of JSON Schema as the schemas use; a word that this does not know fails the test."""

    def __init__(self, root: Schema) -> None:
        self._root = root

    def mistakes(self, value: Any, rule: Schema, where: str) -> Iterator[str]:
        """Yield what is wrong with a value."""
        if "$ref" in rule:
            yield from self.mistakes(value, self._root["definitions"][rule["$ref"].rpartition("/")[2]], where)
            return
        if "anyOf" in rule:
            tries = [list(self.mistakes(value, one, where)) for one in rule["anyOf"]]
            yield from min(tries, key=len)
            return
        assert set(rule) <= {*TYPES, *OF_SCALARS, *OF_LISTS, *OF_TABLES, *NOTES}, f"unknown to this test: {set(rule)}"
        value = value.isoformat() if hasattr(value, "isoformat") else value
        if not TYPES["type"](value, rule["type"]):
            yield f"{where}: not {rule['type']}"
            return
        yield from (
            f"{where}: {why}" for word, (ok, why) in (OF_SCALARS | OF_LISTS).items() if _fails(word, ok, rule, value)
        )
        yield from self._inside(value, rule, where)

    def _inside(self, value: Any, rule: Schema, where: str) -> Iterator[str]:
        if isinstance(value, list):
            items = rule.get("items", {})
            for number, one in enumerate(value):
                each: Schema = items if isinstance(items, dict) else items[min(number, len(items) - 1)]
                yield from self.mistakes(one, each, f"{where}.{number}")
        elif isinstance(value, dict):
            yield from self._in_table(value, rule, f"{where}." if where else "")

    def _in_table(self, value: dict[str, Any], rule: Schema, prefix: str) -> Iterator[str]:
        yield from (f"{prefix}{key}: missing" for key in rule.get("required", ()) if key not in value)
        others = rule.get("additionalProperties", True)
        for key, one in value.items():
            inner = rule.get("properties", {}).get(key, others)
            if inner is False:
                yield f"{prefix}{key}: unknown"
            elif inner is not True:
                yield from self.mistakes(one, inner, f"{prefix}{key}")
            yield from self.mistakes(key, rule.get("propertyNames", {"type": "string"}), f"{prefix}{key}")


def _fails(word: str, ok: Callable[[Any, Any], bool], rule: Schema, value: Any) -> bool:
    return word in rule and not ok(value, rule[word])


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


KINDS: Mapping[str, Callable[[Any], bool]] = {
    "string": lambda value: isinstance(value, str),
    "integer": lambda value: _is_number(value) and int(value) == value,
    "number": _is_number,
    "array": lambda value: isinstance(value, list),
    "object": lambda value: isinstance(value, dict),
    "boolean": lambda value: isinstance(value, bool),
    "null": lambda value: value is None,
}
TYPES: Mapping[str, Callable[[Any, str], bool]] = {"type": lambda value, kind: KINDS[kind](value)}
OF_SCALARS: dict[str, tuple[Callable[[Any, Any], bool], str]] = {
    "minimum": (lambda value, least: value >= least, "below 0"),
    "pattern": (lambda value, pattern: re.search(pattern, value) is not None, "not like its pattern"),
    "minLength": (lambda value, least: len(value) >= least, "too short"),
    "maxLength": (lambda value, most: len(value) <= most, "too long"),
    "enum": (lambda value, known: value in known, "not one of those known"),
}
OF_LISTS: dict[str, tuple[Callable[[Any, Any], bool], str]] = {
    "minItems": (lambda value, least: len(value) >= least, "too short"),
    "maxItems": (lambda value, most: len(value) <= most, "too long"),
}
OF_TABLES = ("items", "properties", "required", "additionalProperties", "propertyNames")
NOTES = ("description", "title", "default", "definitions", "$schema")
