"""Local review and exploration in a browser: pages made on this machine, for this machine alone.

``keys`` and ``guard`` say who may come in · ``desk`` keeps the record in one thread · ``seen`` what a page
shows of it · one file for each kind of page · ``app`` joins them · ``server`` listens on the loopback.
"""

from tracktwo.web.server import serve

__all__ = ["serve"]
