"""An answer about deadlifting as text: the headline of the contract, and at most ten short lines below it."""

import datetime as dt

from bot.app import messages as m
from bot.app.guide import Paper
from bot.app.reply import Fact, Kg, Message
from bot.chat import changes
from bot.chat.words import Reader, days, number, reason, tell
from bot.guidance.answer import Answer
from bot.guidance.prescription import DOSE_CLAIMS, DoseName, Prescription
from bot.guidance.rules import RULES
from bot.guidance.verdict import Finding, Verdict
from bot.training.lifts import Exercise

HEADLINES = {Verdict.HEAVY: m.HEADLINE_YES, Verdict.LIGHT: m.HEADLINE_LIGHT}
RULE = {rule.code: rule for rule in RULES}
CAPS = {Verdict.NO: m.WHY_CAP_NO, Verdict.LIGHT: m.WHY_CAP_LIGHT}
MOST_LINES = 10


def headline(reader: Reader, answer: Answer) -> str:
    """Return the first line: one of the contract's headlines and the time it refers to."""
    if answer.verdict is Verdict.REFER:
        what = reason(reader, answer.decision.findings[0])
        return f"{tell(reader, m.HEADLINE_STOP)} {what}"
    whole_day = answer.moment is None
    if answer.verdict is Verdict.NO and whole_day and answer.today:
        return tell(reader, m.HEADLINE_NOT_TODAY)
    head = tell(reader, HEADLINES.get(answer.verdict, m.HEADLINE_NOT_THEN))
    return head + (_windows(reader, answer) + _day(reader, answer) if whole_day else _moment(reader, answer))


def body(reader: Reader, answer: Answer) -> list[str]:
    """Return the lines below the headline."""
    if answer.verdict is Verdict.REFER:
        return [tell(reader, m.STOP_HOLDS)]
    below = [*what_to_do(reader, answer), *_upcoming(reader, answer), *changes.lines(reader, answer)]
    below.append(_sources(reader, answer))
    about = _about(reader, answer)
    # The main reason always fits; the others make room for what can be done.
    why = reasons(reader, answer)[: max(1, MOST_LINES - len(about) - len(below))]
    return _each_once(reader, answer, [*about, *why, *below][:MOST_LINES])


def explanation(reader: Reader, answer: Answer) -> list[str]:
    """Return every rule that fired, with its code, numbers and what it did; then the sources."""
    lines = [headline(reader, answer)]
    lines += [_explained(reader, finding) for finding in answer.decision.findings] or [tell(reader, m.WHY_NOTHING)]
    lines += changes.lines(reader, answer)
    if answer.upcoming and answer.upcoming.heavy:
        lines.append(tell(reader, m.WHY_CHANGES, at=answer.upcoming.heavy.at))
    lines.append(tell(reader, m.WHY_SOURCES, sources=_guides(reader, answer)))
    research = dict.fromkeys(paper for finding in answer.decision.findings for paper in _papers(reader, finding))
    return lines + [tell(reader, m.WHY_PAPER, cite=paper.cite, found=paper.found) for paper in research]


def prescription_lines(reader: Reader, work: Prescription) -> list[str]:
    """Return what to lift, and why the load is what it is."""
    lines = [prescription_line(reader, work)]
    if work.raised_from_kg is not None:
        lines.append(tell(reader, m.PROGRESSED, last=Kg(kg=work.raised_from_kg)))
    if work.days_off is not None:
        lines.append(tell(reader, m.LAID_OFF, percent=round(work.cut * 100), days=days(work.days_off)))
    return lines


