"""The content file of red flags: its notation, its checks, and that no phrase in it is dead."""

from collections import defaultdict
from dataclasses import replace
from functools import cache

import pytest

from bot.language.matching import Page
from bot.language.phrases import parse_phrase, split_words
from bot.language.safety import SafetyLexicon, SafetyPhrases, read_safety
from bot.language.safety_lexicon import Flag, FlagPhrases, Group, Said
from bot.language.text import normalise
from bot.training.body import FlagLevel
from tests.language.safety.reading import sentences, shipped_lexicon

WORDS: dict[str, tuple[str, ...]] = dict.fromkeys(Group, ("zzz",)) | {Group.FILLER: ("my", "is", "really")}
PHRASES: dict[Said, tuple[str, ...]] = dict.fromkeys(Said, ("zzz zzz",))


def _flag(*phrases: str, unless: tuple[str, ...] = (), window: int = 3) -> FlagPhrases:
    return FlagPhrases(key="test", level=FlagLevel.URGENT, phrases=phrases, unless=unless, window=window)


def _is_read(text: str, flag: FlagPhrases, **words: tuple[str, ...]) -> bool:
    lexicon = SafetyLexicon.build(SafetyPhrases(words=WORDS | words, phrases=PHRASES, flags=(flag,)))
    return read_safety(text, lexicon=lexicon) is not None


def test_words_stand_in_order_with_only_small_words_between() -> None:
    flag = _flag("elbow glows")

    assert _is_read("my elbow is really glows", flag)
    assert not _is_read("glows elbow", flag)
    assert not _is_read("elbow table glows", flag)
    assert not _is_read("elbow, glows", flag)


def test_words_tied_by_an_underscore_stand_next_to_each_other() -> None:
    assert _is_read("elbow glows", _flag("elbow_glows"))
    assert not _is_read("elbow is glows", _flag("elbow_glows"))


def test_words_joined_by_plus_stand_near_in_any_order_in_one_sentence() -> None:
    flag = _flag("elbow + glows", window=2)

    assert _is_read("glows at the elbow", flag)
    assert not _is_read("glows at the far end elbow", flag)
    assert not _is_read("glows. elbow", flag)


def test_words_joined_by_an_ampersand_stand_anywhere() -> None:
    assert _is_read("elbow. what a day it was at the office. glows", _flag("elbow & glows"))


def test_a_list_stands_for_any_of_its_ways_and_may_use_lists() -> None:
    flag = _flag("<joint_or_so> glows")

    assert _is_read("left pinky glows", flag, joint_or_so=("elbow", "left <small>"), small=("pinky",))


def test_an_asterisk_stands_for_any_ending() -> None:
    assert _is_read("elbow glowing", _flag("elbow glow*"))


def test_an_equals_sign_stands_for_the_whole_message_but_for_small_words() -> None:
    flag = _flag("=elbow glows")

    assert _is_read("my elbow really glows", flag)
    assert not _is_read("my elbow glows green", flag)
    assert not _is_read("green, elbow glows", flag)


def test_what_unless_covers_is_no_flag_and_the_rest_still_is() -> None:
    flag = _flag("elbow glows", unless=("elbow glows green",))

    assert not _is_read("elbow glows green", flag)
    assert _is_read("elbow glows green and elbow glows red", flag)


@pytest.mark.parametrize("text", ["elbwo glows", "elow glows", "ellbow glows", "elbowglows", "elbowww glows"])
def test_long_words_are_read_with_a_typing_mistake(text: str) -> None:
    assert _is_read(text, _flag("elbow glows"))


@pytest.mark.parametrize("text", ["below glows", "elbow slows", "elbow blows"])
def test_a_word_with_another_beginning_is_no_typing_mistake(text: str) -> None:
    assert not _is_read(text, _flag("elbow glows"))


