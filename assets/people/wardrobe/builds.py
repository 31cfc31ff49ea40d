"""Bodies and faces that the people of a Chinese city have, men and women, young and old."""

from __future__ import annotations

from assets.people.physique import Face, Figure

SLIGHT = Figure(waist=-0.008, shoulders=-0.006, limbs=0.94)
STOCKY = Figure(belly=0.018, waist=0.010, shoulders=0.004, limbs=1.06)
HEAVY = Figure(belly=0.044, waist=0.016, hips=0.006, limbs=1.07)
WOMAN = Figure(waist=-0.014, hips=0.010, shoulders=-0.014, bust=0.022, limbs=0.86, hands=0.88, feet=0.90, head=0.97)
SLIM_WOMAN = Figure(
    waist=-0.020, hips=0.004, shoulders=-0.018, bust=0.017, limbs=0.80, hands=0.86, feet=0.88, head=0.96
)
STOUT_WOMAN = Figure(
    belly=0.026, waist=0.010, hips=0.020, shoulders=-0.010, bust=0.030, limbs=0.94, hands=0.90, feet=0.92, head=0.98
)
OLD_WOMAN = Figure(
    belly=0.030, waist=0.012, hips=0.014, shoulders=-0.022, bust=0.018, limbs=0.86, hands=0.88, feet=0.90, head=0.99
)
OLD_MAN = Figure(belly=0.022, waist=0.002, shoulders=-0.014, limbs=0.88, head=1.01)
CHILD = Figure(waist=-0.006, shoulders=-0.020, limbs=0.90, hands=0.92, feet=0.94, head=1.24)

MIDDLING = Face()
YOUNG = Face(
    jaw=-0.003, chin=0.001, cheeks=-0.002, bridge=0.001, eye_open=0.0005, brow_thick=0.0003, brow_height=-0.0005
)
LEAN = Face(jaw=-0.005, chin=0.002, cheeks=0.003, fullness=-0.005, bridge=0.002, nose_length=0.001, eye_open=-0.0003)
BROAD = Face(
    jaw=0.004, fullness=0.003, cheeks=0.002, nose_width=0.0018, brow_thick=0.0006, eye_open=-0.0003, neck=0.003
)
ROUND = Face(jaw=0.002, fullness=0.007, nose_width=0.001, eye_open=-0.0002, neck=0.004, mouth_corner=0.0006)
OLDER = Face(
    jaw=0.002, fullness=-0.002, sag=0.003, cheeks=0.003, nose_length=0.002, nose_width=0.001, eye_open=-0.0007,
    eye_tilt=-0.04, neck=-0.002, lips=-0.0006,
)  # fmt: skip
GRANDFATHER = Face(
    jaw=0.001, fullness=-0.005, sag=0.006, cheeks=0.003, nose_length=0.003, nose_width=0.002, eye_open=-0.0010,
    eye_tilt=-0.08, neck=-0.005, lips=-0.0012, brow_thick=0.0006,
)  # fmt: skip
HER = Face(
    jaw=-0.007, chin=-0.001, fullness=-0.001, cheeks=-0.002, nose_width=-0.0022, nose_length=-0.002,
    eye_open=0.0009, eye_tilt=0.02, brow_height=0.001, brow_thick=-0.0011, lips=0.0009, mouth_width=-0.0015,
    mouth_corner=0.0006, neck=-0.009,
)  # fmt: skip
ROUND_HER = Face(
    jaw=-0.004, chin=-0.002, fullness=0.004, nose_width=-0.0010, nose_length=-0.002, eye_open=0.0006,
    brow_height=0.0005, brow_thick=-0.0009, lips=0.0006, mouth_width=-0.0010, mouth_corner=0.0006, neck=-0.006,
)  # fmt: skip
AUNT = Face(
    jaw=-0.003, fullness=0.003, sag=0.003, nose_width=0.0003, eye_open=0.0001, eye_tilt=-0.02, brow_thick=-0.0010,
    lips=0.0002, mouth_width=-0.0010, neck=-0.006,
)  # fmt: skip
GRANDMOTHER = Face(
    jaw=-0.003, fullness=0.001, sag=0.006, nose_length=0.001, nose_width=0.001, eye_open=-0.0006, eye_tilt=-0.07,
    brow_thick=-0.0012, lips=-0.0007, mouth_width=-0.0010, mouth_corner=0.0008, neck=-0.007,
)  # fmt: skip
BOY = Face(
    jaw=-0.008, chin=-0.003, fullness=0.006, cheeks=-0.002, nose_width=-0.003, nose_length=-0.005, bridge=-0.003,
    eye_open=0.0013, brow_thick=-0.0010, lips=0.0004, mouth_width=-0.0030, neck=-0.016,
)  # fmt: skip
