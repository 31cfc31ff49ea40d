"""How one person looks: outfit, colours, build and face."""

from __future__ import annotations

from dataclasses import dataclass

from assets.people.outfit import Outfit
from assets.people.physique import Face, Figure
from assets.people.wardrobe.palette import (
    ALUMINISED,
    ALUMINISED_SURFACE,
    CLOTH_ROUGHNESS,
    METALNESS,
    ROUGHNESS,
    Palette,
)


@dataclass(frozen=True)
class Look:
    """One variant of a character. One that differs in colours, build and face alone shares the other's shapes."""

    outfit: Outfit
    palette: Palette
    figure: Figure = Figure()
    face: Face = Face()
    scale: float = 1.0
    """Of the whole person: its stature over that of a man of 1.70 m."""
    weathered: float = 0.0
    """0..1: sun on the face and the shade of a beard."""
    age: float = 0.0
    """0..1: folds and hollows."""
    aluminised: bool = False
    """Coat and trousers are coated with aluminium, against radiant heat."""
    stoop: float = 0.0
    """Degrees that the back is bowed."""
    manner: tuple[tuple[str, str], ...] = ()
    """Clips played in place of others."""
    held: tuple[tuple[str, str | None], ...] = ()
    """What is held in a clip, where that differs from the clip's own."""

    def surface_of(self, region: str) -> tuple[float, float]:
        """Roughness and metalness, 0..1, of a region of this person."""
        if self.aluminised and region in ALUMINISED:
            return ALUMINISED_SURFACE
        return ROUGHNESS.get(region, CLOTH_ROUGHNESS), METALNESS.get(region, 0.0)


WITH_TABLET = (("idle", "idle_tablet"), ("walk", "walk_tablet"))
