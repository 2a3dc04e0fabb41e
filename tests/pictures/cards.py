"""Cards for tests: a usual one of each kind, the fullest there can be, and the emptiest."""

import datetime as dt
import math
from collections.abc import Mapping

from bot.app.cards import Card, CardLift, DayRow, ProgressCard, ProgressPoint, TodayCard, Tone, WeekCard, WeekVolume

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
WORDS = {Tone.YES: "Yes", Tone.LIGHT: "Light", Tone.NO: "No"}
GREEK = "Μαραθώνιος Αθηνών – Αυθεντικός, κλασικός και παγκόσμιος δρόμος"
RUSSIAN = "Московский международный марафон имени братьев Знаменских …"
GERMAN = "Donaudampfschifffahrtsgesellschaftskapitänsmützengedächtnislauf"
PARTING = "28 Nov – 4 Dec"


def _row(place: int, tone: Tone, *runs: str, lifts: tuple[CardLift, ...] = (), is_race: bool = False) -> DayRow:
    return DayRow(
        weekday=DAYS[place],
        date=f"{place + 2} Mar",
        tone=tone,
        verdict=WORDS[tone],
        runs=runs,
        lifts=lifts,
        rest="Rest",
        is_today=place == 0,
        is_race=is_race,
    )


HEAVY = CardLift(words="18:00 heavy", tone=Tone.YES)
LIGHT = CardLift(words="20:30 light", tone=Tone.LIGHT)
NONE = CardLift(words="12:00 no lift", tone=Tone.NO)

WEEK = WeekCard(
    title="Your next 7 days",
    dates="2–8 Mar",
    days=(
        _row(0, Tone.NO),
        _row(1, Tone.LIGHT, "Intervals · 18:00"),
        _row(2, Tone.NO),
        _row(3, Tone.YES, "Tempo · 06:30 · 40 min", lifts=(HEAVY,)),
        _row(4, Tone.NO),
        _row(5, Tone.YES, "Easy · 8 km"),
        _row(6, Tone.LIGHT, "Long run · 08:00 · 18 km", lifts=(LIGHT,)),
    ),
    race="Berlin marathon (A)",
    countdown="in 41 days",
    footer="The most a deadlift can be on each day.",
)
EMPTY_WEEK = WeekCard(
    title=WEEK.title,
    dates=WEEK.dates,
    days=tuple(_row(place, Tone.LIGHT) for place in range(7)),
    invitation="No runs and no lifts here yet. Send me your running week in one line, and I plan the lifts around it.",
    footer=WEEK.footer,
)
FULL_WEEK = WeekCard(
    title=WEEK.title,
    dates=PARTING,
    days=(
        *(
            _row(
                place,
                tone,
                "Easy · 06:30 · 13.1 mi · 100 min",
                "Hilly progression · 18:00 · 22.2 km · 150 min",
                lifts=(HEAVY, LIGHT, NONE)[: 2 + place % 2],
            )
            for place, tone in enumerate([*Tone, Tone.YES, Tone.LIGHT])
        ),
        _row(
            6,
            Tone.NO,
            f"{RUSSIAN} marathon (A)",
            f"{GREEK} half marathon (B)",
            f"{GERMAN} 10 k (C)",
            lifts=(NONE, LIGHT),
            is_race=True,
        ),
    ),
    race=f"{GREEK} marathon (A)",
    countdown="in 300 days",
    footer=f"{WEEK.footer} {WEEK.footer} {WEEK.footer} {WEEK.footer}",
)
RACES = WeekCard(
    title=WEEK.title,
    dates=WEEK.dates,
    days=(
        *WEEK.days[:6],
        _row(6, Tone.NO, f"{RUSSIAN} (A)", f"{GREEK} (B)", f"{GERMAN} (C)", lifts=(NONE,), is_race=True),
    ),
    race=f"{RUSSIAN} (A)",
    countdown="in 6 days",
    footer=WEEK.footer,
)

