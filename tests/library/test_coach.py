"""A coach changes a number or a sentence in a copy of the content, and the bot decides or speaks accordingly."""

import datetime as dt
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.app import messages as m
from bot.app.reply import Reply, say
from bot.chat.render import as_text
from bot.chat.words import Reader
from bot.guidance.answer import answer_moment
from bot.guidance.situation import Book, Situation
from bot.guidance.verdict import Verdict
from bot.library.library import Library, load_library
from bot.training.profile import Profile
from bot.training.runs import RunKind, RunSpec, WeeklyPattern, WeeklyRun
from bot.training.time import Weekday
from tests.library.conftest import Change

BERLIN = ZoneInfo("Europe/Berlin")
TUESDAY_EVENING = dt.datetime(2026, 3, 3, 18, 0, tzinfo=BERLIN)  # 36.5 h before Thursday's tempo
PROFILE = Profile(timezone=BERLIN.key, lifting_since=dt.date(2020, 1, 1), running_since=dt.date(2018, 1, 1))
TEMPO = WeeklyRun(weekday=Weekday.THU, run=RunSpec(kind=RunKind.TEMPO, time=dt.time(6, 30)))


def _answer(library: Library, *, at: dt.datetime = TUESDAY_EVENING) -> tuple[Verdict, str]:
    """Return the verdict for a moment, and the text of the answer."""
    situation = Situation(profile=PROFILE, patterns=(WeeklyPattern(valid_from=None, runs=(TEMPO,)),))
    answer = answer_moment(Book(situation, library.knowledge.thresholds), at, now=at)
    reader = Reader(texts=library.texts, profile=PROFILE, now=at)
    return answer.verdict, as_text(Reply(answer=answer), reader)


def test_the_shipped_numbers_keep_the_lift_light(library: Library) -> None:
    verdict, text = _answer(library)
    assert verdict is Verdict.LIGHT
    assert "48 h" in text


def test_a_smaller_number_lets_the_lift_be_heavy(content: Path, change: Change) -> None:
    change("thresholds.toml", "hard_in_two_days_h = 48", "hard_in_two_days_h = 36")
    assert _answer(load_library(content))[0] is Verdict.HEAVY


def test_a_changed_number_is_the_one_that_the_answer_names(content: Path, change: Change) -> None:
    change("thresholds.toml", "hard_in_two_days_h = 48", "hard_in_two_days_h = 40.5")
    verdict, text = _answer(load_library(content))
    assert verdict is Verdict.LIGHT
    assert "a heavy lift needs 40.5 h before it" in text


def test_a_changed_dose_changes_what_to_lift(content: Path, change: Change) -> None:
    change(
        "thresholds.toml", "[doses.light]\nsets = [2, 3]\nreps = [3, 5]", "[doses.light]\nsets = [2, 2]\nreps = [3, 4]"
    )
    assert "2 × 4" in _answer(load_library(content))[1]


def test_a_changed_sentence_is_said(content: Path, change: Change) -> None:
    change("en/rules.toml", "a heavy lift needs {needed} h before it.", "give it {needed} hours of peace.")
    assert "36.5 h away: give it 48 hours of peace." in _answer(load_library(content))[1]


def test_a_changed_step_is_in_the_warm_up(content: Path, change: Change) -> None:
    change("en/warmup.toml", "3 min · brisk walk, bike or row", "3 min · climb some stairs")
    steps = [step for steps in load_library(content).texts.warmups.values() for step in steps]
    assert "3 min · climb some stairs" in {step.text for step in steps}


def test_a_changed_title_of_a_guide_is_the_one_that_is_named(content: Path, change: Change) -> None:
    change("guides.toml", "Weightlifting for runners", "Lifting & running <2nd edition>")
    assert "Lifting & running <2nd edition>" in _answer(load_library(content))[1]


def test_every_changed_number_changes_the_fingerprint_stored_with_verdicts(
    content: Path, change: Change, library: Library
) -> None:
    change("thresholds.toml", "after_run_h = 6", "after_run_h = 7")
    assert load_library(content).knowledge.rule_set != library.knowledge.rule_set


def test_a_changed_sentence_leaves_the_fingerprint(content: Path, change: Change, library: Library) -> None:
    change("en/messages.toml", 'undo = "Undo"', 'undo = "Take it back"')
    changed = load_library(content)
    assert changed.knowledge.rule_set == library.knowledge.rule_set
    assert Reader(texts=changed.texts, profile=PROFILE, now=TUESDAY_EVENING).line(say(m.UNDO)) == "Take it back"


def test_a_new_word_is_understood(content: Path, change: Change) -> None:
    change("en/vocabulary.toml", '"monday", ', '"monday", "luan", ')
    assert load_library(content).knowledge.vocabulary.meaning("luan") == {"weekday": "mon"}
