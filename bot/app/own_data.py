"""What is stored about a runner: shown, exported, deleted."""

import csv
import datetime as dt
import io
import json
import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from pydantic import TypeAdapter

from bot.app import health
from bot.app import messages as m
from bot.app.kinds import RANK, UNDER_REMIND, kind_text
from bot.app.records import DueState, Runner, ToldLift
from bot.app.replies import asked, button
from bot.app.reply import Document, Mark, Replies, Reply, say
from bot.app.restored import AGE_BANDS, CHECKIN_KINDS, FORMAT
from bot.app.settings import as_document, clock_text
from bot.app.turn import Turn, values
from bot.training.body import CheckIn
from bot.training.classify import classes_of
from bot.training.health import HealthFact, HealthTopic
from bot.training.lifts import Lift, LiftChange, PlannedLift
from bot.training.runs import DatedRun, RunSpec, WeeklyRun
from bot.training.strength import Estimates, is_heavy

JSON = dict[str, Any]
ANY: TypeAdapter[Any] = TypeAdapter(Any)

ALL = re.compile(
    r"\b(?:all|everything|data|infos?|information|acc(?:oun)?ts?|profile|me|myself|stuff|details|the lot|whole|gone"
    r"|gdpr|quit|leave|system|records|history)\b",
    re.IGNORECASE,
)
"""Words of those who want to be forgotten."""


def export(turn: Turn) -> Replies:
    """Give everything stored about the runner as one JSON document, and the log as CSV."""
    document = json.dumps(_document(turn), ensure_ascii=False, indent=2).encode()
    return (
        Reply(
            mark=Mark.KNOWLEDGE, lines=(say(m.EXPORT),), document=Document(name="deadlift-bot.json", content=document)
        ),
        Reply(mark=Mark.KNOWLEDGE, lines=(say(m.EXPORT_LOG),), document=Document(name="lifts.csv", content=_log(turn))),
    )


def privacy(turn: Turn) -> Replies:
    """Say what is stored and why; health answers are shown, with a button that deletes them."""
    kept = health.answers(turn)
    if not kept:
        return (Reply(lines=(say(m.PRIVACY),)),)
    buttons = ((button(say(m.HEALTH_DELETE), "nohealth"),),)
    return (Reply(lines=(say(m.PRIVACY), say(m.HEALTH_SHOWN), *kept), buttons=buttons),)


def ask_delete(turn: Turn) -> Replies:
    """Ask once before everything goes; the button works on the same day only."""
    yes = button(say(m.DELETE_YES), "delete", turn.today.isoformat())
    buttons = ((yes, button(say(m.DELETE_NO), "keep")),)
    return (asked(say(m.DELETE_SURE), buttons=buttons),)


def asked_to_delete(turn: Turn, text: str) -> Replies:
    """Ask whether all shall go, where that is wanted in so many words; else what it is that shall."""
    return ask_delete(turn) if ALL.search(text) else ask_what(turn)


def ask_what(turn: Turn) -> Replies:
    """Ask what shall be deleted; the newest change can be undone."""
    newest = turn.records.last_change(turn.runner.id)
    undo = () if newest is None else ((button(say(m.UNDO), "undo", str(newest)),),)
    return (asked(say(m.DELETE_WHAT), buttons=undo),)


def delete(turn: Turn) -> Replies:
    """Delete everything about the runner, at once and for good."""
    turn.records.delete_runner(turn.runner.id)
    return (Reply(mark=Mark.STORED, lines=(say(m.DELETED),)),)


def _document(turn: Turn) -> JSON:
    records, owner = turn.records, turn.runner.id
    lifts = sorted(values(records.lifts.of(owner)), key=lambda lift: lift.at)
    estimates = Estimates(lifts, turn.knowledge.thresholds.strength)
    patterns = values(records.patterns.of(owner))
    current = patterns[-1].runs if patterns else ()
    return {
        "format": FORMAT,
        "exported_at": _iso(turn.now),
        "profile": _profile(turn.runner),
        "weekly_runs": [_weekly(turn, run) for run in current],
        "earlier_weekly_runs": [
            {"until": _day(after.valid_from), "runs": [_weekly(turn, run) for run in earlier.runs]}
            for earlier, after in pairwise(patterns)
        ],
        "dated_runs": [_dated(turn, run) for run in values(records.dated_runs.of(owner))],
        "races": [
            {
                "date": race.date.isoformat(),
                "time": clock_text(race.time),
                "distance": race.distance_km,
                "priority": race.priority.value,
                "name": race.name,
            }
            for race in values(records.races.of(owner))
        ],
        "health": _health(values(records.health.of(owner))),
        "red_flags": [_plain(flag) for flag in values(records.red_flags.of(owner))],
        "overrides": [_plain(override) for override in values(records.overrides.of(owner))],
        "pauses": [_plain(pause) for pause in values(records.pauses.of(owner))],
        "plan": [_planned(lift) for lift in values(records.planned_lifts.of(owner))],
        "lifts": [_lift(turn, lift, estimates) for lift in lifts],
        "workouts": [_plain(workout) for workout in values(records.workouts.of(owner))],
        "checkins": [_checkin(checkin) for checkin in values(records.checkins.of(owner))],
        "import": _import(turn),
        "fixed_lifts": [
            {"weekday": lift.weekday.key, "time": clock_text(lift.time)}
            for lift in values(records.fixed_lifts.of(owner))
        ],
        "lift_changes": [_changed(change) for change in values(records.lift_changes.of(owner))],
        "told_lifts": [_told(told) for told in values(records.told_lifts.of(owner))],
        "reminders": [
            {"kind": due.kind.value, "local_time": clock_text(due.local_time), "due_at": _iso(due.due_at)}
            for due in sorted(records.due_of(owner, DueState.PENDING), key=lambda due: RANK[due.kind])
        ],
        "reminder_kinds": {kind.value: kind_text(turn.runner.reminders, kind) for kind in UNDER_REMIND},
        "verdicts": [
            {
                "at": _iso(verdict.at),
                "day": verdict.asked_day.isoformat(),
                "rule_set": verdict.rule_set,
                "inputs": json.loads(verdict.inputs),
                "result": json.loads(verdict.result),
            }
            for verdict in values(records.verdicts.of(owner))
        ],
    }


