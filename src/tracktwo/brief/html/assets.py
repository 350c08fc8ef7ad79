"""What the page carries inside: style, the chart bundles, and a policy that lets nothing else in."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from functools import cache
from importlib import resources
from typing import Any

BUNDLES = ("vega/vega.min.js", "vega-lite/vega-lite.min.js", "vega-embed/vega-embed.min.js")
_SOURCE_MAP = re.compile(r"\n?//# sourceMappingURL=\S*\s*$")


@cache
def style() -> str:
    """Return the one style sheet."""
    return _text("html/style.css")


@cache
def scripts() -> tuple[str, ...]:
    """Return the chart bundles and the few lines that start them.

    Pointers to source maps are dropped: a debugger would follow them out of the file.
    """
    bundles = tuple(_SOURCE_MAP.sub("\n", _text(f"vendor/{name}")) for name in BUNDLES)
    return (*bundles, _text("html/chart.js"))


def policy(inline: tuple[str, ...]) -> str:
    """Return the Content-Security-Policy: no loads at all, and only the scripts ``inline``, by hash."""
    allowed = " ".join(f"'sha256-{_hash(script)}'" for script in inline) or "'none'"
    return (
        f"default-src 'none'; script-src {allowed}; style-src 'unsafe-inline'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def chart_data(spec: dict[str, Any]) -> str:
    """Return a specification as JSON that cannot end the script element it stands in."""
    text = json.dumps(spec, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return (
        text.replace("&", "\\u0026")
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029")
    )


def _hash(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")


def _text(name: str) -> str:
    return resources.files("tracktwo.brief").joinpath(name).read_text(encoding="utf-8")