TODAY = TodayCard(
    tone=Tone.LIGHT,
    headline="Light only, 06:00–11:00, 19:00–21:00",
    when="Tue 3 Mar",
    reason="Intervals today 18:00, 10 h after the lift ends, so keep it light.",
    to_do="2 × 5 at up to 70 kg, 4 or more reps in reserve, rest 2 min.",
    coming="Next good window: Thu 5 Mar 18:00.",
)
FULL_TODAY = TodayCard(
    tone=Tone.YES,
    headline="Yes, 06:00–07:15, 09:30–11:00, 12:30–14:00, 16:00–17:30, 19:00–21:00, 21:45–22:00",
    when="Wed 30 Sep 2026",
    reason=f"{GREEK} marathon (A), {RUSSIAN} half marathon (B), {GERMAN}: " * 2,
    to_do=f"Single-leg Romanian deadlift: 3 × 10 at up to 102.5 lb, 4 or more reps in reserve. {GERMAN} {RUSSIAN}",
    coming=f"Next good window: Wed 30 Dec 2026 18:00. {GREEK} {GERMAN}",
)
PLAIN_TODAY = TodayCard(tone=Tone.NO, headline="Not today", when="Mon 2 Mar", reason="Ask me why.")

MONDAY = dt.date(2026, 1, 5)


def _points(count: int, *, every: int, start: float) -> tuple[ProgressPoint, ...]:
    days = (MONDAY + dt.timedelta(days=every * n) for n in range(count))
    return tuple(
        ProgressPoint(date=day, value=round(start + 9 * math.log(1 + n) + 3 * math.sin(n), 1))
        for n, day in enumerate(days)
    )


def _weeks(count: int, most: float) -> tuple[WeekVolume, ...]:
    return tuple(
        WeekVolume(start=MONDAY + dt.timedelta(weeks=n), heavy=most * (n % 3) / 2, light=most * (n % 2) / 3)
        for n in range(count)
    )


PROGRESS = ProgressCard(
    title="Your deadlift",
    unit="kg",
    points=_points(16, every=4, start=118),
    first_day="5 Jan",
    last_day="8 Mar",
    weeks=_weeks(9, 2400),
    volume_title="Volume a week, kg",
    heavy_label="Heavy",
    light_label="Light",
    facts=("Estimated 1RM 144 kg, ± 5 %", "+ 9 % in 8 weeks", "6 weeks in a row"),
)
ONE_POINT = ProgressCard(
    title="Your deadlift", unit="lb", points=_points(1, every=1, start=260), facts=("Estimated 1RM 260 lb, ± 5 %",)
)
EARLY = {
    f"{count} points": ProgressCard(
        title="Your deadlift",
        unit="kg",
        points=_points(count, every=7, start=118),
        first_day="Mon 5 Jan",
        last_day="Sun 25 Jan",
        weeks=_weeks(3, 5300),
        volume_title="Volume a week",
        heavy_label="Heavy",
        light_label="Light",
        facts=("Estimated 1RM 124 kg, ± 5 %",),
    )
    for count in (2, 3)
}
NO_POINTS = ProgressCard(
    title="Your deadlift", unit="kg", empty="Nothing logged yet. Log a lift with its weight, and your line begins here."
)
ONLY_WEEKS = ProgressCard(
    title="Your deadlift",
    unit="kg",
    weeks=_weeks(6, 900),
    volume_title="Volume a week, kg",
    heavy_label="Heavy",
    light_label="Light",
    facts=("3 weeks in a row",),
    empty="No maximum yet: all sets that I know have more than 12 reps, and that says too little.",
)
FULL_PROGRESS = ProgressCard(
    title=f"{GREEK}",
    unit="lb",
    points=_points(600, every=2, start=20_000),
    first_day="Mon 5 Jan 2026",
    last_day="Wed 30 Apr 2029",
    weeks=_weeks(170, 180_000),
    volume_title=f"Volume a week, {RUSSIAN}",
    heavy_label="Heavy and hard",
    light_label="Light and easy",
    facts=(GREEK, RUSSIAN, GERMAN, f"{GREEK} {RUSSIAN}", GERMAN, GREEK),
)

CARDS: Mapping[str, Card] = {
    "week": WEEK,
    "empty week": EMPTY_WEEK,
    "full week": FULL_WEEK,
    "races": RACES,
    "today": TODAY,
    "full today": FULL_TODAY,
    "plain today": PLAIN_TODAY,
    **{
        f"today {tone.value}": TodayCard(tone=tone, headline=WORDS[tone], when="Mon 2 Mar", reason="Ask me why.")
        for tone in Tone
    },
    "progress": PROGRESS,
    "one point": ONE_POINT,
    **EARLY,
    "no points": NO_POINTS,
    "only weeks": ONLY_WEEKS,
    "full progress": FULL_PROGRESS,
}
