"""Where the labels of points go: beside their point, off the other points and one another."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, hypot, pi, sin

Pair = tuple[float, float]
Box = tuple[Pair, Pair]

LETTER, HEIGHT = 6.9, 15.0  # of text in 12 pixels, semi-bold
REACH = (15, 21, 28, 36, 46, 58)  # how far from its point a label may be
DIRECTIONS = 16
SHORTEST = 14.0  # line worth drawing
COVERED, CROSSED, OUTSIDE, FAR = (
    10.0,
    25.0,
    60.0,
    0.1,
)  # covering a point, a label, the frame; each pixel away


def offsets(
    labels: Sequence[tuple[Pair, str]], points: Sequence[tuple[Pair, float]], frames: Sequence[Pair]
) -> list[Pair]:
    """Return how far, in pixels, the middle of each label stands from its point, whatever the frame.

    Parameters
    ----------
    labels : sequence of ((x, y), text)
        The points that have one, as shares of the frame from its lower left corner.
    points : sequence of ((x, y), radius)
        All points, radius in pixels.
    frames : sequence of (width, height)
        The sizes in pixels at which the plot may be drawn; all count alike.

    Returns
    -------
    list of (dx, dy)
        dy counts upwards.
    """
    found: list[Pair] = []
    for place, text in labels:
        others = list(zip(labels, found, strict=False))
        around = [(frame, _around(place, text, points, frame)) for frame in frames]
        tried = []
        for reach in REACH:
            for step in range(DIRECTIONS):
                turn = pi / 2 + 2 * pi * step / DIRECTIONS
                # What stands beside a point must clear it: the wider the text, the further.
                offset = (cos(turn) * (reach + _half(text)[0] - HEIGHT / 2), sin(turn) * reach)
                cost = FAR * reach
                for frame, near in around:
                    box = _box(place, text, offset, frame)
                    cost += COVERED * sum(_distance(box, at) < radius for at, radius in near)
                    cost += CROSSED * sum(_meet(box, _box(p, t, o, frame)) for (p, t), o in others)
                    cost += OUTSIDE * any(box[0][n] < 0 or box[1][n] > frame[n] for n in (0, 1))
                tried.append((cost, reach, step, offset))
        found.append(min(tried)[3])
    return found


def line_end(offset: Pair, text: str) -> Pair | None:
    """Return where a line from a point to its label ends, as an offset; null where it would be too short."""
    half = _half(text)
    free = max((1 - half[n] / abs(offset[n]) for n in (0, 1) if offset[n]), default=0.0)
    if free * hypot(*offset) < SHORTEST:
        return None
    return offset[0] * free, offset[1] * free


def _half(text: str) -> Pair:
    """Return half the width and half the height of a label."""
    return LETTER * len(text) / 2 + 2, HEIGHT / 2


def _around(
    place: Pair, text: str, points: Sequence[tuple[Pair, float]], frame: Pair
) -> list[tuple[Pair, float]]:
    """Return the points that any label of a place could cover, in pixels."""
    x, y = _at(place, frame)
    reach = max(REACH) + 2 * _half(text)[0] + HEIGHT
    held = [(_at(point, frame), radius) for point, radius in points]
    return [(at, radius) for at, radius in held if abs(at[0] - x) < reach and abs(at[1] - y) < reach]


def _at(place: Pair, frame: Pair) -> Pair:
    return place[0] * frame[0], place[1] * frame[1]


def _box(place: Pair, text: str, offset: Pair, frame: Pair) -> Box:
    """Return the lower left and the upper right corner of a label."""
    x, y = _at(place, frame)
    across, up = _half(text)
    x, y = x + offset[0], y + offset[1]
    return (x - across, y - up), (x + across, y + up)


def _distance(box: Box, at: Pair) -> float:
    """Return how far a point is from a box, 0 inside."""
    (left, low), (right, high) = box
    return hypot(max(left - at[0], 0.0, at[0] - right), max(low - at[1], 0.0, at[1] - high))


def _meet(one: Box, other: Box) -> bool:
    return all(one[0][n] < other[1][n] and other[0][n] < one[1][n] for n in (0, 1))
