"""The vendored script is the one its note names."""

from __future__ import annotations

import hashlib
import re
from importlib import resources


def test_htmx_is_the_one_its_note_names() -> None:
    place = resources.files("tracktwo.web").joinpath("vendor", "htmx")
    note = place.joinpath("README.md").read_text(encoding="utf-8")
    found = re.search(r"file \(sha256\) \| `([0-9a-f]{64})`", note)
    version = re.match(r"# htmx (\d+\.\d+\.\d+)\n", note)
    script = place.joinpath("htmx.min.js").read_bytes()
    assert found
    assert version
    assert hashlib.sha256(script).hexdigest() == found[1]
    assert f'version:"{version[1]}"'.encode() in script
    assert "Zero-Clause BSD" in place.joinpath("LICENSE").read_text(encoding="utf-8")
