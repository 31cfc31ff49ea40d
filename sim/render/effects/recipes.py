"""Which layers make an effect."""

from __future__ import annotations

from sim.render.effects.clouds import Cloud, CloudLayer
from sim.render.effects.flood import FloodLayer
from sim.render.effects.layer import Layer, Spot
from sim.render.effects.rain import RainLayer
from sim.render.effects.shards import Debris, ShardLayer
from sim.render.effects.strokes import StrokeLayer
from sim.state import EffectState

GREY_SMOKE, BLACK_SMOKE, STEAM, EARTH = (0.30, 0.30, 0.31), (0.045, 0.045, 0.05), (0.88, 0.89, 0.90), (0.50, 0.44, 0.36)

_SPARKS = Cloud("spark", 80, 0.011, 0.75, speed=3.4, rise=1.2, gravity=9.8, colour=(1.0, 0.62, 0.22), coloured=False)
_EMBERS = Cloud(
    "spark", 14, 0.006, 1.3, speed=0.5, rise=1.1, drag=0.5, source=(0.2, 0.2, 0.1), colour=(1.0, 0.45, 0.1),
    coloured=False,
)  # fmt: skip
_FLAMES = Cloud("flame", 20, 0.36, 0.80, speed=0.12, rise=0.85, source=(0.22, 0.22, 0.02), opacity=0.50, coloured=False)
_SMOKE = Cloud("soft", 26, 0.20, 3.0, growth=0.30, speed=0.25, rise=0.75, drag=0.4, source=(0.1, 0.1, 0.05),
               colour=GREY_SMOKE, opacity=0.42)  # fmt: skip
_FIRE_SMOKE = Cloud("soft", 18, 0.26, 2.6, growth=0.42, speed=0.2, rise=1.1, drag=0.3, source=(0.2, 0.2, 0.3),
                    colour=BLACK_SMOKE, opacity=0.34)  # fmt: skip
_DUST = Cloud("soft", 28, 0.30, 2.6, growth=0.75, speed=1.6, rise=0.25, drag=1.1, colour=EARTH, opacity=0.36)
_DUST_BURST = Cloud("soft", 30, 0.30, 3.2, growth=0.60, speed=2.6, rise=0.20, drag=1.3, burst=True, colour=EARTH,
                    opacity=0.34)  # fmt: skip
_STEAM = Cloud("soft", 34, 0.09, 1.3, growth=0.55, speed=2.4, rise=0.5, drag=1.2, spread=0.16, reaching=True,
               colour=STEAM, opacity=0.60)  # fmt: skip
_MIST = Cloud("soft", 18, 0.70, 6.0, growth=0.06, speed=0.10, rise=0.03, drag=0.2, source=(1.2, 1.2, 0.35),
              colour=STEAM, opacity=0.30)  # fmt: skip
_JET = Cloud("drop", 150, 0.022, 0.55, speed=5.0, gravity=4.5, spread=0.05, reaching=True,
             colour=(0.50, 0.56, 0.60), opacity=0.75)  # fmt: skip
_SPLASH = Cloud("soft", 16, 0.05, 0.8, growth=0.5, speed=2.2, gravity=2.0, drag=0.8, spread=0.14, reaching=True,
                colour=(0.80, 0.84, 0.86), opacity=0.34)  # fmt: skip
_POWDER = Cloud("soft", 40, 0.07, 1.5, growth=0.85, speed=3.0, drag=1.4, spread=0.13, reaching=True, gravity=0.25,
                colour=(0.82, 0.82, 0.78), opacity=0.52)  # fmt: skip
_GAS = Cloud("soft", 22, 0.35, 3.4, growth=0.28, speed=0.35, rise=0.10, drag=0.5, source=(0.25, 0.25, 0.08),
             colour=(0.66, 0.72, 0.64), opacity=0.22)  # fmt: skip
_FIREBALL = Cloud("flame", 26, 0.75, 0.55, growth=2.2, speed=3.2, rise=1.6, drag=2.2, burst=True, source=(0.2,) * 3,
                  opacity=0.42, coloured=False)  # fmt: skip
_AFTER = Cloud("soft", 26, 0.50, 4.2, growth=0.55, speed=2.2, rise=1.1, drag=1.2, burst=True, colour=BLACK_SMOKE,
               opacity=0.50)  # fmt: skip
_FLASH = Cloud("glow", 1, 0.8, 0.5, growth=0.6, burst=True, colour=(0.8, 0.9, 1.0), coloured=False)
_SPATTER = Cloud("spark", 60, 0.014, 0.9, speed=2.2, rise=1.0, gravity=9.8, colour=(1.0, 0.50, 0.12), coloured=False)

RECIPES: dict[str, tuple[Cloud | Debris | type[Layer], ...]] = {
    "flash": (_FLASH,),
    "arc": (StrokeLayer, _SPARKS),
    "line": (StrokeLayer,),
    "sparks": (_SPARKS,),
    "dust": (_DUST,),
    "smoke": (_SMOKE,),
    "debris": (Debris(), _DUST),
    "fire": (_FIRE_SMOKE, _FLAMES, _EMBERS),
    "steam": (_STEAM,),
    "mist": (_MIST,),
    "spray": (_JET, _SPLASH),
    "powder": (_POWDER,),
    "flood": (FloodLayer,),
    "gas": (_GAS,),
    "rain": (RainLayer,),
    "blast": (_AFTER, _DUST_BURST, _FIREBALL, Debris(size=0.11, speed=5.5, upward=0.7, colour=(0.16, 0.15, 0.15))),
    "molten": (StrokeLayer, _SPATTER, _SMOKE),
}


def layers_of(effect: EffectState, spot: Spot) -> list[Layer]:
    """The layers of one effect, new."""
    made: list[Layer] = []
    for number, part in enumerate(RECIPES[effect.name]):
        match part:
            case Cloud():
                made.append(CloudLayer(part, effect, spot, number))
            case Debris():
                made.append(ShardLayer(part, effect, spot))
            case _:
                made.append(part(effect, spot))
    return made
