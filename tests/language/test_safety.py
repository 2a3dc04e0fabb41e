"""What is read as a red flag, pain, unclear or nothing: the sentences of tests/language/safety/."""

import pytest

from bot.language.meaning import SafetyKind
from bot.language.safety import takes_back_pain
from bot.training.body import FlagLevel, PainSite
from tests.language.safety.reading import read, sentences, shipped_lexicon, short

NEAR_MISSES = ("near_misses", "near_misses_second", "near_misses_third")


def _misread(*names: str) -> list[tuple[str, str, str]]:
    """Return the sentences of data files that are read as something else, with what they are and what was read.

    One test for a file and not one for each sentence: collecting thousands of tests takes longer than reading.
    """
    return [
        (text, expected, got)
        for name in names
        for text, expected in sentences(name)
        if (got := short(read(text))) != expected
    ]


@pytest.mark.parametrize("name", ["flags", "flags_second", "flags_third"])
def test_every_red_flag_is_read_at_its_level(name: str) -> None:
    assert _misread(name) == []


@pytest.mark.parametrize("name", NEAR_MISSES)
def test_no_near_miss_raises_an_alarm(name: str) -> None:
    assert {expected for _, expected in sentences(name)} == {"none"}
    assert _misread(name) == []


def test_leaking_at_effort_alone_is_asked_about_and_lost_control_stays_an_emergency() -> None:
    assert _misread("leaks") == []


def test_what_stands_around_a_symptom_decides() -> None:
    assert _misread("contexts") == []


def test_only_a_stated_fact_ends_a_red_flag_or_a_pain() -> None:
    assert _misread("talk") == []


def test_a_place_after_a_part_of_the_body_does_not_hide_the_pain() -> None:
    assert _misread("places") == []


def test_the_plainest_words_are_read_in_other_languages() -> None:
    assert _misread("languages") == []


@pytest.mark.parametrize("part", ["back", "lower back", "knee", "hamstring", "shoulder"])
@pytest.mark.parametrize("hurt", ["tweaked my {}", "hurt my {}", "sharp pain in my {}", "my {} hurts", "i get {} pain"])
def test_pain_is_read_whatever_follows_the_part_of_the_body(part: str, hurt: str) -> None:
    expected = "pain low_back" if part.endswith("back") else "pain other"
    texts = [f"{hurt.format(part)} {tail}" for tail, _ in sentences("tails")]

    assert [text for text in texts if short(read(text)) != expected] == []


def test_pain_is_read_with_its_place() -> None:
    assert _misread("pain") == []


def test_everything_between_a_red_flag_and_nothing_is_read() -> None:
    assert _misread("others") == []


def test_there_are_at_least_150_near_misses() -> None:
    assert len({text for name in NEAR_MISSES for text, _ in sentences(name)}) >= 150


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("pain 4 knee", 4),
        ("knee pain 4/10", 4),
        ("6 out of 10 pain in my foot", 6),
        ("pain level is about 7", 7),
        ("pain 2 knee stable", 2),
        ("knee pain since 3 weeks", None),
        ("knee pain after 5 km", None),
        ("my knee hurts, did 3x4 100kg", None),
        ("doms 7/10 in quads, knee pain 3", 3),
    ],
)
def test_a_pain_level_is_read_only_where_it_is_one(text: str, level: int | None) -> None:
    reading = read(text)

    assert reading is not None
    assert reading.pain_level == level


def test_pain_of_one_or_two_is_a_niggle_unless_it_is_sharp() -> None:
    assert short(read("pain 2 knee stable")) == "niggle"
    assert short(read("pain 2 knee, sharp")) == "pain other"


def test_low_back_pain_of_two_is_a_niggle_only_when_it_is_called_stable() -> None:
    assert short(read("pain 2 lower back stable")) == "niggle"
    assert short(read("pain 2 lower back")) == "pain low_back"


def test_a_stable_niggle_does_not_hide_another_pain() -> None:
    reading = read("pain 2 knee stable. my back hurts")

    assert reading is not None
    assert (reading.kind, reading.site) == (SafetyKind.PAIN, PainSite.LOW_BACK)


def test_a_niggle_with_a_number_does_not_hide_something_unclear() -> None:
    assert short(read("niggle 1/10 in my hip. my back feels off")) == "unclear"


def test_pain_in_words_is_concerning_and_pain_by_number_alone_is_not() -> None:
    by_word, by_number = read("my knee hurts"), read("pain 5")

    assert by_word is not None
    assert by_word.concerning
    assert by_number is not None
    assert not by_number.concerning


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("double vision and chest pain", "flag emergency"),
        ("my wife has chest pain and i see double", "flag urgent"),
        ("my knee hurts and i fainted", "flag emergency"),
        ("my wife fainted and my knee hurts", "pain other"),
        ("my wife fainted. my back feels off", "whose emergency"),
        ("i'm fine, knee pain 4", "pain other"),
        ("i'm fine, my doctor cleared me", "cleared"),
    ],
)
def test_the_more_serious_thing_wins(text: str, expected: str) -> None:
    assert short(read(text)) == expected


def test_a_clearance_covers_what_it_is_about_and_nothing_else() -> None:
    assert short(read("my doctor cleared me after the chest pain")) == "cleared"
    assert short(read("my doctor cleared my knee, now chest pain")) == "flag emergency"


def test_the_phrase_is_in_the_runners_own_words() -> None:
    reading = read("Hi! Yesterday I had CHEST Tightness, can I lift?")

    assert reading is not None
    assert reading.phrase == "CHEST Tightness"


def test_a_supposed_urgent_thing_is_no_alarm_and_a_supposed_emergency_is_asked_about() -> None:
    assert read("what if i get double vision") is None
    reading = read("what if i get chest pain")

    assert reading is not None
    assert (reading.kind, reading.level) == (SafetyKind.WHOSE, FlagLevel.EMERGENCY)


@pytest.mark.parametrize(
    "text", ["cant feel my toes after squats", "back popped, tingling down my leg", "I got dizzy after the last set"]
)
def test_what_may_be_a_red_flag_is_marked_for_the_urgent_question(text: str) -> None:
    reading = read(text)
    assert reading is not None
    assert reading.urgent


@pytest.mark.parametrize(
    "text", ["tingly foot", "my back feels off", "knee hurts 4/10", "hands numb from gripping the bar"]
)
def test_what_is_only_unclear_or_pain_is_not(text: str) -> None:
    reading = read(text)
    assert reading is None or not reading.urgent


@pytest.mark.parametrize("text", ["it is only the muscles of the training", "not pain, just sore", "just doms"])
def test_a_pain_may_be_taken_back(text: str) -> None:
    assert takes_back_pain(text, lexicon=shipped_lexicon())


@pytest.mark.parametrize(
    "text", ["it is not just sore, sharp pain when I step", "is it just soreness?", "only a sharp pain"]
)
def test_what_still_tells_of_pain_takes_none_back(text: str) -> None:
    assert not takes_back_pain(text, lexicon=shipped_lexicon())