def test_an_ordinary_word_is_never_a_typing_mistake() -> None:
    flag = _flag("elbow glows")
    lexicon = SafetyLexicon.build(SafetyPhrases(words=WORDS, phrases=PHRASES, flags=(flag,), ordinary=("elbows",)))

    assert read_safety("elbows glows", lexicon=lexicon) is None


@pytest.mark.parametrize(
    "phrase", ["", " ", "chest + ", "& pain", "<Chest> pain", "chest $ pain", "<> pain", "ch_", "*"]
)
def test_a_phrase_that_cannot_be_read_is_refused_by_name(phrase: str) -> None:
    with pytest.raises(ValueError, match="cannot read"):
        parse_phrase(phrase)


@pytest.mark.parametrize(
    ("phrases", "words", "reason"),
    [
        (("<nowhere> hurts",), {}, "no list is called nowhere"),
        (("elbow glows",), {"a": ("<b>",), "b": ("<a>",)}, "made of itself"),
        (("elbow glows",), {Group.FILLER: ()}, "missing or empty: filler"),
        ((), {}, "needs phrases"),
    ],
)
def test_a_wrong_content_file_is_refused_with_the_reason(
    phrases: tuple[str, ...], words: dict[str, tuple[str, ...]], reason: str
) -> None:
    content = SafetyPhrases(words=WORDS | words, phrases=PHRASES, flags=(_flag(*phrases),))

    with pytest.raises(ValueError, match=reason):
        SafetyLexicon.build(content)


def test_a_missing_list_of_phrases_is_refused() -> None:
    content = SafetyPhrases(words=WORDS, phrases={Said.PAIN: ("zzz",)}, flags=())

    with pytest.raises(ValueError, match="near_miss"):
        SafetyLexicon.build(content)


def test_two_red_flags_of_one_name_are_refused() -> None:
    content = SafetyPhrases(words=WORDS, phrases=PHRASES, flags=(_flag("a b"), _flag("c d")))

    with pytest.raises(ValueError, match="two are called test"):
        SafetyLexicon.build(content)


@pytest.mark.parametrize("flag", shipped_lexicon().flags, ids=lambda flag: flag.key)
def test_every_shipped_red_flag_alone_is_found_by_a_sentence_of_the_data_files(flag: Flag) -> None:
    alone = replace(shipped_lexicon(), flags=(flag,))
    texts = _with_words_of_flags()[flag.key]

    assert any((r := read_safety(text, lexicon=alone)) is not None and r.level is flag.level for text in texts)


@cache
def _with_words_of_flags() -> dict[str, list[str]]:
    """Return the sentences of the data files by the red flags that have a phrase whose words they hold."""
    found: dict[str, list[str]] = defaultdict(list)
    lexicon = shipped_lexicon()
    for name in ("flags", "flags_second", "flags_third", "places", "languages"):
        for text, _ in sentences(name):
            page = Page(normalise(text), book=lexicon.book, filler=Group.FILLER)
            for key in {key for phrase in page.possible for key in lexicon.raised_by.get(phrase, ())}:
                found[key].append(text)
    return found


@pytest.mark.parametrize("flag", shipped_lexicon().flags, ids=lambda flag: flag.key)
def test_no_shipped_red_flag_hangs_on_a_single_everyday_word(flag: Flag) -> None:
    alone = replace(shipped_lexicon(), flags=(flag,))
    everyday = ("numb", "pain", "dead", "chest", "hurts", "blood", "weak", "back", "pee", "fever", "heart", "breath")

    readings = [read_safety(word, lexicon=alone) for word in everyday]

    assert all(reading is None or reading.level is None for reading in readings)


def test_words_know_where_they_stand_and_what_is_before_them() -> None:
    words = split_words("Can't stop, no? Yes")

    assert [(word.plain, word.pause, word.question) for word in words] == [
        ("cant", ".", False),
        ("stop", "", False),
        ("no", ",", True),
        ("yes", ".", False),
    ]
