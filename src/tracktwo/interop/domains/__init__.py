"""Negotiation domains by other people: read any of the known kinds, write two of them.

``read(folder, profiles=...)`` returns a ``Domain`` whose ``utilities`` every room below understands;
``write_genius`` and ``write_geniusweb`` say utilities in those formats.
"""

from tracktwo.interop.domains.folder import read
from tracktwo.interop.domains.model import Domain, Game, Profile

__all__ = ["Domain", "Game", "Profile", "read"]
