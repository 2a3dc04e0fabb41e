"""The rules, one file per group; the code of a rule is permanent."""

from bot.guidance.rules import (
    group_00_red_flags,
    group_01_health,
    group_02_illness,
    group_03_pain,
    group_04_races,
    group_05_lifts,
    group_06_runs_ahead,
    group_07_runs_behind,
    group_08_soreness,
    group_09_experience,
    group_10_phase,
    group_11_rest,
    group_12_unknown,
)
from bot.guidance.rules.base import Rule

RULES: tuple[Rule, ...] = (
    *group_00_red_flags.RULES,
    *group_01_health.RULES,
    *group_02_illness.RULES,
    *group_03_pain.RULES,
    *group_04_races.RULES,
    *group_05_lifts.RULES,
    *group_06_runs_ahead.RULES,
    *group_07_runs_behind.RULES,
    *group_08_soreness.RULES,
    *group_09_experience.RULES,
    *group_10_phase.RULES,
    *group_11_rest.RULES,
    *group_12_unknown.RULES,
)

__all__ = ["RULES", "Rule"]
