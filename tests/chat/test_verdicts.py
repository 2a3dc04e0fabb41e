"""An answer about deadlifting: one of the contract's headlines, then at most ten short lines in the runner's terms."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest

from bot.app import messages as m
from bot.app.questions import question_lines
from bot.app.reply import Mark, Reply, say
from bot.chat import verdicts
from bot.chat.render import as_text
from bot.chat.words import Reader, reason
from bot.guidance.answer import Answer, answer_day, answer_moment
from bot.guidance.engine import Window
from bot.guidance.prescription import DoseName, Prescription
from bot.guidance.search import NextWindow
from bot.guidance.situation import Book
from bot.guidance.thresholds import Thresholds
from bot.guidance.verdict import Decision, Finding, Verdict
from bot.library.library import Library
from bot.training.profile import MassUnit, Phase, Profile
from tests.guidance.cases import Case, all_cases, instant_of, situation_of

BERLIN = ZoneInfo("Europe/Berlin")
TODAY = dt.date(2026, 3, 2)
FRIDAY = dt.date(2026, 3, 6)
NOW = dt.datetime(2026, 3, 2, 10, 0, tzinfo=BERLIN)
HEADLINES = ("✅ Yes", "🟡 Light only", "⛔ Not today", "⛔ Not then", "🩺 Stop")
MOST_BELOW = 10
LONGEST_LINE = 160
HEAVY_WORK = Prescription(dose=DoseName.HEAVY, sets=3, reps=4, rir=(1, 2), rest_min=(2, 3))


def _at(day: dt.date, clock: str) -> dt.datetime:
    return dt.datetime.combine(day, dt.time.fromisoformat(clock), tzinfo=BERLIN).astimezone(dt.UTC)


def _windows(day: dt.date, *spans: str) -> tuple[Window, ...]:
    pairs = (span.split("-") for span in spans)
    return tuple(Window(first=_at(day, first), last=_at(day, last)) for first, last in pairs)


def _decision(verdict: Verdict, *findings: Finding) -> Decision:
    return Decision(at=NOW, verdict=verdict, findings=findings, phase=Phase.BASE)


def _day(verdict: Verdict, day: dt.date, *spans: str, opens: bool = False, closes: bool = False) -> Answer:
    return Answer(
        day=day,
        today=day == TODAY,
        verdict=verdict,
        decision=_decision(verdict),
        windows=_windows(day, *spans),
        open_start=opens,
        open_end=closes,
    )


def _moment(verdict: Verdict, day: dt.date, clock: str) -> Answer:
    at = _at(day, clock)
    return Answer(
        day=day,
        today=day == TODAY,
        verdict=verdict,
        decision=_decision(verdict),
        moment=at,
        asked_now=at == NOW,
    )


YES, LIGHT, NO = Verdict.HEAVY, Verdict.LIGHT, Verdict.NO


@pytest.fixture
def reader(library: Library) -> Reader:
    return Reader(texts=library.texts, profile=Profile(timezone=BERLIN.key), now=NOW)


@pytest.mark.parametrize(
    ("answer", "headline"),
    [
        (_day(YES, TODAY, "10:00-21:00", opens=True, closes=True), "✅ Yes"),
        (_day(YES, TODAY, "13:30-21:00", closes=True), "✅ Yes, from 13:30"),
        (_day(YES, TODAY, "10:00-16:45", opens=True), "✅ Yes, until 16:45"),
        (_day(YES, TODAY, "12:00-16:45"), "✅ Yes, 12:00–16:45"),
        (_day(YES, TODAY, "10:00-11:00", "12:45-21:00", opens=True, closes=True), "✅ Yes, 10:00–11:00, 12:45–21:00"),
        (_day(LIGHT, TODAY, "13:00-13:00"), "🟡 Light only, 13:00"),
        (_day(LIGHT, TODAY, "13:00-13:00", "21:00-21:00", closes=True), "🟡 Light only, 13:00, 21:00"),
        (_day(YES, FRIDAY, "06:00-21:00", opens=True, closes=True), "✅ Yes (Fri)"),
        (_day(YES, FRIDAY, "13:30-21:00", closes=True), "✅ Yes, from 13:30 (Fri)"),
        (_day(LIGHT, TODAY, "10:00-21:00", opens=True, closes=True), "🟡 Light only"),
        (_day(LIGHT, TODAY, "14:00-21:00", closes=True), "🟡 Light only, from 14:00"),
        (_day(LIGHT, FRIDAY, "06:00-09:15", opens=True), "🟡 Light only, until 09:15 (Fri)"),
        (_day(NO, TODAY, "10:00-21:00", opens=True, closes=True), "⛔ Not today"),
        (_day(NO, FRIDAY, "06:00-21:00", opens=True, closes=True), "⛔ Not then (Fri)"),
        (_moment(YES, TODAY, "10:00"), "✅ Yes"),
        (_moment(YES, TODAY, "18:00"), "✅ Yes (18:00)"),
        (_moment(YES, FRIDAY, "18:00"), "✅ Yes (Fri 18:00)"),
        (_moment(LIGHT, TODAY, "10:00"), "🟡 Light only"),
        (_moment(LIGHT, FRIDAY, "07:00"), "🟡 Light only (Fri 07:00)"),
        (_moment(NO, TODAY, "10:00"), "⛔ Not then"),
        (_moment(NO, TODAY, "18:00"), "⛔ Not then (18:00)"),
        (_moment(NO, FRIDAY, "18:00"), "⛔ Not then (Fri 18:00)"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_headline_says_the_verdict_and_its_time(reader: Reader, answer: Answer, headline: str) -> None:
    assert verdicts.headline(reader, answer) == headline


@pytest.mark.parametrize(
    ("variant", "what"), [("emergency", "Call your local emergency number"), ("urgent", "See a doctor today")]
)
def test_stop_and_what_to_do_stand_on_one_line(reader: Reader, variant: str, what: str) -> None:
    decision = _decision(Verdict.REFER, Finding(code="R00", cap=Verdict.REFER, variant=variant))
    answer = replace(_moment(YES, TODAY, "10:00"), verdict=Verdict.REFER, decision=decision)
    first, *rest = as_text(Reply(answer=answer), reader).splitlines()
    assert first.startswith(f"🩺 Stop. {what}")
    assert rest == [reader.line(say(m.STOP_HOLDS))]


def test_windows_are_on_the_readers_clock(library: Library) -> None:
    in_london = Reader(texts=library.texts, profile=Profile(timezone="Europe/London"), now=NOW)
    answer = _day(YES, TODAY, "13:30-21:00", closes=True)
    assert verdicts.headline(in_london, answer) == "✅ Yes, from 12:30"


def test_a_reminder_has_its_mark_before_the_headline(reader: Reader) -> None:
    answer = _day(YES, TODAY, "13:30-21:00", closes=True)
    assert as_text(Reply(mark=Mark.REMINDER, answer=answer), reader).splitlines()[0] == "⏰ ✅ Yes, from 13:30"


@pytest.mark.parametrize(
    ("work", "line"),
    [
        (HEAVY_WORK, "3 × 4 with a weight you could lift 6 times, 1–2 reps in reserve, rest 2–3 min."),
        (
            Prescription(dose=DoseName.PEAK, sets=2, reps=3, rir=(3, 3), rest_min=(3, 3), load_kg=(100, 100)),
            "2 × 3 at 100 kg, 3 reps in reserve, rest 3 min.",
        ),
        (
            Prescription(dose=DoseName.LIGHT, sets=3, reps=5, rir=(4, 5), rest_min=(1, 2), load_kg=(0, 82.5)),
            "3 × 5 with up to 82.5 kg, 4 or more reps in reserve, rest 1–2 min.",
        ),
        (
            Prescription(dose=DoseName.TAPER, sets=2, reps=3, rir=(4, 5), rest_min=(1, 2)),
            "2 × 3 with a weight you could lift 10 times, 4 or more reps in reserve, rest 1–2 min.",
        ),
        (
            Prescription(dose=DoseName.NOVICE, sets=3, reps=5, rir=(4, 5), rest_min=(1, 2)),
            "3 × 5, light: kettlebell, rack pull or trap bar, 4 or more reps in reserve, rest 1–2 min.",
        ),
    ],
    ids=lambda value: value.dose.value if isinstance(value, Prescription) else "",
)
def test_the_work_is_told_with_load_effort_and_rest(reader: Reader, work: Prescription, line: str) -> None:
    assert verdicts.prescription_line(reader, work) == line


@pytest.mark.parametrize(("units", "load"), [(MassUnit.KG, "97.5–102.5 kg"), (MassUnit.LB, "215–226 lb")])
def test_loads_are_in_the_readers_unit(library: Library, units: MassUnit, load: str) -> None:
    reader = Reader(texts=library.texts, profile=Profile(timezone=BERLIN.key, units=units), now=NOW)
    line = verdicts.prescription_line(reader, replace(HEAVY_WORK, load_kg=(97.5, 102.5)))
    assert line.startswith(f"3 × 4 at {load}, ")


def test_a_long_list_of_reasons_is_cut_to_the_main_one_and_two_more(reader: Reader) -> None:
    findings = tuple(Finding(code="R80", cap=Verdict.LIGHT, variant="some", level=level) for level in (4, 5, 6, 4))
    answer = replace(_moment(LIGHT, TODAY, "10:00"), decision=_decision(LIGHT, *findings), prescription=HEAVY_WORK)
    assert sum("Soreness" in line for line in verdicts.body(reader, answer)) == 3


def test_sentence_is_said_once_and_named_by_its_title_below(reader: Reader) -> None:
    unknown = Finding(code="R123", cap=LIGHT, variant="never_said")
    held = Decision(at=NOW, verdict=LIGHT, findings=(unknown,), phase=Phase.BASE)
    answer = replace(
        _moment(NO, TODAY, "10:00"),
        decision=_decision(NO, Finding(code="R50", cap=NO, variant="today"), unknown),
        upcoming=NextWindow(heavy=None, light=held, blocking=unknown),
    )
    lines = verdicts.body(reader, answer)
    assert lines[2:4] == [
        "Next light window: today 10:00. I do not know how long you have been lifting, so light to be safe.",
        "No heavy window in the next two weeks. Lifting experience unknown, as above.",
    ]


def test_a_reason_that_allows_more_than_the_verdict_is_left_out(reader: Reader) -> None:
    stops = (Finding(code="R50", cap=NO, variant="today"), Finding(code="R80", cap=NO, variant="very", level=8))
    weaker = Finding(code="R123", cap=LIGHT, variant="never_said")
    answer = replace(_moment(NO, TODAY, "10:00"), decision=_decision(NO, *stops, weaker))
    also = [line for line in verdicts.body(reader, answer) if line.startswith("Also: ")]
    assert len(also) == 1
    assert "Soreness" in also[0]
    assert any("R123" in line for line in verdicts.explanation(reader, answer))


def test_a_single_moment_of_the_day_is_no_stretch(reader: Reader) -> None:
    assert verdicts.headline(reader, _day(YES, FRIDAY, "06:00-06:00", opens=True)) == "✅ Yes, 06:00 (Fri)"
    assert verdicts.headline(reader, _day(YES, FRIDAY, "21:00-21:00", closes=True)) == "✅ Yes, 21:00 (Fri)"


def test_why_names_code_title_reason_effect_claims_and_papers_of_every_rule(reader: Reader) -> None:
    findings = (
        Finding(code="R50", cap=NO, variant="today"),
        Finding(code="R80", cap=LIGHT, variant="some", level=5),
        Finding(code="R100", cap=YES, variant="peak", phase=Phase.PEAK),
    )
    answer = replace(_moment(NO, TODAY, "10:00"), decision=_decision(NO, *findings))
    headline, *rest = verdicts.explanation(reader, answer)
    rules, sources, studies = rest[:3], rest[3], rest[4:]
    assert headline == "⛔ Not then"
    assert [line.split()[0] for line in rules] == ["R50", "R80", "R100"]
    assert rules[0] == "R50 Just lifted: You already deadlifted today. → no [C022; Helland 2020]"
    assert [line.split(":")[1].strip() for line in studies] == [
        "Helland 2020, PeerJ",
        "Tufano 2012, J Strength Cond Res",
        "Spiering 2021, J Strength Cond Res",
        "Bosquet 2007, Med Sci Sports Exerc",
    ]
    assert rules[1].startswith("R80 Soreness: Soreness 5/10: light only. → light (")
    assert "→" not in rules[2]
    assert "Deadlifts for runners" in sources
    assert "our judgement" in sources


def test_why_says_so_when_nothing_holds_the_lift_back(reader: Reader) -> None:
    lines = verdicts.explanation(reader, replace(_moment(YES, TODAY, "10:00"), prescription=HEAVY_WORK))
    assert reader.line(say(m.WHY_NOTHING)) in lines


def _answers(case: Case, thresholds: Thresholds) -> Iterator[tuple[Answer, dt.datetime]]:
    """Answer what a guidance case asks, and ask about its moment ahead of time and about its whole day too."""
    book = Book(situation_of(case), thresholds)
    if "at" in case:
        at = instant_of(case, case["at"])
        yield answer_moment(book, at, now=at), at
        earlier = at - dt.timedelta(hours=30)
        yield answer_moment(book, at, now=earlier), earlier
    if "day" in case:
        now = instant_of(case, case["now"])
        yield answer_day(book, case["day"], now=now), now


@pytest.fixture(scope="module")
def told(library: Library, thresholds: Thresholds) -> list[tuple[str, str]]:
    """Return what the bot says in all guidance cases: hundreds of weeks, with the case's id."""
    texts = []
    for case in all_cases():
        for answer, now in _answers(case, thresholds):
            reader = Reader(texts=library.texts, profile=situation_of(case).profile, now=now)
            question = () if answer.verdict is Verdict.REFER else question_lines(answer)[0]
            texts.append((case["id"], as_text(Reply(answer=answer, lines=question), reader)))
    return texts


