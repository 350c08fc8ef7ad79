"""Colours of the page are readable, by the contrast ratio of WCAG 2.2 (at least 4.5 to 1 for text)."""

from __future__ import annotations

import re

import pytest

from tracktwo.brief.html.assets import style

TEXT = ("ink", "soft", "accent", "for", "against", "tables", "asks")
PAIRS = [(text, ground) for text in TEXT for ground in ("paper", "panel")] + [
    ("accent", "accent-soft"),
    ("ink", "mark"),
]


def themes() -> dict[str, dict[str, str]]:
    blocks = re.findall(r":root \{(.*?)\}", style(), re.DOTALL)
    light, dark = (dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", block)) for block in blocks[:2])
    return {"light": light, "dark": dark}


def luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_contrast(theme: str, text: str, ground: str) -> None:
    colours = themes()[theme]
    one, other = sorted((luminance(colours[text]), luminance(colours[ground])))
    assert (other + 0.05) / (one + 0.05) >= 4.5


def test_known_ratio() -> None:
    assert (luminance("#ffffff") + 0.05) / (luminance("#000000") + 0.05) == pytest.approx(21.0)
