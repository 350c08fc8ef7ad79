"""One composed brief for all tests of the room."""

from __future__ import annotations

import pytest

from tests.brief.onda import brief as compose_example
from tracktwo.brief import Brief


@pytest.fixture(scope="session")
def brief() -> Brief:
    return compose_example()