def prescription_line(reader: Reader, work: Prescription) -> str:
    """Return what to lift."""
    named = work.exercise not in (None, Exercise.DEADLIFT)
    facts: dict[str, Fact] = {
        "exercise": tell(reader, m.EXERCISE, exercise=reader.exercise(work.exercise))
        if named and work.exercise
        else "",
        "sets": work.sets,
        "reps": work.reps,
        "load": _load(reader, work),
        "rir": number(work.rir[0]) if work.rir[0] == work.rir[1] else f"{work.rir[0]}–{work.rir[1]}",
        "rest": "–".join(number(minutes) for minutes in dict.fromkeys(work.rest_min)),
    }
    if work.dose is DoseName.NOVICE:
        message = m.DO_NOVICE if work.exercise is None else m.DO_LEARN
        return _some(reader, message, {**facts, "rir": work.rir[0]})
    if work.dose in {DoseName.HEAVY, DoseName.PEAK}:
        return _some(reader, m.DO_HEAVY, facts)
    return _some(reader, m.DO_LIGHT, {**facts, "rir": work.rir[0]})


def _some(reader: Reader, message: Message, facts: dict[str, Fact]) -> str:
    return tell(reader, message, **{name: fact for name, fact in facts.items() if name in message.facts})


def _clock(reader: Reader, at: dt.datetime) -> str:
    return f"{at.astimezone(reader.zone):%H:%M}"


def _windows(reader: Reader, answer: Answer) -> str:
    if answer.verdict is Verdict.NO or answer.all_day:
        return ""
    shown = [(_clock(reader, window.first), _clock(reader, window.last)) for window in answer.windows]
    first, last = shown[0]
    if len(shown) == 1 and answer.open_end and first != last:
        return tell(reader, m.WHEN_FROM, first=first)
    if len(shown) == 1 and answer.open_start and first != last:
        return tell(reader, m.WHEN_UNTIL, last=last)
    return tell(reader, m.WHEN_WITHIN, windows=", ".join(_span(first, last) for first, last in shown))


def _span(first: str, last: str) -> str:
    return first if first == last else f"{first}–{last}"


def _day(reader: Reader, answer: Answer) -> str:
    return "" if answer.today else tell(reader, m.WHEN_DAY, day=_weekday(reader, answer.day))


def _moment(reader: Reader, answer: Answer) -> str:
    if answer.moment is None or answer.asked_now:
        return ""
    day = "" if answer.today else f"{_weekday(reader, answer.day)} "
    return tell(reader, m.WHEN_MOMENT, at=f"{day}{_clock(reader, answer.moment)}")


def _weekday(reader: Reader, day: dt.date) -> str:
    return reader.day(day).split()[0]


def _about(reader: Reader, answer: Answer) -> list[str]:
    """Return the date in full, for every day that is not today."""
    return [] if answer.today else [tell(reader, m.ANSWER_ABOUT, day=answer.day)]


def reasons(reader: Reader, answer: Answer) -> list[str]:
    """Return why, the main reason first; and that nothing holds a lift back where that is so."""
    # What is asked about below need not be told as a reason as well, unless it is the main one.
    main, asked = answer.decision.main, None if answer.question is None else answer.question.about
    # One that would still allow more than the verdict holds nothing back beside it; /why tells all of them.
    told = [one for one in answer.decision.capping if one.cap <= answer.verdict] or answer.decision.findings
    findings = [one for one in told if one != asked or one == main]
    lines = [reason(reader, finding) for finding in findings[:3]]
    lines[1:] = [tell(reader, m.ANSWER_ALSO, reason=other) for other in lines[1:]]
    if answer.before is not None and answer.before not in findings:
        opens = _clock(reader, answer.windows[0].first)
        lines[1:] = [tell(reader, m.ANSWER_BEFORE, first=opens, reason=reason(reader, answer.before)), *lines[1:2]]
    return lines or [tell(reader, m.ANSWER_FREE)]


def what_to_do(reader: Reader, answer: Answer) -> list[str]:
    """Return what to lift, or what to do instead."""
    if answer.prescription is not None:
        return prescription_lines(reader, answer.prescription)
    if not answer.decision.overridable:
        return [tell(reader, m.DO_INSTEAD_REST)]
    new = any(finding.code == "R90" for finding in answer.decision.capping)
    return [tell(reader, m.DO_INSTEAD_BODYWEIGHT if new else m.DO_INSTEAD)]


