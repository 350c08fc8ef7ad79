"""Claims to pictures: which claims speak of one issue, one proposal, one event, one negotiation.

``link`` does it all (``build``); every tie and every join carries its reason and can be undone. One idea per
file: ``issues`` · ``options`` · ``mentions`` and ``proposals`` · ``tracks`` · ``meetings`` · ``parties``,
``people``, ``bodies``, ``third_parties``, ``affected`` · ``stances`` · ``red_lines`` · ``leverage`` ·
``ratification`` · ``events`` · ``durations`` · ``negotiations``. Word lists are in ``data/``.
"""

from tracktwo.record.linking.build import link, link_each

__all__ = ["link", "link_each"]
