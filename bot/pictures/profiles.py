"""How thick a body is along each bone, in shares of height: (place from start to end, front, back)."""

from dataclasses import dataclass

from bot.pictures.figure import HEIGHT


@dataclass(frozen=True, slots=True)
class Profile:
    """Half-widths of a part of the body at the front and at the back, from the trunk outwards."""

    stations: tuple[tuple[float, float, float], ...]

    def front(self, t: float) -> float:
        """Return how far the skin is in front of the bone, in centimetres."""
        return self._width(t, 1)

    def back(self, t: float) -> float:
        """Return how far the skin is behind the bone, in centimetres."""
        return self._width(t, 2)

    def _width(self, t: float, side: int) -> float:
        if t <= self.stations[0][0]:
            return self.stations[0][side] * HEIGHT
        for low, high in zip(self.stations, self.stations[1:], strict=False):
            if t <= high[0]:
                share = (t - low[0]) / (high[0] - low[0])
                eased = share * share * (3 - 2 * share)
                return (low[side] + (high[side] - low[side]) * eased) * HEIGHT
        return self.stations[-1][side] * HEIGHT


TORSO_SHAPE = Profile(
    (
        (0.00, 0.048, 0.064),
        (0.10, 0.048, 0.063),
        (0.26, 0.049, 0.054),
        (0.44, 0.049, 0.047),
        (0.70, 0.058, 0.053),
        (0.86, 0.056, 0.055),
        (1.00, 0.040, 0.050),
        (1.08, 0.026, 0.036),
    )
)
PRESSED_TORSO = Profile(
    (
        (0.00, 0.048, 0.058),
        (0.24, 0.046, 0.057),
        (0.42, 0.046, 0.057),
        (0.70, 0.058, 0.057),
        (0.86, 0.056, 0.057),
        (1.00, 0.034, 0.050),
        (1.08, 0.024, 0.036),
    )
)
THIGH_SHAPE = Profile(
    ((0.00, 0.046, 0.056), (0.22, 0.053, 0.050), (0.55, 0.045, 0.041), (0.88, 0.031, 0.030), (1.00, 0.030, 0.027))
)
SHANK_SHAPE = Profile(
    (
        (0.00, 0.029, 0.027),
        (0.10, 0.026, 0.028),
        (0.30, 0.023, 0.039),
        (0.55, 0.019, 0.032),
        (0.82, 0.016, 0.019),
        (1.00, 0.018, 0.018),
    )
)
UPPER_ARM_SHAPE = Profile(
    ((0.00, 0.034, 0.034), (0.25, 0.033, 0.032), (0.55, 0.029, 0.028), (0.90, 0.021, 0.021), (1.00, 0.020, 0.020))
)
FOREARM_SHAPE = Profile(((0.00, 0.021, 0.021), (0.25, 0.025, 0.023), (0.70, 0.017, 0.017), (1.00, 0.014, 0.014)))

NECK_SHAPE = Profile(((0.00, 0.036, 0.047), (0.35, 0.031, 0.036), (0.65, 0.029, 0.030), (1.00, 0.029, 0.031)))
PELVIS = (0.008, 0.056)
"""How far behind the hip the pelvis is rounded, and how large, in shares of height."""

HEAD_SHAPE = (
    (0.02, 0.13),
    (0.20, 0.06),
    (0.34, 0.02),
    (0.41, 0.10),
    (0.39, 0.19),
    (0.42, 0.27),
    (0.42, 0.33),
    (0.50, 0.37),
    (0.43, 0.52),
    (0.41, 0.62),
    (0.40, 0.76),
    (0.28, 0.92),
    (0.02, 1.00),
    (-0.24, 0.95),
    (-0.41, 0.78),
    (-0.45, 0.57),
    (-0.37, 0.35),
    (-0.25, 0.20),
)
"""The head in profile, in head heights from the middle of the neck: (forward, up)."""
HAIR_SHAPE = (
    (0.34, 0.86),
    (0.20, 0.97),
    (0.00, 1.03),
    (-0.26, 0.98),
    (-0.44, 0.80),
    (-0.48, 0.57),
    (-0.40, 0.34),
    (-0.30, 0.24),
    (-0.20, 0.30),
    (-0.16, 0.46),
    (-0.06, 0.50),
    (0.02, 0.64),
    (0.16, 0.76),
)
SHOE_SHAPE = (
    (-0.019, 0.016),
    (-0.027, -0.004),
    (-0.033, -0.022),
    (-0.034, -0.036),
    (-0.030, -0.040),
    (0.084, -0.040),
    (0.090, -0.030),
    (0.090, -0.016),
    (0.062, -0.006),
    (0.040, 0.004),
    (0.024, 0.016),
)
"""The shoe behind the ball, in shares of height from the ankle: (forward, up)."""
TOE_SHAPE = ((-0.006, 0.000), (0.030, 0.000), (0.037, 0.006), (0.035, 0.014), (0.020, 0.021), (-0.004, 0.025))
"""The shoe from the ball on, in shares of height from the ball."""
