"""One frozen Brief from everything the record knows, and its renderings.

``compose`` and ``compose_from_record`` make a `Brief`; ``terminal.show`` prints it, ``html.write`` writes
it as one self-contained page, and ``vocabulary.plain`` of it is the JSON.
"""

from tracktwo.brief.compose import compose, compose_from_record
from tracktwo.brief.model import Brief

__all__ = ["Brief", "compose", "compose_from_record"]
