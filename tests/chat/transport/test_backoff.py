from math import inf

import pytest

from bot.chat.transport.backoff import Backoff


def backoff(jitter: float = 1.0) -> Backoff:
    return Backoff(base_s=1.0, cap_s=60.0, jitter=lambda: jitter)


@pytest.mark.parametrize(("failures", "seconds"), [(1, 1), (2, 2), (5, 16), (7, 60), (5000, 60)])
def test_waits_double_up_to_the_cap(failures: int, seconds: float) -> None:
    assert backoff().wait_s(failures) == seconds
    assert backoff(0.0).wait_s(failures) == seconds / 2


def test_a_held_chat_is_released_when_its_time_is_over() -> None:
    waits = backoff()
    assert waits.next_release(0.0) == inf
    waits.hold(7, 5.0, 0.0)
    waits.hold(7, 2.0, 1.0)
    waits.hold(8, 9.0, 0.0)
    assert waits.held(4.9) == {7, 8}
    assert waits.next_release(4.0) == pytest.approx(1.0)
    assert waits.held(5.0) == {8}


def test_failures_side_by_side_count_as_one() -> None:
    waits = backoff()
    for _ in range(30):
        waits.network_failed(0.0)
    assert waits.network_delay(0.0) == 1.0
    waits.network_failed(1.0)
    assert waits.network_delay(1.0) == 2.0


def test_a_network_that_works_again_starts_over() -> None:
    waits = backoff()
    waits.network_failed(0.0)
    waits.network_failed(1.0)
    waits.network_works()
    waits.network_failed(10.0)
    assert waits.network_delay(10.0) == 1.0
