"""Exports of Strong and Hevy, and sending them to the bot."""

from bot.local.shown import ShownMessage
from bot.training.lifts import Lift
from tests.conversations.conftest import Talker

HEADER = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE\n"
HEVY_HEADER = (
    '"title","start_time","end_time","description","exercise_title","superset_id","exercise_notes","set_index",'
    '"set_type","weight_kg","reps","distance_km","duration_seconds","rpe"\n'
)
LAST_YEAR = ("2025-12-01", "2025-12-08", "2025-12-15")


def strong(*rows: str) -> bytes:
    """Return an export of Strong's."""
    return (HEADER + "".join(f"{row}\n" for row in rows)).encode()


def session(
    day: str, *, title: str = "Deadlift (Barbell)", weight: float = 100, sets: int = 3, time: str = "18:05:00"
) -> str:
    """Return the rows of a session: sets of five at RPE 8."""
    row = '{day} {time},"Legs",1h,"{title}",{number},{weight},5,0,0,"","",8'
    return "\n".join(
        row.format(day=day, time=time, title=title, number=number, weight=weight) for number in range(1, sets + 1)
    )


def hevy(day: str) -> bytes:
    """Return an export of Hevy's with one session."""
    rows = [
        f'"Legs","{day}, 18:05","{day}, 19:05","","Deadlift (Barbell)",,"",{n},"normal",100,5,,,8' for n in range(3)
    ]
    return (HEVY_HEADER + "\n".join(rows)).encode()


async def send(runner: Talker, content: bytes, *, caption: str = "") -> list[ShownMessage]:
    """Send a file and return the messages that answer it."""
    seen = runner.person.received
    await runner.person.send_document("strong.csv", content, mime_type="text/csv", caption=caption)
    await runner.world.settle()
    return runner.person.messages_after(seen)


async def logged(runner: Talker) -> tuple[Lift, ...]:
    """Return the log."""
    return tuple(lift for _, lift in await runner.world.store.run(lambda r: r.lifts.of(runner.person.id)))


async def imported(runner: Talker, *days: str) -> list[ShownMessage]:
    """Send an export with a session on each of some days, and take it."""
    [shown] = await send(runner, strong(*map(session, days)))
    return await runner.press(shown.labels[0], shown)
