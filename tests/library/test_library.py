"""The content is read as a whole; every way of breaking it is named by file, key and reason."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from bot.guidance.rules import RULES
from bot.library.files import ContentError
from bot.library.library import Library, load_library
from bot.library.texts import load_texts
from tests.library.conftest import Change

FILES = (
    "thresholds.toml",
    "claims.csv",
    "guides.toml",
    "papers.toml",
    "en/messages.toml",
    "en/rules.toml",
    "en/warmup.toml",
    "en/vocabulary.toml",
    "en/rewordings.toml",
    "en/sentences.toml",
    "en/safety.toml",
    "en/not_covered.toml",
    "en/refusals.toml",
    "en/requests.toml",
    "en/synonyms.toml",
    "en/exercise_titles.toml",
)
TABLES = tuple(file for file in FILES if file.endswith(".toml"))


class Mistake(NamedTuple):
    """A mistake in a file: what is written instead of what, under which key it is named, and why it is wrong."""

    file: str
    old: str
    new: str
    key: str
    reason: str


NUMBERS = [
    Mistake("thresholds.toml", "[basics]\n", "[basics]\nlift_minutes = 60\n", "basics.lift_minutes", "misspelt"),
    Mistake("thresholds.toml", "[basics]\n", "[basic]\nlift_min = 60\n[basics]\n", "basic", "misspelt"),
    Mistake("thresholds.toml", "lift_min = 60\n", "", "basics.lift_min", "required"),
    Mistake("thresholds.toml", "[basics]\n", "[basic]\n", "basics", "required"),
    Mistake("thresholds.toml", "hard_today_h = 6", 'hard_today_h = "six"', "ahead.hard_today_h", "valid number"),
    Mistake("thresholds.toml", "lift_min = 60", "lift_min = 60.5", "basics.lift_min", "valid integer"),
    Mistake("thresholds.toml", "first = 06:00:00", "first = 6.5e9", "day.first", "time"),
    Mistake("thresholds.toml", "sets = [3, 4]", "sets = [3, 4, 5]", "doses.heavy.sets", "2 items"),
    Mistake("thresholds.toml", "search_days = 14", "search_days = -14", "basics.search_days", "never negative"),
    Mistake("thresholds.toml", "sets = [3, 4]", "sets = [-3, 4]", "doses.heavy.sets.0", "never negative"),
    Mistake("thresholds.toml", "no_after = 1\n", "no_after = -1\n", "races.table.0.no_after", "never negative"),
    Mistake("thresholds.toml", "# ultra: no upper limit\n", "\nup_to_km = 300\n", "races.table", "the last row"),
    Mistake("thresholds.toml", "up_to_km = 5.0\n", "", "races.table", "the last row"),
    Mistake("thresholds.toml", "up_to_km = 5.0", "up_to_km = 50.0", "races.table", "from the shortest"),
    Mistake("thresholds.toml", "no_before = 3\nno_after = 1", "no_before = 30\nno_after = 1", "races.table", "farther"),
    Mistake("thresholds.toml", "light_level = 4", "light_level = 7", "sore.light_level", "below no_level"),
    Mistake("thresholds.toml", "last = 21:00:00", "last = 05:00:00", "day.first", "before last"),
    Mistake("thresholds.toml", "step_min = 15", "step_min = 0", "day.step_min", "at least 1"),
    Mistake("thresholds.toml", "sets = [3, 4]", "sets = [4, 3]", "doses.heavy.sets", "the lowest comes first"),
    Mistake("thresholds.toml", "very_new_weeks = 4", "very_new_weeks = 8", "novice.very_new_weeks", "below new_weeks"),
]

SENTENCES = [
    Mistake("en/messages.toml", 'undo = "Undo"', 'undo = "Undo"\nundoo = "Undo"', "undoo", "misspelt"),
    Mistake("en/messages.toml", 'undo = "Undo"\n', "", "undo", "missing"),
    Mistake("en/messages.toml", 'undo = "Undo"', 'undo = " "', "undo", "empty"),
    Mistake("en/messages.toml", 'undo = "Undo"', "undo = 7", "undo", "valid string"),
    Mistake(
        "en/messages.toml", 'undo = "Undo"', 'undo = "Undo {race}"', "undo", "{race} is not offered here; there is none"
    ),
    Mistake(
        "en/messages.toml", '"For {day}."', '"For {days}."', "answer_about", "{days} is not offered here; there is day"
    ),
    Mistake("en/messages.toml", '"For {day}."', '"For {}."', "answer_about", "{} is not offered"),
    Mistake("en/messages.toml", '"For {day}."', '"For {day.year}."', "answer_about", "{day.year} is not offered"),
    Mistake(
        "en/messages.toml", '"For {day}."', '"For {day:d}."', "answer_about", "{day} takes nothing behind its name"
    ),
    Mistake(
        "en/messages.toml", '"For {day}."', '"For {day!r}."', "answer_about", "{day} takes nothing behind its name"
    ),
    Mistake("en/messages.toml", '"For {day}."', '"For {day."', "answer_about", "expected '}'"),
    Mistake("en/messages.toml", '"For {day}."', '"For day}."', "answer_about", "Single '}'"),
    Mistake("en/rules.toml", "[R72]\n", '[R999]\ntitle = "None"\n[R72]\n', "R999", "misspelt"),
    Mistake("en/rules.toml", "[R72]\n", "[R720]\n", "R72", "missing"),
    Mistake("en/rules.toml", 'title = "Niggle"\n', "", "R31.title", "missing"),
    Mistake("en/rules.toml", 'title = "Niggle"', 'title = ""', "R31.title", "empty"),
    Mistake("en/rules.toml", "\nniggle = ", "\nnigle = ", "R31.niggle", "missing"),
    Mistake("en/rules.toml", 'title = "Niggle"', 'title = "Niggle"\nmore = "more"', "R31.more", "misspelt"),
    Mistake(
        "en/rules.toml", "({level}/10)", "({lvl}/10)", "R31.niggle", "{lvl} is not offered here; there is ago, away"
    ),
    Mistake("en/rules.toml", "({level}/10)", "({level/10)", "R31.niggle", "'{'"),
    Mistake("en/warmup.toml", "[short]\n", "[brief]\n", "short", "missing"),
    Mistake(
        "en/warmup.toml",
        "[short]\n",
        '[brief]\nsteps = [{ name = "walk", text = "walk" }]\n[short]\n',
        "brief",
        "misspelt",
    ),
    Mistake("en/warmup.toml", "8 light kettlebell", "8 {ramp} kettlebell", "emergency.steps.2.text", "there is none"),
    Mistake("en/warmup.toml", "[novice]\nsteps", "[novice]\nstep", "novice.steps", "required"),
    Mistake("en/warmup.toml", '"Easy cardio, 3 min"', '""', "emergency.steps.0.name", "empty"),
    Mistake("en/warmup.toml", '"Easy cardio, 3 min"', f'"{"x" * 41}"', "emergency.steps.0.name", "at most 40"),
]

WORDS = [
    Mistake(
        "en/exercise_titles.toml", "squat = [", 'squat = ["RACK-pull", ', "squat", "'rack pull' stands under rack_pull"
    ),
    Mistake("en/exercise_titles.toml", "squat = [", "squats = [", "squats.[key]", "Input should be"),
    Mistake("en/vocabulary.toml", "[weekday]\n", "[weekdays]\n", "-", "weekday, weekdays"),
    Mistake("en/vocabulary.toml", '"monday", ', '"monday", "tuesday", ', "-", "'tuesday' is claimed twice"),
    Mistake("en/vocabulary.toml", '"monday", ', '"Monday", ', "-", "'Monday' is not in plain lower-case"),
    Mistake("en/vocabulary.toml", '"monday", ', "1, ", "weekday.mon.1", "valid string"),
    Mistake("en/rewordings.toml", "order = true", "orders = true", "reword.24.orders", "misspelt"),
    Mistake("en/rewordings.toml", "!<feast_only>", "!<feast>", "-", "'Christmas Eve': '(christmas|xmas) eve !<feast>'"),
    Mistake("en/rewordings.toml", 'read = "{what}"', 'read = "{that}"', "-", "{that} is read, but never said"),
    Mistake("en/rewordings.toml", 'read = "{what}"', 'read = "{what"', "-", "a brace is left open"),
    Mistake("en/rewordings.toml", "boxing day !", "(boxing day !", "-", "a bracket is left open"),
    Mistake("en/rewordings.toml", "halloween !", "!", "-", "at least one word must be needed"),
    Mistake("en/sentences.toml", 'name = "away"', 'name = "gone"', "-", "sentences unknown or missing: away, gone"),
    Mistake("en/sentences.toml", "{sort:lift|", "{what:lift|", "-", "undo_sort: nobody takes {what}"),
    Mistake("en/sentences.toml", "examples = [", "example = [", "sentence.0.example", "misspelt"),
    Mistake("en/safety.toml", "\nordinary = [", "\nordinery = [", "ordinery", "misspelt"),
    Mistake("en/safety.toml", "\nfiller = [", "\nfilers = [", "-", "missing or empty: filler"),
    Mistake("en/safety.toml", '\nlevel = "emergency"', '\nlevel = "soon"', "flags.0.level", "'emergency' or 'urgent'"),
    Mistake("guides.toml", "A4 = ", "A5 = ", "A4", "comes from this guide, and it has no title"),
    Mistake("guides.toml", 'A0 = "Deadlifts', "A0 = 1 # ", "A0", "valid string"),
    Mistake(
        "papers.toml",
        'found = "strength grew',
        'finds = "strength grew',
        "Robineau2016.found",
        "Field required",
    ),
    Mistake("en/rules.toml", "Craven2022", "Craven1922", "R110.papers", "Craven1922 does not stand in papers.toml"),
    Mistake("en/rules.toml", 'papers = ["Craven2022"]', 'papers = "Craven2022"', "R110.papers", "valid list"),
    Mistake("claims.csv", "id,article,claim", "id,guide,claim", "-", "the columns are id, article, claim"),
    Mistake("claims.csv", "\nC049,", "\nC949,", "C049", "dose heavy needs this claim"),
    Mistake("claims.csv", "\nC022,", "\nC922,", "C022", "rule R50 needs this claim"),
]


def _error(content: Path, load: Callable[[Path], object] = load_library) -> str:
    with pytest.raises(ContentError) as caught:
        load(content)
    return str(caught.value)


def _texts(content: Path) -> object:
    return load_texts(content / "en", guides={}, papers={})


def _names(mistake: Mistake) -> str:
    return f"{mistake.file}-{mistake.key}-{mistake.reason}"


def test_the_shipped_content_is_complete(library: Library) -> None:
    assert set(library.texts.rules) == {rule.code for rule in RULES}
    assert all(library.texts.warmups.values())
    assert library.knowledge.is_zone("Europe/Berlin")


@pytest.mark.parametrize("file", FILES)
def test_a_missing_file_is_named(content: Path, file: str) -> None:
    (content / file).unlink()
    assert _error(content).startswith(f"{Path(file).name}: -: ")


@pytest.mark.parametrize("file", TABLES)
def test_a_file_that_is_no_toml_is_named_with_its_line(content: Path, change: Change, file: str) -> None:
    change(file, "\n", "\n= broken\n")
    error = _error(content)
    assert error.startswith(f"{Path(file).name}: -: ")
    assert "line 2" in error


@pytest.mark.parametrize("file", FILES)
def test_a_file_in_another_encoding_is_named(content: Path, file: str) -> None:
    text = (content / file).read_text(encoding="utf-8")
    (content / file).write_bytes(f"# Läufer\n{text}".encode("latin-1", errors="replace"))
    error = _error(content)
    assert error.startswith(f"{Path(file).name}: -: ")
    assert "utf-8" in error


@pytest.mark.parametrize("mistake", [*NUMBERS, *WORDS], ids=_names)
def test_a_mistake_is_named_by_file_key_and_reason(content: Path, change: Change, mistake: Mistake) -> None:
    change(mistake.file, mistake.old, mistake.new)
    _assert_named(mistake, _error(content))


@pytest.mark.parametrize("mistake", SENTENCES, ids=_names)
def test_a_mistake_in_a_sentence_is_named_by_file_key_and_reason(
    content: Path, change: Change, mistake: Mistake
) -> None:
    change(mistake.file, mistake.old, mistake.new)
    _assert_named(mistake, _error(content, _texts))


def _assert_named(mistake: Mistake, error: str) -> None:
    assert error.startswith(f"{Path(mistake.file).name}: {mistake.key}: ")
    assert mistake.reason in error
    assert "\n" not in error


def test_a_brace_that_is_meant_as_one_is_written_twice(content: Path, change: Change) -> None:
    change("en/messages.toml", 'undo = "Undo"', 'undo = "{{Undo}}"')
    assert load_library(content).texts.messages["undo"].format() == "{Undo}"