def _upcoming(reader: Reader, answer: Answer) -> list[str]:
    coming = answer.upcoming
    if coming is None:
        return []
    lines = []
    if coming.light is not None and coming.light.main is not None:
        lines.append(tell(reader, m.NEXT_LIGHT, at=coming.light.at, reason=reason(reader, coming.light.main)))
    # First that the week has none: then the window that is named behind it is seen to lie beyond it.
    if coming.heavy is not None:
        lines += [*_week_without(reader, answer), tell(reader, m.NEXT_HEAVY, at=coming.heavy.at)]
    elif coming.blocking is not None:
        lines.append(tell(reader, m.NEXT_NONE, reason=reason(reader, coming.blocking)))
    strength = answer.today and coming.week_blocking is not None and coming.strength_helps
    return [*lines, tell(reader, m.STRENGTH_WOULD_HELP)] if strength else lines


def _each_once(reader: Reader, answer: Answer, lines: list[str]) -> list[str]:
    """Return the lines with what holds the next days named by its title, where its sentence was said above."""
    coming = answer.upcoming
    light = None if coming is None or coming.light is None else coming.light.main
    for finding in (light, None if coming is None else coming.blocking):
        if finding is not None:
            said = reason(reader, finding)
            others = [place for place, line in enumerate(lines) if said in line][1:]
            named = tell(reader, m.REASON_NAMED, rule=reader.texts.rules[finding.code]["title"])
            lines = [line.replace(said, named) if place in others else line for place, line in enumerate(lines)]
    return lines


def _week_without(reader: Reader, answer: Answer) -> list[str]:
    """Return what holds a whole week without a heavy slot."""
    coming = answer.upcoming
    if coming is None or not answer.today or coming.week_blocking is None:
        return []
    known = coming.week_blocking in (coming.blocking, answer.decision.main)
    why = "" if known else f" {reason(reader, coming.week_blocking)}"
    return [tell(reader, m.WEEK_WITHOUT_HEAVY, reason=why)]


def _sources(reader: Reader, answer: Answer) -> str:
    return tell(reader, m.ANSWER_SOURCES, sources=_guides(reader, answer))


def _guides(reader: Reader, answer: Answer) -> str:
    codes = [finding.code for finding in answer.decision.findings]
    claims = [claim for code in codes for claim in RULE[code].claims]
    if answer.prescription is not None:
        claims += DOSE_CLAIMS[answer.prescription.dose]
    titles = dict.fromkeys(reader.texts.guides[claim] for claim in claims)
    if any(RULE[code].judgement for code in codes) or not titles:
        titles[tell(reader, m.OUR_JUDGEMENT)] = ""
    return "; ".join(titles)


def _explained(reader: Reader, finding: Finding) -> str:
    rule = RULE[finding.code]
    cap = tell(reader, CAPS.get(finding.cap, m.WHY_CAP_NONE))
    judgement = tell(reader, m.WHY_JUDGEMENT) if rule.judgement else ""
    title = reader.texts.rules[finding.code]["title"]
    behind = (" ".join(rule.claims), *(paper.cite.partition(",")[0] for paper in _papers(reader, finding)))
    claims = f" [{'; '.join(filter(None, behind))}]" if any(behind) else ""
    line = tell(reader, m.WHY_RULE, code=finding.code, title=title, reason=reason(reader, finding), cap=cap)
    return f"{line}{judgement}{claims}"


def _papers(reader: Reader, finding: Finding) -> tuple[Paper, ...]:
    return reader.texts.research.get(finding.code, ())


def _load(reader: Reader, work: Prescription) -> str:
    heavy = work.dose in {DoseName.HEAVY, DoseName.PEAK}
    if work.load_kg is None:
        return tell(reader, m.LOAD_EFFORT_HEAVY if heavy else m.LOAD_EFFORT_LIGHT)
    low, high = work.load_kg
    if low <= 0:
        return tell(reader, m.LOAD_UP_TO, high=Kg(kg=high))
    if low == high:
        return tell(reader, m.LOAD_EXACT, high=Kg(kg=high))
    return tell(reader, m.LOAD_KNOWN, low=reader.mass(low), high=Kg(kg=high))
