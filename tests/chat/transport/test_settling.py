import pytest
from telegram.error import NetworkError

from bot.app.records import OutState
from bot.chat.transport.backoff import Backoff
from bot.chat.transport.errors import MaybeDeliveredError, NotDeliveredError
from bot.chat.transport.limiter import Unpaced
from bot.chat.transport.outcomes import Outcome
from bot.chat.transport.sending import Result
from bot.chat.transport.settling import Settler
from tests.chat.transport.fakes import NOON, FakeOutbox, Reports, message


def settler_of(outbox: FakeOutbox, backoff: Backoff, clock: list[float]) -> Settler:
    return Settler(
        outbox=outbox,
        pacer=Unpaced(),
        backoff=backoff,
        now=lambda: NOON,
        monotonic=lambda: clock[0],
        report=Reports(),
    )


@pytest.mark.parametrize("outcome", [Outcome.NOT_DELIVERED, Outcome.TOKEN_REFUSED])
async def test_everything_waits_longer_each_time_that_telegram_cannot_be_used(outcome: Outcome) -> None:
    outbox, clock = FakeOutbox(), [0.0]
    outbox.add(message())
    backoff = Backoff(base_s=1.0, cap_s=60.0, jitter=lambda: 1.0)
    settler = settler_of(outbox, backoff, clock)
    delays = []
    for _ in range(3):
        await settler.settle(outbox.rows[1], Result(outcome=outcome, error=NotDeliveredError("x")))
        delays.append(backoff.network_delay(clock[0]))
        clock[0] += delays[-1]
    assert delays == [1.0, 2.0, 4.0]
    assert outbox.state(1) is OutState.PENDING


@pytest.mark.parametrize(
    ("outcome", "error", "seconds"),
    [
        (Outcome.UNKNOWN, MaybeDeliveredError("x"), 1.0),
        (Outcome.SERVER_TROUBLE, NetworkError("x"), 1.0),
    ],
)
async def test_only_the_chat_waits_when_its_message_failed(outcome: Outcome, error: Exception, seconds: float) -> None:
    outbox, clock = FakeOutbox(), [0.0]
    outbox.add(message(7))
    backoff = Backoff(base_s=1.0, cap_s=60.0, jitter=lambda: 1.0)
    await settler_of(outbox, backoff, clock).settle(outbox.rows[1], Result(outcome=outcome, error=error))
    assert backoff.held(seconds - 0.1) == {7}
    assert backoff.held(seconds) == frozenset()
    assert backoff.network_delay(0.0) == 0
