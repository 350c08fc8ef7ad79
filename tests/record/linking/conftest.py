"""The made dispute over a coast, linked once a module."""

from __future__ import annotations

import pytest

from tests.record.linking.coast import spring, winter
from tests.record.linking.made import linked
from tracktwo.vocabulary import Picture


@pytest.fixture(scope="module")
def picture() -> Picture:
    return linked(spring(), winter())
