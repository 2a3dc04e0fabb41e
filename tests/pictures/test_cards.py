"""Cards are PNGs that a phone can show: nothing outside, nothing on top of anything else, readable without colour."""

import io
import math
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageColor, ImageStat

from bot.app.cards import Tone, encode
from bot.pictures import lettering, tones
from bot.pictures.canvas import AROUND, CARD, CORNER, FAR, MARGIN, SLATE
from bot.pictures.draw import picture, sheet_of
from bot.pictures.progress_card import NUMBERS
from bot.pictures.sheet import LEFT, RIGHT, SMALL, WIDE, Sheet
from tests.pictures.cards import CARDS, FULL_WEEK, GERMAN, GREEK, RACES, RUSSIAN, WEEK

ROOT = Path(__file__).parents[2]
MOST_BYTES = 200_000
PHONE = 390
"""How many points wide a card is on a phone."""
SMALLEST_POINTS = 11
TALLEST = 2 * WIDE
CLEAR = 24
"""Less room than that between a box and a text looks as if they touched: 9 points on a phone."""
APART = 10
"""How far two lightnesses (CIELAB) are to be apart; 2 to 3 is what an eye just notices."""
# Viénot, Brettel and Mollon 1999 as matrices over linear RGB.
BLINDNESS = {
    "none": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.11238, 0.88762, 0), (0.11238, 0.88762, 0), (0.00401, -0.00401, 1)),
    "deuteranopia": ((0.29275, 0.70725, 0), (0.29275, 0.70725, 0), (-0.02234, 0.02234, 1)),
}
LETTERS = [
    chr(code)
    for first, last in ((0x20, 0x7F), (0xA0, 0x180), (0x370, 0x400), (0x400, 0x460))
    for code in range(first, last)
    if unicodedata.category(chr(code))[0] in "LNP"
]
ARCHAIC = set("ͰͱͲͳͶͷͻͼͽϏϐϑϒϓϔϕϖϗϘϙϚϛϜϝϞϟϠϡϢϣϤϥϦϧϨϩϪϫϬϭϮϯϰϱϲϳϴϵ϶ϷϸϹϺϻϼϽϾϿͿ")
"""Greek letters of numbers, inscriptions and formulas, which no name of today has."""
DEPRECATED = {"ŉ"}
"""Unicode says to write it as two letters."""


@cache
def sheet(name: str) -> Sheet:
    return sheet_of(CARDS[name])


@cache
def drawn(name: str) -> bytes:
    return picture(encode(CARDS[name]))


def lightness(colour: str, blindness: str = "none") -> float:
    """Return how light a colour looks (CIELAB L*, 0 to 100) to somebody who sees colours so."""
    linear = [_linear(channel / 255) for channel in ImageColor.getrgb(colour)[:3]]
    seen = [sum(share * value for share, value in zip(row, linear, strict=True)) for row in BLINDNESS[blindness]]
    luminance: float = 0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2]
    return 116 * math.cbrt(luminance) - 16


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def contrast(one: str, other: str) -> float:
    levels = []
    for colour in (one, other):
        red, green, blue = (_linear(channel / 255) for channel in ImageColor.getrgb(colour)[:3])
        levels.append(0.2126 * red + 0.7152 * green + 0.0722 * blue)
    return (max(levels) + 0.05) / (min(levels) + 0.05)


def ink(mask: Image.Image) -> int:
    return sum(mask.histogram()[128:])


@pytest.mark.parametrize("name", CARDS)
def test_a_card_is_a_png_that_is_quickly_loaded_and_not_shown_too_narrow(name: str) -> None:
    image = Image.open(io.BytesIO(drawn(name)))
    assert image.format == "PNG"
    assert image.width == WIDE
    assert WIDE / 2 <= image.height <= TALLEST
    assert len(drawn(name)) <= MOST_BYTES


@pytest.mark.parametrize("name", CARDS)
def test_a_card_is_the_same_every_time(name: str) -> None:
    assert picture(encode(CARDS[name])) == drawn(name)


def test_cards_drawn_at_once_do_not_mix_their_letters() -> None:
    lettering.font.cache_clear()  # so that the threads make the fonts, too
    names = list(CARDS) * 2
    with ThreadPoolExecutor(8) as threads:
        pictures = list(threads.map(lambda name: picture(encode(CARDS[name])), names))
    assert [name for name, made in zip(names, pictures, strict=True) if made != drawn(name)] == []


@pytest.mark.parametrize("name", CARDS)
def test_no_text_leaves_the_card(name: str) -> None:
    laid = sheet(name)
    for text in laid.placed:
        left, top, right, bottom = text.box
        assert left >= MARGIN + CORNER / 2, text
        assert right <= WIDE - MARGIN - CORNER / 2, text
        assert top >= MARGIN, text
        assert bottom <= laid.high - MARGIN, text


@pytest.mark.parametrize("name", CARDS)
def test_no_text_lies_on_another(name: str) -> None:
    for one, other in combinations(sheet(name).placed, 2):
        left, top = max(one.box[0], other.box[0]), max(one.box[1], other.box[1])
        right, bottom = min(one.box[2], other.box[2]), min(one.box[3], other.box[3])
        assert left >= right or top >= bottom, (one, other)