def test_every_answer_begins_with_exactly_one_headline(told: list[tuple[str, str]]) -> None:
    form = re.compile(rf"({'|'.join(HEADLINES)})(, [^()]+)?( \([^()]+\))?$")
    assert [(name, text) for name, text in told if not text.startswith("🩺 Stop.") and not _first(form, text)] == []
    assert [(name, text) for name, text in told if sum(text.count(headline) for headline in HEADLINES) != 1] == []


def test_every_headline_occurs_in_the_cases(told: list[tuple[str, str]]) -> None:
    assert {headline for headline in HEADLINES for _, text in told if text.startswith(headline)} == set(HEADLINES)


def test_every_answer_has_at_most_ten_short_lines_below(told: list[tuple[str, str]]) -> None:
    assert [(name, text) for name, text in told if len(text.splitlines()) - 1 > MOST_BELOW] == []
    assert [line for _, text in told for line in text.splitlines() if len(line) > LONGEST_LINE] == []


@pytest.mark.parametrize(
    "slip",
    [
        r"  ",
        r" [,.;]",
        r"[,.;:]{2}",
        r"\bNone\b",
        r"[{}]",
        r"\b(\w+) \1\b",
        r"\b(\w+ \d+ \w+) \1\b",
        r"_",
        r"^[a-z]",
        r" $",
    ],
)
def test_no_answer_shows_the_seams_of_its_sentences(told: list[tuple[str, str]], slip: str) -> None:
    assert [(name, line) for name, text in told for line in text.splitlines() if re.search(slip, line)] == []


def test_the_main_reason_is_told_in_every_answer(library: Library, thresholds: Thresholds) -> None:
    for case in all_cases():
        for answer, now in _answers(case, thresholds):
            main = answer.decision.main
            if main is not None and answer.verdict is not Verdict.REFER:
                reader = Reader(texts=library.texts, profile=situation_of(case).profile, now=now)
                assert reason(reader, main) in "\n".join(verdicts.body(reader, answer)), case["id"]


def test_only_a_stop_gives_no_other_advice(told: list[tuple[str, str]]) -> None:
    for _, text in told:
        assert ("Sources: " in text) != text.startswith("🩺 Stop")


def _first(form: re.Pattern[str], text: str) -> bool:
    return form.match(text.splitlines()[0]) is not None
