"""Colours of what people are made of and wear, sRGB 0..1, and how rough each surface is."""

from __future__ import annotations

Colour = tuple[float, float, float]
Palette = dict[str, Colour]

COMMON: Palette = {
    "skin": (0.83, 0.625, 0.485),
    "lips": (0.74, 0.475, 0.40),
    "mouth": (0.40, 0.21, 0.18),
    "hair": (0.085, 0.068, 0.060),
    "brow": (0.13, 0.10, 0.085),
    "lash": (0.10, 0.075, 0.065),
    "white": (0.86, 0.845, 0.82),
    "iris": (0.20, 0.115, 0.075),
    "pupil": (0.025, 0.02, 0.02),
    "glint": (1.0, 1.0, 1.0),
    "shirt": (0.30, 0.38, 0.47),
    "vest": (1.0, 0.37, 0.06),
    "tape": (0.86, 0.95, 0.10),
    "reflective": (0.80, 0.83, 0.86),
    "zip": (0.07, 0.07, 0.075),
    "trousers": (0.16, 0.20, 0.30),
    "pad": (0.07, 0.08, 0.10),
    "boot": (0.20, 0.15, 0.11),
    "boot_cap": (0.13, 0.105, 0.085),
    "sole": (0.07, 0.065, 0.06),
    "glove": (0.84, 0.82, 0.76),
    "cuff": (0.30, 0.36, 0.50),
    "rubber_glove": (0.78, 0.25, 0.09),
    "rubber_cuff": (0.66, 0.19, 0.07),
    "nitrile_glove": (0.07, 0.42, 0.34),
    "nitrile_cuff": (0.05, 0.35, 0.28),
    "leather_glove": (0.66, 0.50, 0.31),
    "leather_cuff": (0.52, 0.37, 0.21),
    "helmet": (0.97, 0.80, 0.10),
    "jacket": (0.165, 0.180, 0.215),
    "jacket_trim": (0.105, 0.112, 0.13),
    "coat": (0.58, 0.46, 0.35),
    "coat_hem": (0.545, 0.43, 0.325),
    "coat_belt": (0.42, 0.32, 0.235),
    "shoe": (0.13, 0.12, 0.12),
    "shoe_sole": (0.62, 0.61, 0.58),
    "sock": (0.10, 0.10, 0.11),
    "harness": (0.10, 0.10, 0.105),
    "strap": (0.06, 0.06, 0.065),
    "buckle": (0.72, 0.72, 0.70),
    "nail": (0.90, 0.72, 0.62),
    "jacket_band": (0.165, 0.180, 0.215),
    "hat": (0.20, 0.30, 0.48),
    "gauze": (0.93, 0.94, 0.93),
    "rubber": (0.20, 0.21, 0.23),
    "filter": (0.36, 0.37, 0.39),
    "goggle": (0.24, 0.26, 0.29),
    "lens": (0.50, 0.58, 0.62),
    "visor": (0.085, 0.088, 0.095),
    "visor_glass": (0.02, 0.035, 0.03),
    "gold": (0.62, 0.43, 0.13),
    "rim": (0.80, 0.84, 0.86),
    "gleam": (0.93, 0.96, 0.98),
    "muffs": (0.75, 0.12, 0.08),
    "headphones": (0.13, 0.13, 0.15),
    "cushion": (0.07, 0.07, 0.075),
    "lamp_body": (0.09, 0.09, 0.10),
    "lamp_lens": (1.0, 0.98, 0.88),
    "webbing": (0.12, 0.14, 0.22),
    "rope": (0.87, 0.86, 0.80),
    "absorber": (0.85, 0.72, 0.12),
    "leather": (0.24, 0.15, 0.09),
    "rescuer": (0.56, 0.58, 0.60),
    "rescuer_lid": (0.80, 0.36, 0.08),
    "cylinder": (0.93, 0.75, 0.10),
    "lifejacket": (0.96, 0.38, 0.06),
    "apron": (0.42, 0.26, 0.15),
    "armband": (0.82, 0.08, 0.07),
    "armband_text": (0.99, 0.86, 0.20),
    "cord": (0.78, 0.10, 0.09),
}

ROUGHNESS = {
    "white": 0.15, "iris": 0.12, "pupil": 0.12, "glint": 0.1, "helmet": 0.32, "hair": 0.5, "lips": 0.45,
    "skin": 0.55, "nail": 0.35, "reflective": 0.35, "tape": 0.6, "boot": 0.55, "boot_cap": 0.45, "buckle": 0.3,
    "harness": 0.6, "lens": 0.08, "rubber_glove": 0.42, "rubber_cuff": 0.42, "nitrile_glove": 0.38,
    "nitrile_cuff": 0.38, "leather_glove": 0.65, "leather_cuff": 0.65,
    "visor": 0.3, "visor_glass": 0.08, "gold": 0.12, "rim": 0.2, "gleam": 0.1, "muffs": 0.35, "headphones": 0.35,
    "lamp_body": 0.4, "lamp_lens": 0.1, "rescuer": 0.35, "rescuer_lid": 0.4, "cylinder": 0.3, "rubber": 0.6,
    "leather": 0.6, "apron": 0.75,
}  # fmt: skip
"""Of a region's surface, where it is not plain cloth."""
CLOTH_ROUGHNESS = 0.85
METALNESS = {"gold": 0.6, "buckle": 0.9, "rescuer": 0.5, "reflective": 0.25}
"""0..1, of regions that are metal or coated with it."""
ALUMINISED = ("coat", "coat_hem", "trousers")
"""Regions of a suit against heat that are coated with aluminium."""
ALUMINISED_SURFACE = (0.36, 0.5)
"""Roughness and metalness of the coating."""

FAIR: Palette = {"skin": (0.905, 0.725, 0.610), "lips": (0.80, 0.50, 0.46), "nail": (0.93, 0.78, 0.72)}
LIGHT: Palette = {"skin": (0.870, 0.680, 0.550), "lips": (0.77, 0.50, 0.43)}
TANNED: Palette = {"skin": (0.775, 0.565, 0.425), "lips": (0.68, 0.43, 0.37), "nail": (0.85, 0.66, 0.55)}
GREY_HAIR: Palette = {"hair": (0.48, 0.47, 0.46), "brow": (0.34, 0.33, 0.32)}
WHITE_HAIR: Palette = {"hair": (0.76, 0.75, 0.73), "brow": (0.55, 0.54, 0.52)}
GREYING: Palette = {"hair": (0.25, 0.24, 0.235), "brow": (0.19, 0.17, 0.16)}

BLUE, RED, WHITE, ORANGE = (0.10, 0.30, 0.68), (0.80, 0.10, 0.08), (0.93, 0.94, 0.95), (0.96, 0.45, 0.08)
LIME = (0.84, 0.95, 0.10)


def suit(cloth: Colour, trim: Colour | None = None) -> Palette:
    """Jacket and trousers of one cloth, as work clothes are issued; ``trim`` for collar, cuffs and hem."""
    darker = trim or tuple(0.82 * channel for channel in cloth)
    legs = tuple(0.96 * channel for channel in cloth)
    return {"jacket": cloth, "jacket_trim": darker, "jacket_band": cloth, "trousers": legs, "hat": cloth}