@pytest.mark.parametrize("name", CARDS)
def test_nothing_but_the_ground_is_outside_the_card(name: str) -> None:
    pixels = Image.open(io.BytesIO(drawn(name))).convert("RGB")
    around = Image.new("RGB", pixels.size, AROUND)
    high = pixels.height
    for box in (
        (0, 0, MARGIN, high),
        (WIDE - MARGIN, 0, WIDE, high),
        (0, 0, WIDE, MARGIN),
        (0, high - MARGIN, WIDE, high),
    ):
        assert ImageChops.difference(pixels.crop(box), around.crop(box)).getbbox() is None


@pytest.mark.parametrize("name", CARDS)
def test_all_letters_of_a_card_are_in_the_typeface(name: str) -> None:
    shown = {letter for text in sheet(name).placed for letter in text.text}
    assert {letter for letter in shown if not lettering.has_glyph(letter)} == set()


def test_the_typeface_has_the_letters_of_europe() -> None:
    assert {letter for letter in LETTERS if not lettering.has_glyph(letter)} <= ARCHAIC | DEPRECATED


def test_what_the_typeface_lacks_is_left_out_of_a_text() -> None:
    assert lettering.shown("Berlin 🏃🏽‍♀️ marathon 東京 (A)") == "Berlin marathon (A)"


def test_letters_with_their_accents_apart_are_joined() -> None:
    assert lettering.shown("Zu\u0308rich") == "Zürich"


def test_the_smallest_letters_can_be_read_at_arms_length() -> None:
    assert SMALL * PHONE / WIDE >= SMALLEST_POINTS


@pytest.mark.parametrize("text", [GREEK, RUSSIAN, GERMAN, "AVATAR Ty. To: 11:11"])
def test_a_text_is_measured_as_it_is_drawn(text: str) -> None:
    assert lettering.width(text, 38, 500) == pytest.approx(lettering.font(38, 500).getlength(text), abs=0.1)


@pytest.mark.parametrize("text", [GREEK, RUSSIAN, GERMAN])
@pytest.mark.parametrize("room", [60, 200, 580])
def test_a_text_that_is_cut_fits_and_says_so(text: str, room: float) -> None:
    cut = lettering.cut(text, 38, 500, room)
    assert cut.endswith("…")
    assert lettering.width(cut, 38, 500) <= room


@pytest.mark.parametrize("most", [1, 2, 3])
def test_a_text_that_is_wrapped_keeps_to_its_lines(most: int) -> None:
    lines = lettering.wrap(f"{GERMAN} {RUSSIAN} {GREEK}", 38, 500, 580, most=most)
    assert len(lines) == most
    assert all(lettering.width(line, 38, 500) <= 580 for line in lines)
    assert lines[-1].endswith("…")


@pytest.mark.parametrize("room", [500, 620, 940])
def test_a_balanced_text_leaves_no_word_alone_and_takes_no_more_lines(room: float) -> None:
    text = "No estimated 1RM yet: no set says its weight. Log it like this: /log 3x4 100kg rpe 8."
    lines, wrapped = (how(text, 44, 500, room, most=8) for how in (lettering.balanced, lettering.wrap))
    assert " ".join(lines) == text
    assert len(lines) == len(wrapped)
    assert lettering.width(lines[-1], 44, 500) >= max(lettering.width(line, 44, 500) for line in lines) / 2


@pytest.mark.parametrize("most", [1, 2, 3])
def test_a_balanced_text_is_cut_as_a_wrapped_one(most: int) -> None:
    text = f"{GERMAN} {RUSSIAN} {GREEK}"
    assert lettering.balanced(text, 38, 500, 580, most=most) == lettering.wrap(text, 38, 500, 580, most=most)


def test_a_text_that_fits_stays_whole() -> None:
    assert lettering.wrap("Berlin marathon (A)", 38, 500, 580, most=1) == ["Berlin marathon (A)"]


@pytest.mark.parametrize("blindness", BLINDNESS)
@pytest.mark.parametrize(("one", "other"), list(combinations(Tone, 2)))
def test_the_colours_of_verdicts_differ_in_lightness_for_every_eye(one: Tone, other: Tone, blindness: str) -> None:
    first, second = (lightness(tones.LOOKS[tone].ground, blindness) for tone in (one, other))
    assert abs(first - second) >= APART


@pytest.mark.parametrize(("one", "other"), list(combinations(Tone, 2)))
def test_the_marks_of_verdicts_differ_without_any_colour(one: Tone, other: Tone) -> None:
    masks = tones.mark(one, 72), tones.mark(other, 72)
    different = ink(ImageChops.difference(*masks))
    assert different >= 0.4 * max(map(ink, masks))


