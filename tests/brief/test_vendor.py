"""The vendored bundles are those their notes name."""

from __future__ import annotations

import hashlib
import re
from importlib import resources

import pytest

from tracktwo.brief.html.assets import BUNDLES


@pytest.mark.parametrize("bundle", BUNDLES)
def test_bundle_is_the_one_its_note_names(bundle: str) -> None:
    folder, name = bundle.split("/")
    place = resources.files("tracktwo.brief").joinpath("vendor", folder)
    note = place.joinpath("README.md").read_text(encoding="utf-8")
    found = re.search(r"file \(sha256\) \| `([0-9a-f]{64})`", note)
    assert found
    assert hashlib.sha256(place.joinpath(name).read_bytes()).hexdigest() == found[1]
    assert re.match(rf"# {folder} \d+\.\d+\.\d+\n", note)
    assert "Copyright" in place.joinpath("LICENSE").read_text(encoding="utf-8")
