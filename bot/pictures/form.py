"""The drawings of the form guide, by name: every one is drawn from joint positions and comes out as PNG."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from bot.pictures import above, moves, pulls
from bot.pictures.canvas import View, card, png

HIGH = 1000
ONE = 1000
TWO = 1400
"""How wide a card is in pixels, with one picture and with two side by side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A scene and how large its card is, in pixels."""

    scene: Callable[[View], None]
    width: int = ONE
    height: int = HIGH


def _dead_bug_and_pallof(view: View) -> None:
    """Draw two exercises for the trunk, one above the other."""
    moves.dead_bug(view.shifted(right=200, down=-210))
    above.pallof(view.shifted(down=420))


FORM_DRAWINGS: Mapping[str, Drawing] = MappingProxyType(
    {
        "hinge-and-squat": Drawing(scene=pulls.hinge_and_squat, width=TWO),
        "foot-placement": Drawing(scene=above.foot_placement),
        "bar-over-mid-foot": Drawing(scene=above.bar_over_mid_foot),
        "neutral-and-rounded": Drawing(scene=pulls.neutral_and_rounded, width=TWO),
        "start-position": Drawing(scene=pulls.start_position),
        "lockout": Drawing(scene=pulls.lockout),
        "rack-pull": Drawing(scene=pulls.rack_pull),
        "kettlebell": Drawing(scene=pulls.kettlebell_lift),
        "kettlebell-swing": Drawing(scene=pulls.kettlebell_swing, width=TWO),
        "trap-bar": Drawing(scene=above.trap_bar, width=TWO),
        "romanian": Drawing(scene=pulls.romanian),
        "single-leg": Drawing(scene=moves.single_leg),
        "squat": Drawing(scene=moves.squat),
        "warm-up-moves": Drawing(scene=moves.warm_up_moves),
        "lunge": Drawing(scene=moves.lunge),
        "plank": Drawing(scene=moves.plank),
        "dead-bug-and-pallof": Drawing(scene=_dead_bug_and_pallof, width=TWO, height=TWO),
    }
)


def form_drawing(name: str) -> bytes:
    """Return a drawing as PNG; raises KeyError for a name that the form guide does not know."""
    drawing = FORM_DRAWINGS[name]
    view = card(drawing.width, drawing.height)
    drawing.scene(view)
    return png(view)
