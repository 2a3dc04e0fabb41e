"""Every rule is a page that can be read: code, claims, a good and a bad week, and sentences that do occur."""

import csv
import re
from collections import Counter

import pytest

from bot.guidance.engine import decide
from bot.guidance.rules import RULES, Rule
from bot.guidance.situation import Book
from bot.guidance.thresholds import Thresholds
from bot.guidance.verdict import group_of
from tests.conftest import CONTENT
from tests.guidance.cases import Case, all_cases, instant_of, situation_of

EVERY_RULE = [pytest.param(rule, id=rule.code) for rule in RULES]
MORE_CASES: tuple[Case, ...] = (
    {  # R64: the lift would run into the steady run
        "weekly": [{"day": "mon", "time": "18:30", "kind": "steady"}],
        "at": "2026-03-02 18:00",
    },
)

CLAIMS = {
    "R00": "C053 C072 C134",
    "R10": "C053",
    "R11": "C053",
    "R12": "C120",
    "R13": "C120",
    "R14": "C053",
    "R20": "",
    "R21": "",
    "R30": "C072",
    "R31": "C072",
    "R40": "C128 C129",
    "R50": "C022",
    "R51": "C022",
    "R52": "C021 C044 C113 C149",
    "R53": "C021 C044",
    "R60": "C045 C046 C111",
    "R61": "C023",
    "R62": "C112",
    "R63": "C061",
    "R64": "C057",
    "R70": "C045 C046 C111",
    "R71": "C061 C111",
    "R72": "",
    "R73": "",
    "R80": "",
    "R90": "C130 C131",
    "R91": "C024 C090 C120 C148 C151",
    "R92": "C123",
    "R100": "C114 C115",
    "R110": "",
    "R111": "",
    "R120": "C046",
    "R121": "",
    "R122": "",
    "R123": "C120",
}
"""The last column of the table in section 3."""
JUDGEMENT = frozenset({"R20", "R21", "R64", "R72", "R80", "R92", "R110", "R111"})


def test_codes_are_unique() -> None:
    assert [code for code, count in Counter(rule.code for rule in RULES).items() if count > 1] == []


@pytest.mark.parametrize("rule", EVERY_RULE)
def test_code_is_of_the_group_that_its_file_holds(rule: Rule) -> None:
    number = re.search(r"\.group_(\d+)_\w+$", (rule.of_day or rule.of_moment).__module__)
    assert number is not None
    assert int(number[1]) == group_of(rule.code)


@pytest.mark.parametrize(("code", "group"), [("R00", 0), ("R53", 5), ("R100", 10), ("R123", 12)])
def test_group_is_the_code_without_its_last_digit(code: str, group: int) -> None:
    assert group_of(code) == group


@pytest.mark.parametrize("rule", EVERY_RULE)
def test_page_states_the_rule_and_shows_a_good_and_a_bad_week(rule: Rule) -> None:
    statement, *weeks = [line.strip() for line in rule.page.split("\n") if line.strip()]
    assert statement.endswith((".", ":")) or weeks
    starts = [line.split(":")[0] for line in weeks if re.match(r"(Good|Bad) week\b.*:", line)]
    assert [start.split()[0] for start in starts] == ["Good", "Bad"]


@pytest.mark.parametrize("rule", EVERY_RULE)
def test_rule_names_the_claims_of_the_document(rule: Rule) -> None:
    assert rule.claims == tuple(CLAIMS[rule.code].split())
    assert rule.judgement or rule.code not in JUDGEMENT


@pytest.mark.parametrize("rule", EVERY_RULE)
def test_claims_are_on_file(rule: Rule) -> None:
    with (CONTENT / "claims.csv").open(encoding="utf-8", newline="") as lines:
        known = {row["id"] for row in csv.DictReader(lines)}
    assert set(rule.claims) <= known


def test_every_sentence_of_every_rule_occurs_and_no_other(thresholds: Thresholds) -> None:
    said = {
        (finding.code, finding.variant)
        for case in (*all_cases(), *MORE_CASES)
        if "at" in case
        for finding in decide(Book(situation_of(case), thresholds), instant_of(case, case["at"])).findings
    }
    assert said == {(rule.code, variant) for rule in RULES for variant in rule.variants}
