"""Fire and explosions. All explosions are limited as every sound is: deep and long, never loud."""

from __future__ import annotations

from sim.audio.builders import sound
from sim.audio.sounds.impacts import thud
from sim.audio.synthesis import (
    Rng,
    Signal,
    between,
    coloured,
    curve,
    decay,
    echoed,
    even,
    faded,
    hump,
    in_room,
    lay,
    lowpass,
    noise,
    plate_modes,
    ringing,
    scattered,
    scattered_round,
    silence,
    tinted,
    wander,
)

FIRE_SECONDS = 8.0


def _snap(rng: Rng) -> Signal:
    """A pocket of steam bursts in the burning stuff: a crack of thousandths of a second."""
    length = between(rng, 0.004, 0.03)
    low = between(rng, 500, 2500)
    burst = tinted(noise(rng, length), ((low * 0.5, -8), (low, 0), (low * 4, -3), (min(low * 9, 15000), -16)))
    return even(burst) * decay(length, length * 0.15, 0.0003)


@sound("fire_crackle")
def fire_crackle(rng: Rng) -> Signal:
    """A fire: the flames' breathing (below 400 Hz, flickering some six times a second), hiss, and snaps that come in
    flurries."""
    flames = noise(rng, FIRE_SECONDS, ((30, -2), (100, 0), (350, -6), (1200, -18), (6000, -36)))
    flames *= wander(rng, FIRE_SECONDS, 6, 0.5, 1.4)
    hiss = noise(rng, FIRE_SECONDS, ((800, -10), (3000, 0), (8000, -4), (14000, -12))) * wander(
        rng, FIRE_SECONDS, 2, 0.5, 1.2
    )
    snaps = scattered_round(rng, FIRE_SECONDS, 26, _snap, 1.4) * wander(rng, FIRE_SECONDS, 1.5, 0.4, 1.5)
    return flames + 0.16 * hiss + 0.75 * even(snaps)


@sound("fire_whoosh")
def fire_whoosh(rng: Rng) -> Signal:
    """Burning oil met by water, or a battery cell that vents: a hard hiss that tears upwards in 0.4 s into a roar of
    flame, then crackling."""
    seconds = 3.2
    burst = noise(rng, seconds, ((400, -10), (2000, 0), (6000, -2), (13000, -10)))
    burst *= curve(seconds, (0, 0), (0.05, 1.0), (0.5, 0.5), (1.2, 0.12), (3.2, 0))
    roar = noise(rng, seconds, ((30, 0), (150, 0), (500, -6), (2000, -18), (8000, -36))) * wander(
        rng, seconds, 8, 0.6, 1.3
    )
    roar *= curve(seconds, (0, 0), (0.25, 0.6), (0.6, 1.0), (1.8, 0.5), (3.2, 0))
    snaps = scattered(rng, curve(seconds, (0, 50), (0.6, 70), (3.2, 8)), seconds, _snap, 1.1)
    return faded(0.7 * burst + 1.1 * roar + 0.5 * snaps, 0.005, 0.4)


@sound("explosion_near")
def explosion_near(rng: Rng) -> Signal:
    """A blast close by, as it may be played to people: a short crack, a blow that sinks from 90 to 30 Hz, the cloud's
    roll, what it throws up coming down; the highs are taken off as if through hands over the ears."""
    track = silence(5.5)
    shock = even(tinted(noise(rng, 0.25), ((60, 0), (500, -1), (2500, -6), (8000, -18)))) * decay(0.25, 0.014, 0.0015)
    lay(track, shock, 0.0, 2.0)
    blow = noise(rng, 1.6, ((22, 0), (60, 0), (140, -8), (500, -26))) * decay(1.6, 0.16, 0.004)
    lay(track, blow, 0.0, 2.6)
    roll = noise(rng, 4.0, ((25, 0), (90, 0), (300, -8), (1200, -20), (6000, -40)))
    roll *= curve(4.0, (0, 0), (0.1, 1.0), (1.2, 0.5), (4.0, 0)) * wander(rng, 4.0, 6, 0.5, 1.4)
    lay(track, roll, 0.03, 1.0)

    def piece(rng: Rng) -> Signal:
        if rng.random() < 0.4:
            return 0.5 * even(ringing(0.4, plate_modes(between(rng, 300, 1400), 0.05, 9, rng), rng))
        return thud(rng, 0.2, between(rng, 200, 900), between(rng, 0.008, 0.02))

    lay(track, scattered(rng, curve(3.4, (0, 2), (0.8, 18), (1.8, 14), (3.4, 0)), 3.4, piece, 1.0), 0.6, 0.5)
    return faded(tinted(in_room(track, rng, 1.8, 0.3, 0.25), lowpass(4500, 12)), 0.0005, 0.6)


@sound("explosion_far")
def explosion_far(rng: Rng) -> Signal:
    """A blast far off: only what is below 200 Hz arrives, as a boom that rolls back from the slopes three times."""
    seconds = 3.0
    boom = noise(rng, seconds, ((18, 0), (55, 0), (120, -8), (300, -26), (1000, -60))) * decay(seconds, 0.22, 0.03)
    ground = noise(rng, seconds, ((18, 0), (40, 0), (90, -20))) * hump(seconds, 0.12)
    rolled = echoed(even(boom) * curve(seconds, (0, 1), (3, 0.1)) + 0.3 * ground, (0.55, 0.4), (1.15, 0.3), (1.9, 0.18))
    return faded(coloured(rolled, lowpass(260, 24)), 0.02, 1.2)
