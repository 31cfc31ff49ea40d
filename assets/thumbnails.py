"""Small pictures of everything the library has, for contact sheets and the gallery, kept in the cache as JPEG."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from assets.builders import PropRequest
from assets.cache import cached, is_cached
from assets.mesh import Model, merged
from assets.props_cache import prop_model
from assets.sources import asset_sources
from assets.textures.atlas import sign_picture
from assets.textures.names import layer_index

SIZE = (320, 240)
QUALITY = 86
KIND = "thumbnails"
WALL = (150, 156, 160)
CLIP_MOMENTS = (0.08, 0.42, 0.76)
"""At which parts of a clip its figure is shown."""
STRIDE = 1.15
"""Metres between the figures of a clip."""

Picture = NDArray[np.uint8]
"""(h, w, 3) RGB, the top row first."""
Key = tuple[object, ...]


def prop_picture(name: str, request: PropRequest) -> Picture:
    return _portrait(prop_model(name, request))


def person_picture(character: str, variant: str | None) -> Picture:
    from assets.people import posed_model

    return _portrait(posed_model(character, variant))


def clip_picture(clip: str, character: str, variant: str | None) -> Picture:
    """Someone at three moments of a clip, from the left to the right."""
    from assets.people import clips, posed_model

    found = clips()[clip]
    seconds = len(found.frames) / found.fps
    figures = [
        posed_model(character, variant, clip, seconds * part).placed(STRIDE * (1 - k))
        for k, part in enumerate(CLIP_MOMENTS)
    ]
    return _portrait(merged(figures), turn=38.0, rise=10.0)


def sign_on_wall(name: str) -> Picture:
    fitted = Image.fromarray(sign_picture(name))
    fitted.thumbnail((SIZE[0] - 20, SIZE[1] - 20))
    wall = Image.new("RGB", SIZE, WALL)
    wall.paste(fitted, ((SIZE[0] - fitted.width) // 2, (SIZE[1] - fitted.height) // 2), fitted)
    return np.asarray(wall)


def layer_picture(name: str) -> Picture:
    """A texture layer as a surface of 1.33 m by 1 m, lit evenly."""
    from assets.textures.layers import layer_stack

    image = layer_stack()[1][layer_index(name)].astype(np.float32) / 255
    repeated = np.tile(image[::-1], (1, 2, 1))[:, : 512 * SIZE[0] // SIZE[1]]
    light = np.clip(repeated[..., :3] ** 2 * 2 * 0.72, 0, 1) ** (1 / 2.2)
    picture = Image.fromarray((light * 255).round().astype(np.uint8))
    return np.asarray(picture.resize(SIZE, Image.Resampling.LANCZOS))


def is_kept(key: Key) -> bool:
    return is_cached(KIND, _whole_key(key))


def kept(key: Key, draw: Callable[[], Picture]) -> bytes:
    """The JPEG of the picture that ``draw`` makes; from the cache when it is there. ``key`` must say all that the
    picture depends on beyond how portraits are taken."""
    stored = cached(KIND, _whole_key(key), lambda: {"jpeg": np.frombuffer(as_jpeg(draw()), np.uint8)})
    return stored["jpeg"].tobytes()


def fingerprint(key: Key) -> str:
    """A short word that is another one whenever the picture is."""
    return hashlib.sha256(repr(_whole_key(key)).encode()).hexdigest()[:16]


def as_jpeg(picture: Picture, quality: int = QUALITY) -> bytes:
    out = io.BytesIO()
    Image.fromarray(picture).save(out, "JPEG", quality=quality, optimize=True)
    return out.getvalue()


def _whole_key(key: Key) -> tuple[object, ...]:
    return (*key, SIZE, asset_sources().key("assets.portrait", "assets.thumbnails"))


def _portrait(model: Model, turn: float = 25.0, rise: float = 18.0) -> Picture:
    from assets.portrait import framing, portrait  # slow to import, and most pictures were taken long ago

    return portrait(model, framing(model, turn, rise, aspect=SIZE[0] / SIZE[1]), SIZE)
