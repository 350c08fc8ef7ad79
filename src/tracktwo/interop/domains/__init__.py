"""Negotiation domains by other people: read any of the known kinds, write two of them.

``read(folder, profiles=...)`` returns a ``Domain`` whose ``utilities`` every room below understands;
``as_case`` makes a case of it and ``of_case`` a domain of a case; ``write_genius`` and ``write_geniusweb``
say utilities in those formats.
"""

from tracktwo.interop.domains.as_case import as_case
from tracktwo.interop.domains.folder import read
from tracktwo.interop.domains.model import Domain, Game, Profile
from tracktwo.interop.domains.of_case import of_case
from tracktwo.interop.domains.write_genius import write_genius
from tracktwo.interop.domains.write_geniusweb import write_geniusweb

__all__ = ["Domain", "Game", "Profile", "as_case", "of_case", "read", "write_genius", "write_geniusweb"]
