"""Labels on the plot of packages stay off points, off one another and inside the frame."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tracktwo.brief.charts.labels import HEIGHT, LETTER, line_end, offsets

FRAMES = ((270, 300), (840, 300))
share = st.floats(0.04, 0.96)
place = st.tuples(share, share)


def box(at: tuple[float, float], text: str, offset: tuple[float, float], frame: tuple[int, int]) -> tuple:
    x, y = at[0] * frame[0] + offset[0], at[1] * frame[1] + offset[1]
    across = LETTER * len(text) / 2
    return x - across, y - HEIGHT / 2, x + across, y + HEIGHT / 2


def covers(held: tuple, at: tuple[float, float], radius: float, frame: tuple[int, int]) -> bool:
    x, y = at[0] * frame[0], at[1] * frame[1]
    across, up = max(held[0] - x, 0, x - held[2]), max(held[1] - y, 0, y - held[3])
    return bool((across**2 + up**2) ** 0.5 < radius)


@settings(max_examples=30, deadline=None)
@given(st.lists(place, min_size=1, max_size=4, unique=True), st.lists(place, max_size=25))
def test_a_label_never_hides_its_own_point_nor_leaves_the_frame(tabled: list, others: list) -> None:
    points = [(at, 8.0) for at in tabled] + [(at, 5.0) for at in others]
    labels = [(at, str(n)) for n, at in enumerate(tabled)]
    found = offsets(labels, points, FRAMES)
    for (at, text), offset in zip(labels, found, strict=True):
        for frame in FRAMES:
            held = box(at, text, offset, frame)
            assert not covers(held, at, 6.0, frame)
            assert held[0] >= -20
            assert held[2] <= frame[0] + 20


def test_a_long_label_in_a_column_of_points_moves_aside_and_is_joined_by_a_line() -> None:
    """Three proposals at the lower right, under a column of packages: what once overlapped."""
    column = [((0.96, 0.04 + n * 0.03), 5.0) for n in range(12)]
    at = (0.96, 0.04)
    labels = [(at, "8, 9, 11"), ((0.04, 0.96), "7"), ((0.04, 0.93), "10")]
    points = [*column, (at, 8.0), ((0.04, 0.96), 8.0), ((0.04, 0.93), 8.0)]
    found = offsets(labels, points, FRAMES)
    for frame in FRAMES:
        boxes = [box(p, text, offset, frame) for (p, text), offset in zip(labels, found, strict=True)]
        for held in boxes:
            assert not any(covers(held, p, radius, frame) for p, radius in points)
            assert held[0] >= 0
            assert held[2] <= frame[0]
        assert not (
            boxes[1][0] < boxes[2][2]
            and boxes[2][0] < boxes[1][2]
            and boxes[1][1] < boxes[2][3]
            and boxes[2][1] < boxes[1][3]
        )
    end = line_end((-60.0, 10.0), "8, 9, 11")
    assert end is not None
    assert -60 < end[0] < -20  # up to the text, not into it
    assert line_end((0.0, 15.0), "7") is None
