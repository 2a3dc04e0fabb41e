"""Text is parsed as Telegram parses it, or refused with its words."""

import pytest

from bot.local.entities import Formatted, cut, parse_html, trimmed, written_entities
from bot.local.refusals import Refused


def described(formatted: Formatted) -> list[tuple[str, str]]:
    return [(entity["type"], cut(formatted.text, entity)) for entity in formatted.entities]


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("plain", "plain", []),
        ("<b>go</b>", "go", [("bold", "go")]),
        ("<strong>a</strong><em>b</em><ins>c</ins><del>d</del>", "abcd", None),
        ("<i>it</i> <u>un</u> <s>st</s>", "it un st", [("italic", "it"), ("underline", "un"), ("strikethrough", "st")]),
        ("<b>all <i>this</i></b>", "all this", [("bold", "all this"), ("italic", "this")]),
        ("<tg-spoiler>x</tg-spoiler>", "x", [("spoiler", "x")]),
        ('<span class="tg-spoiler">x</span>', "x", [("spoiler", "x")]),
        ("<code>3x4</code>", "3x4", [("code", "3x4")]),
        ("<blockquote>said</blockquote>", "said", [("blockquote", "said")]),
        ("<blockquote expandable>said</blockquote>", "said", [("expandable_blockquote", "said")]),
        ('<a href="https://example.org/a?b=1&amp;c=2">here</a>', "here", [("text_link", "here")]),
        ('<a href="nowhere">here</a>', "here", []),
        ("🏋️ <b>🏃 run</b> x", "🏋️ 🏃 run x", [("bold", "🏃 run")]),
        ("1 &lt; 2 &amp;&amp; 3 &gt; 2 &quot;&#39;&#x1F3C3;", "1 < 2 && 3 > 2 \"'🏃", []),
        ("a > b", "a > b", []),
        ("<B>go</b >", "go", [("bold", "go")]),
        ("<b></b>x", "x", []),
    ],
)
def test_html_becomes_text_and_entities(source: str, text: str, entities: list[tuple[str, str]] | None) -> None:
    formatted = parse_html(source)
    assert formatted.text == text
    if entities is not None:
        assert described(formatted) == entities


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("1 < 2", "Unclosed start tag at byte offset 2"),
        ("1 < 2 > 1", 'Unsupported start tag "" at byte offset 2'),
        ("é <3 <b>x</b>", 'Unsupported start tag "3" at byte offset 3'),
        ("this & that", 'Character "&" must be escaped at byte offset 5'),
        ("&nbsp;", 'Character "&" must be escaped at byte offset 0'),
        ("<br>", 'Unsupported start tag "br" at byte offset 0'),
        ("<p>x</p>", 'Unsupported start tag "p" at byte offset 0'),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("<b/>", 'Empty attribute name in the tag "b" at byte offset 0'),
        ("<a href=https://example.org>x</a>", 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<tg-emoji>x</tg-emoji>", "Invalid custom emoji identifier specified"),
        ('<tg-time unix="1" format="q">x</tg-time>', "Invalid date format used"),
    ],
)
def test_what_telegram_cannot_parse_is_refused(source: str, reason: str) -> None:
    with pytest.raises(Refused) as refused:
        parse_html(source)
    assert (refused.value.code, refused.value.description) == (400, f"Bad Request: can't parse entities: {reason}")


def test_a_moment_keeps_its_time_and_format() -> None:
    formatted = parse_html('at <tg-time unix="1772800200" format="wDT">18:30</tg-time>')
    moment = {"type": "date_time", "offset": 3, "length": 5, "unix_time": 1772800200, "date_time_format": "wDT"}
    assert formatted == Formatted(text="at 18:30", entities=(moment,))


def test_an_emoji_keeps_its_number() -> None:
    assert parse_html('<tg-emoji emoji-id="53">👍</tg-emoji>').entities[0]["custom_emoji_id"] == "53"


def test_code_in_a_block_gives_the_block_its_language() -> None:
    block = {"type": "pre", "offset": 0, "length": 1, "language": "python"}
    assert parse_html('<pre><code class="language-python">x</code></pre>').entities == (block,)
    assert parse_html('<code class="language-python">x</code>').entities == (
        {"type": "code", "offset": 0, "length": 1},
    )


def test_space_around_a_text_is_dropped_and_entities_move_along() -> None:
    formatted = trimmed(parse_html(" \n<b>go </b>\n "))
    assert (formatted.text, described(formatted)) == ("go", [("bold", "go")])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("/today now", [("bot_command", "/today")]),
        ("🏃 /week@deadlift_bot", [("bot_command", "/week@deadlift_bot")]),
        ("@deadlift_bot can I?", [("mention", "@deadlift_bot")]),
        ("km/h and a@example.org", []),
    ],
)
def test_commands_and_mentions_of_people_are_found(text: str, found: list[tuple[str, str]]) -> None:
    assert [(entity["type"], cut(text, entity)) for entity in written_entities(text)] == found
