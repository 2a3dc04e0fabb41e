"""What the use cases keep, beside the training records themselves."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bot.guidance.verdict import Verdict
from bot.training.exports import App, FileLift
from bot.training.profile import Profile
from bot.training.time import Weekday


@dataclass(frozen=True, slots=True, kw_only=True)
class WeeklyMoment:
    """A weekday and a time of it, on the runner's own clock."""

    weekday: Weekday
    time: dt.time


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderSettings:
    """When a runner wants to hear from the bot unasked; None is off. `quiet` is a local span, start to end.

    `alert`, `after`, `sore`, `taper` and `back` go with the morning reminder while nothing is said of them (None).
    `week` is when the plan of the week comes.
    """

    morning: dt.time | None = None
    warmup_min: int | None = 30
    daily: bool = False
    quiet: tuple[dt.time, dt.time] | None = None
    alert: bool | None = None
    after: bool | None = None
    sore: bool | None = None
    taper: bool | None = None
    back: bool | None = None
    week: WeeklyMoment | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Runner:
    """A person the bot knows: their id at Telegram, their private chat, profile and reminder settings.

    `reachable` turns false when Telegram says that the person blocked the bot, and true again when they write.
    """

    id: int
    chat_id: int
    created_at: dt.datetime
    profile: Profile = field(default_factory=Profile)
    reminders: ReminderSettings = field(default_factory=ReminderSettings)
    reachable: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialogue:
    """Where a runner is in a dialogue: one per runner, surviving restarts. `draft` holds what was gathered so far."""

    name: str
    step: str
    draft: Mapping[str, str] = field(default_factory=dict)


class Lane(StrEnum):
    """People's answers go first; bulk (reminders) takes what they leave of the allowed rate."""

    ANSWER = "answer"
    BULK = "bulk"


class Method(StrEnum):
    """The Bot API methods that outgoing messages use."""

    SEND = "sendMessage"
    EDIT = "editMessageText"
    DOCUMENT = "sendDocument"
    PHOTO = "sendPhoto"


@dataclass(frozen=True, slots=True, kw_only=True)
class OutMessage:
    """A message on its way out: the method and its parameters as the Bot API names them (JSON values).

    `document` is the content of a file to send, with its name in `file_name`; the `photo` of a payload is the name of a
    drawing, which is made when it is sent. After `expires_at` it is of no use and is
    dropped. `due_id` ties a reminder's message to its row in the due table.
    """

    chat_id: int
    method: Method
    payload: Mapping[str, object]
    lane: Lane = Lane.ANSWER
    expires_at: dt.datetime | None = None
    file_name: str | None = None
    document: bytes | None = None
    due_id: int | None = None


class OutState(StrEnum):
    """The life of an outgoing message. `sending` is committed before the call; `unknown` may have arrived."""

    PENDING = "pending"
    SENDING = "sending"
    SENT = "sent"
    UNKNOWN = "unknown"
    FAILED = "failed"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True, kw_only=True)
class Queued:
    """An outgoing message in the outbox. `attempts` counts its calls that may have arrived; the third is never made."""

    id: int
    message: OutMessage
    state: OutState
    attempts: int


class DueKind(StrEnum):
    """The kinds of message that the bot sends unasked, the one that goes first when two come at a time first."""

    MORNING = "morning"
    SNOOZE = "snooze"
    WARMUP = "warmup"
    WEEK = "week"
    ALERT = "alert"
    BACK = "back"
    TAPER = "taper"
    AFTER = "after"
    SORE = "sore"
    DAILY = "daily"


class DueState(StrEnum):
    """`pending` until the dispatcher settles it: a message queued, nothing to say, or too late to be of use.

    `unknown` is one whose message may not have arrived, until its person was told so.
    """

    PENDING = "pending"
    QUEUED = "queued"
    SILENT = "silent"
    EXPIRED = "expired"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """One occurrence of a reminder: unique on (runner, item, local date, kind).

    `item` names the lift, race or pause it belongs to; `lift_at` is the UTC instant of the lift, or of the reminder
    where it is about none. `due_at` is derived from `local_date`, `local_time` and `zone`; after `deadline` (UTC) the
    reminder is of no use.
    """

    id: int = 0
    runner_id: int
    item: str
    kind: DueKind
    local_date: dt.date
    local_time: dt.time
    zone: str
    due_at: dt.datetime
    deadline: dt.datetime
    lift_at: dt.datetime
    state: DueState = DueState.PENDING


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivation:
    """How far everybody's reminders were derived by one set of rules (`basis`), in the order of runners' ids.

    `reached` None is all of them.
    """

    basis: str
    reached: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictRecord:
    """A verdict as it was given: enough to explain and to replay it. `inputs` and `result` are JSON documents.

    `asked_day` is the local date it is about.
    """

    at: dt.datetime
    asked_day: dt.date
    rule_set: str
    inputs: str
    result: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """The runner's decision to lift against the advice about a local day, with the codes of the rules they overrode."""

    at: dt.datetime
    day: dt.date
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """The runner's wish to hear nothing unasked before the local day `until`, said at `at`, or till they end it.

    `since` is its first local day; None is the moment at which it was said.
    """

    at: dt.datetime
    until: dt.date
    ended_at: dt.datetime | None = None
    since: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldLift:
    """The verdict that the runner was shown beside one lift, at its local date and time, in a list of lifts."""

    at: dt.datetime
    date: dt.date
    time: dt.time
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportDraft:
    """A file's lifts that wait for their runner's tap until `expires_at`, and how many sets of it were left out.

    `others` are sets of other exercises, `empty` those without reps, `unread` rows that could not be read. Without
    `in_kg` the weights are in a unit that the file does not say.
    """

    at: dt.datetime
    expires_at: dt.datetime
    app: App
    in_kg: bool
    lifts: tuple[FileLift, ...]
    others: int = 0
    warm_ups: int = 0
    empty: int = 0
    unread: int = 0


class UndoResult(StrEnum):
    """What became of a tap on Undo."""

    DONE = "done"
    ALREADY = "already"
    OVERTAKEN = "overtaken"
    UNKNOWN = "unknown"