def _profile(runner: Runner) -> JSON:
    profile = runner.profile
    # Said in other ways than `/set`; a name that `/set` learns is written as there.
    others = {"plates": list(profile.plates), "auto_lifts": profile.auto_lifts, "fewer_sets": profile.fewer_sets}
    return others | as_document(runner)


def _health(facts: Sequence[HealthFact]) -> JSON | None:
    """Return the lasting answers: the newest age band, the newest birth (a condition too), and all conditions."""
    if not facts:
        return None
    ages = [AGE_BANDS[fact.topic] for fact in facts if fact.topic.is_age]
    births = [_day(fact.since) for fact in facts if fact.topic is HealthTopic.BIRTH]
    return {
        "age": ages[-1] if ages else None,
        "birth": births[-1] if births else None,
        "conditions": [_condition(fact) for fact in facts if fact.topic not in {*AGE_BANDS, HealthTopic.NONE}],
        "none_said": any(fact.topic is HealthTopic.NONE for fact in facts),
    }


def _condition(fact: HealthFact) -> JSON:
    return {
        "topic": fact.topic.value,
        "since": _day(fact.since),
        "cleared_on": _day(fact.cleared_on),
        "said_on": _day(fact.said_on),
        **({"until": _day(fact.until)} if fact.topic.is_clinicians_no else {}),
    }


def _import(turn: Turn) -> JSON | None:
    """Return the file that waits for a tap."""
    kept = turn.records.import_of(turn.runner.id)
    return None if kept is None else _plain(kept[1])


def _planned(lift: PlannedLift) -> JSON:
    return {"date": lift.date.isoformat(), "time": clock_text(lift.time), "heavy": lift.heavy}


def _changed(change: LiftChange) -> JSON:
    return {
        "date": change.date.isoformat(),
        "time": clock_text(change.time),
        "to_date": _day(change.to_date),
        "to_time": clock_text(change.to_time),
    }


def _told(told: ToldLift) -> JSON:
    return {
        "at": _iso(told.at),
        "date": told.date.isoformat(),
        "time": clock_text(told.time),
        "verdict": told.verdict.name,
    }


def _run(turn: Turn, spec: RunSpec) -> JSON:
    classes = classes_of(spec, turn.knowledge.thresholds.runs)
    return {
        "time": clock_text(spec.time),
        "kind": spec.kind.value,
        "class": "+".join(sorted(classes, reverse=True)),
        "distance_km": spec.distance_km,
        "duration_min": spec.duration_min,
        "hilly": spec.hilly,
        "descent_m": spec.descent_m,
        "text": spec.text,
    }


def _weekly(turn: Turn, run: WeeklyRun) -> JSON:
    return {"weekday": run.weekday.key, **_run(turn, run.run)}


def _dated(turn: Turn, run: DatedRun) -> JSON:
    return {"date": run.date.isoformat(), "replaces": run.replaces, "done": run.done, **_run(turn, run.run)}


def _lift(turn: Turn, lift: Lift, estimates: Estimates) -> JSON:
    return {
        "at": _iso(lift.at),
        "exercise": lift.exercise.value,
        "sets": [{"reps": s.reps, "weight_kg": s.weight_kg, "rir": s.rir} for s in lift.sets],
        "heavy": is_heavy(lift, estimates, turn.knowledge.thresholds.strength),
        "called": None if lift.called is None else lift.called.value,
        "text": lift.text,
    }


def _checkin(checkin: CheckIn) -> JSON:
    return {"kind": CHECKIN_KINDS[type(checkin)], **_plain(checkin)}


def _plain(value: object) -> JSON:
    document: JSON = ANY.dump_python(value, mode="json")
    return document


def _log(turn: Turn) -> bytes:
    table = io.StringIO()
    writer = csv.writer(table)
    writer.writerow(("at", "exercise", "set", "reps", "weight_kg", "rir"))
    for _, lift in turn.records.lifts.of(turn.runner.id):
        for number, one in enumerate(lift.sets, start=1):
            writer.writerow((_iso(lift.at), lift.exercise.value, number, one.reps, one.weight_kg, one.rir))
    return table.getvalue().encode()


def _iso(at: dt.datetime) -> str:
    return at.astimezone(dt.UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _day(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()
