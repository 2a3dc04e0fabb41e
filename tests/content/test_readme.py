"""What can be typed, set and decided is written down: for coaches in content/README.md, for users in README.md."""

import re
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.app.settings import NAMES
from bot.chat.routes import COMMANDS
from bot.guidance.rules import RULES
from bot.guidance.thresholds import Thresholds
from bot.library.texts import RULE_FACTS
from tests.conftest import CONTENT

CODES = [rule.code for rule in RULES]


@pytest.fixture(scope="module")
def guide() -> str:
    return (CONTENT / "README.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def readme() -> str:
    return Path(CONTENT.parent / "README.md").read_text(encoding="utf-8")


def _row(guide: str, first: str) -> list[str]:
    """Return the other cells of the only table row that begins with a cell."""
    rows = [line for line in guide.splitlines() if line.startswith(f"| {first} |")]
    assert len(rows) == 1, f"{len(rows)} rows begin with {first}"
    return [cell.strip() for cell in rows[0].strip("|").split("|")[1:]]


@pytest.mark.parametrize("code", CODES)
def test_the_guide_says_what_a_rule_does_and_where_it_comes_from(guide: str, code: str) -> None:
    does, source = _row(guide, code)
    assert len(does.split()) >= 5
    assert source


@pytest.mark.parametrize("code", CODES)
def test_the_guide_names_the_claims_that_the_rule_cites(guide: str, code: str) -> None:
    cited = next(rule.claims for rule in RULES if rule.code == code)
    assert tuple(re.findall(r"C\d{3}", _row(guide, code)[1])) == cited


def test_the_guide_knows_no_rule_that_there_is_not(guide: str) -> None:
    assert set(re.findall(r"\bR\d{2,3}\b", guide)) == set(CODES)


@pytest.mark.parametrize("name", NAMES)
def test_the_guide_says_what_a_setting_does(guide: str, name: str) -> None:
    after = guide.partition("## What runners can set")[2]
    rows = [line for line in after.splitlines() if line.startswith("|") and f"`{name}`" in line.split("|")[1]]
    assert len(rows) == 1
    assert len(rows[0].split("|")[2].split()) >= 5


@pytest.mark.parametrize("fact", sorted(RULE_FACTS))
def test_the_guide_explains_every_name_in_braces(guide: str, fact: str) -> None:
    assert f"`{{{fact}}}`" in guide


def test_the_guide_lists_every_file(guide: str) -> None:
    every = (file.relative_to(CONTENT) for file in CONTENT.rglob("*") if file.suffix in {".toml", ".csv"})
    files = {f"{file.parent}/" if file.parent.name == "topics" else str(file) for file in every}
    assert {file for file in files if not guide.count(f"| `{file}` |")} == set()


def test_every_number_that_the_guide_names_is_there(guide: str) -> None:
    named = set(re.findall(r"`([a-z_]+\.[a-z_]+)`", guide)) - {
        "thresholds.toml",
        "guides.toml",
        "papers.toml",
        "not_covered.toml",
        "claims.csv",
    }
    assert named
    assert {name for name in named if not _holds(Thresholds, *name.split("."))} == set()


def test_every_section_of_numbers_is_explained(guide: str) -> None:
    assert {field.name for field in fields(Thresholds) if f"`[{field.name}]`" not in guide} == set()


@pytest.mark.parametrize("command", list(COMMANDS))
def test_the_readme_mentions_every_command(readme: str, command: str) -> None:
    assert re.search(rf"(?<![\w/])/{command}\b", readme)


def _holds(kind: Any, section: str, key: str) -> bool:
    part = {field.name: field.type for field in fields(kind)}.get(section)
    return is_dataclass(part) and key in {field.name for field in fields(part)}