@pytest.mark.parametrize("tone", Tone)
def test_the_mark_of_a_verdict_stands_out_from_its_disc_and_the_disc_from_the_card(tone: Tone) -> None:
    look = tones.LOOKS[tone]
    assert contrast(look.ink, look.ground) >= 3
    # A light disc is held by its dark mark instead.
    assert max(contrast(look.ground, CARD), contrast(look.ink, CARD)) >= 3


@pytest.mark.parametrize("ground", [CARD, AROUND])
def test_small_letters_have_a_contrast_of_four_and_a_half_to_one(ground: str) -> None:
    assert contrast(tones.MUTED, ground) >= 4.5
    assert contrast(SLATE, ground) >= 4.5


@pytest.mark.parametrize(("bar", "other"), [(SLATE, CARD), (FAR, CARD), (SLATE, FAR)])
def test_what_a_chart_is_read_by_has_a_contrast_of_three_to_one(bar: str, other: str) -> None:
    assert contrast(bar, other) >= 3


def test_a_week_shows_every_day_with_its_verdict_in_words() -> None:
    words = [text.text for text in sheet("week").placed]
    assert [word for word in words if word in {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"}] == [
        day.weekday for day in WEEK.days
    ]
    assert [word for word in words if word in {"Yes", "Light", "No"}] == [day.verdict for day in WEEK.days]


@pytest.mark.parametrize("name", ["no points", "only weeks"])
def test_the_box_in_place_of_a_chart_keeps_away_from_the_text_above_it(name: str) -> None:
    """Beside the text, in its left edge, the box is all there is."""
    laid = sheet(name)
    dark = [y for y in range(laid.high) if laid.image.getpixel((LEFT - 10, y)) == ImageColor.getrgb(SLATE)]
    above = max(text.box[3] for text in laid.placed if text.box[1] < dark[0])
    below = min(text.box[1] for text in laid.placed if text.at[1] > dark[-1]) if name == "only weeks" else laid.high
    assert dark[0] - above >= CLEAR
    assert below - dark[-1] >= CLEAR


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("progress", ["4000 kg", "2000"]),
        ("3 points", ["6000 kg", "4000", "2000"]),
        ("only weeks", ["1500 kg", "1000", "500"]),
        ("full progress", ["300k lb", "200k", "100k"]),
    ],
)
def test_bars_stand_beside_round_values_and_the_highest_names_the_unit(name: str, values: list[str]) -> None:
    """The highest bars are 3200, 5300, 1200 and 240,000."""
    laid = sheet(name)
    title = max(text.at[1] for text in laid.placed if text.text.startswith("Volume a week"))
    beside = [text for text in laid.placed if text.anchor == "rs" and text.at[0] < LEFT + 200]
    assert [text.text for text in beside if text.at[1] > title][::-1] == values


@pytest.mark.parametrize(("name", "values"), [("one point", ["260"]), ("2 points", ["118", "126.8"])])
def test_the_first_points_have_their_values_beside_them(name: str, values: list[str]) -> None:
    words = [text.text for text in sheet(name).placed if text.anchor == "ms"]
    assert sorted(words)[-len(values) :] == values


def test_many_points_have_no_values_beside_them() -> None:
    assert [text.text for text in sheet("progress").placed if text.anchor == "ms"] == []


@pytest.mark.parametrize(
    ("name", "share"), [("one point", 0.99), ("2 points", 0.3), ("3 points", 0.6), ("progress", 0.9)]
)
def test_an_early_chart_is_not_left_blank(name: str, share: float) -> None:
    """A point alone has its band across the chart; two of three weeks' Mondays are a third of them, three are two."""
    image = sheet(name).image.convert("RGB")
    haze = ImageColor.getrgb(tones.HAZE)
    wide = [x for x in range(LEFT, RIGHT) if haze in {image.getpixel((x, y)) for y in range(220, 700, 3)}]
    assert wide[-1] - wide[0] >= share * (RIGHT - LEFT - NUMBERS)


def test_an_overfull_week_says_how_many_runs_it_leaves_out() -> None:
    words = [text.text for text in sheet("full week").placed]
    assert "+ 2" in words
    assert words.count("18:00 heavy") == len(FULL_WEEK.days) - 1


def test_three_races_in_a_day_are_named_where_there_is_room() -> None:
    words = " ".join(text.text for text in sheet("races").placed)
    assert all(run.split()[0][:20] in words for run in RACES.days[-1].runs)


@pytest.mark.parametrize("text", ["{", "{}", '{"kind":"week"}', '{"kind":"poster","title":"x"}', '{"kind":"week",'])
def test_a_card_that_cannot_be_read_is_not_drawn(text: str) -> None:
    with pytest.raises(ValueError, match="validation error"):
        picture(text)


def test_the_week_in_the_readme_is_the_one_that_is_drawn() -> None:
    assert "tests/pictures/week.png" in (ROOT / "README.md").read_text(encoding="utf-8")
    shown = Image.open(Path(__file__).parent / "week.png").convert("RGB")
    made = Image.open(io.BytesIO(drawn("week"))).convert("RGB")
    # Another version of the drawing library may round a pixel's edge differently, and no more.
    assert max(ImageStat.Stat(ImageChops.difference(shown, made)).mean) < 1
