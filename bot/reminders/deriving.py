"""Everybody's occurrences derived anew after the rules changed, a few runners at a time, beside everything else."""

import asyncio
import datetime as dt
import logging
import sqlite3
import time
from collections.abc import Callable
from typing import Final

from bot.app.ports import Records, Store
from bot.app.records import Derivation

LOGGER = logging.getLogger(__name__)
AT_A_TIME: Final = 20
"""Runners in one transaction: tens of milliseconds, for which an answer may have to wait."""
RETRY_S: Final = 30.0

Replan = Callable[[Records, int, dt.datetime], None]


class Deriver:
    """Derives what was derived by other rules (`basis` names them), and remembers how far it got."""

    def __init__(
        self,
        *,
        store: Store,
        replan: Replan,
        basis: str,
        now: Callable[[], dt.datetime],
        report: Callable[[str, Exception], None],
    ) -> None:
        """Take everything it needs; nothing runs before `run`."""
        self._store = store
        self._replan = replan
        self._basis = basis
        self._now = now
        self._report = report
        self.done = False
        """Whether all that is due is known to follow from the rules of now."""

    async def run(self) -> None:
        """Derive until everybody's turn has been."""
        while not self.done:
            begun = time.monotonic()
            try:
                await self.step()
            except Exception as error:
                LOGGER.exception("reminders could not be derived anew; trying again in %.0f s", RETRY_S)
                self._report("derivation", error)
                await asyncio.sleep(RETRY_S)
            else:
                # Half of the time is everybody else's.
                await asyncio.sleep(time.monotonic() - begun)

    async def step(self) -> None:
        """Derive for the next few runners."""
        self.done = await self._store.run(self._some)

    def _some(self, records: Records) -> bool:
        known = records.derivation()
        if known is None or known.basis != self._basis:
            known = Derivation(basis=self._basis, reached=0)
        if known.reached is None:
            return True
        runners = records.runners_after(known.reached, AT_A_TIME)
        for runner_id in runners:
            self.derive(records, runner_id)
        reached = runners[-1] if len(runners) == AT_A_TIME else None
        records.save_derivation(Derivation(basis=self._basis, reached=reached))
        return reached is None

    def derive(self, records: Records, runner_id: int) -> None:
        """Derive for one runner; one for whom it cannot be done must not hold up everybody else."""
        try:
            self._replan(records, runner_id, self._now())
        except sqlite3.OperationalError:
            # No fault of the runner's: the transaction is lost, and all of it is tried again.
            raise
        except Exception as error:
            LOGGER.exception("the reminders of a runner could not be derived anew")
            self._report("derivation", error)
