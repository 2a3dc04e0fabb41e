"""Lasting health answers, kept only with the runner's consent (safety.md)."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class HealthTopic(StrEnum):
    """What a runner can say about their health that lasts.

    The ages are bands; the newest of them counts. `PELVIC` is leaking or heaviness after a birth, `LOW_ENERGY` energy
    deficiency (REDs), `BONES` osteoporosis or a vertebral fracture. `NO_LIFTING` and `NO_DEADLIFTS` are what a
    clinician forbade. `NONE` says that the health question was answered with "none of these".
    """

    AGE_UNDER_13 = "age_under_13"
    AGE_13_TO_17 = "age_13_to_17"
    AGE_18_TO_64 = "age_18_to_64"
    AGE_65_UP = "age_65_up"
    PREGNANT = "pregnant"
    BIRTH = "birth"
    PELVIC = "pelvic"
    HEART = "heart"
    BLOOD_PRESSURE = "blood_pressure"
    BONES = "bones"
    SURGERY = "surgery"
    STRESS_FRACTURE = "stress_fracture"
    LOW_ENERGY = "low_energy"
    NO_LIFTING = "no_lifting"
    NO_DEADLIFTS = "no_deadlifts"
    NONE = "none"

    @property
    def is_age(self) -> bool:
        """Tell whether it is an age band."""
        return self in AGES

    @property
    def is_clinicians_no(self) -> bool:
        """Tell whether it is what a clinician forbade, and no condition."""
        return self in CLINICIANS_NO


AGES = frozenset({HealthTopic.AGE_UNDER_13, HealthTopic.AGE_13_TO_17, HealthTopic.AGE_18_TO_64, HealthTopic.AGE_65_UP})
CLINICIANS_NO = frozenset({HealthTopic.NO_LIFTING, HealthTopic.NO_DEADLIFTS})


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthFact:
    """One lasting health answer, said on the local date `said_on`.

    `since` is the date of the birth or the surgery, where it was said. `cleared_on` is the local date on which the
    runner said that a clinician cleared them for lifting; None is not cleared. `until` is the last local date of what a
    clinician forbade; None lasts until the runner is cleared.
    """

    topic: HealthTopic
    said_on: dt.date
    since: dt.date | None = None
    cleared_on: dt.date | None = None
    until: dt.date | None = None

    def forbids(self, day: dt.date) -> bool:
        """Tell whether it is a clinician's no that stands on a local date."""
        return self.topic.is_clinicians_no and self.cleared_on is None and (self.until is None or day <= self.until)
