"""A bot killed at random moments while it reminds people. `python -m benchmarks.reliability` does it at length."""

from pathlib import Path

import pytest

from tests.e2e.kill_loop import Plan, kill_loop


@pytest.mark.timeout(300)  # five starts, which take a while where much else runs
async def test_reminders_survive_kills_and_come_twice_at_most(
    tmp_path: Path, clock_library: Path, fast_forks: Path
) -> None:
    plan = Plan(people=30, kills=4, seed=6, window_s=1.0)

    tally = await kill_loop(tmp_path, clock_library, plan, forks=fast_forks)

    assert tally.lost == 0
    assert tally.more == 0
    assert tally.twice <= tally.in_flight
    assert tally.once + tally.twice + tally.unknown == 30
