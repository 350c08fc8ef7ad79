"""Words for probabilities, from the two published tables; never 0 or 100 percent."""

from __future__ import annotations

from enum import StrEnum


class Scale(StrEnum):
    """Which published table the words come from."""

    ICD_203 = "ICD 203"
    IPCC = "IPCC"


# Upper bound of each band (exclusive), then its words; the last band has no upper bound.
_ICD_203 = (
    (0.05, "almost no chance"),
    (0.20, "very unlikely"),
    (0.45, "unlikely"),
    (0.55, "roughly even chance"),
    (0.80, "likely"),
    (0.95, "very likely"),
    (2.0, "almost certain"),
)
_IPCC = (
    (0.01, "exceptionally unlikely"),
    (0.10, "very unlikely"),
    (0.33, "unlikely"),
    (0.66, "about as likely as not"),
    (0.90, "likely"),
    (0.99, "very likely"),
    (2.0, "virtually certain"),
)


def likelihood_words(probability: float, scale: Scale = Scale.ICD_203) -> str:
    """Return the words of ``scale`` for a probability.

    Parameters
    ----------
    probability : float
        Between 0 and 1, both included.
    scale : Scale
        ICD 203 (Office of the Director of National Intelligence 2015) or the IPCC calibrated language
        (Mastrandrea et al. 2010), whose overlapping ranges are read as disjoint bands.

    Raises
    ------
    ValueError
        If ``probability`` is not within [0, 1].
    """
    if not 0.0 <= probability <= 1.0:
        raise ValueError(f"a probability lies between 0 and 1, not {probability!r}")
    table = _ICD_203 if scale is Scale.ICD_203 else _IPCC
    return next(words for upper, words in table if probability < upper)


def share_text(share: float, low: float | None = None, high: float | None = None, *, draws: int = 0) -> str:
    """Return a share of draws as text, never as 0 or 100 percent: ``62%``, ``62% (58-66)``, ``under 1%``.

    Parameters
    ----------
    share : float
        Between 0 and 1.
    low, high : float, optional
        What is left open; said where it is more than a percent wide.
    draws : int
        With 1 (numbers that do not vary) the answer is ``yes`` or ``no``.
    """
    if draws == 1:
        return "yes" if share >= 0.5 else "no"
    text = "under 1%" if share < 0.01 else "over 99%" if share > 0.99 else f"{share:.0%}"
    if low is None or high is None or high - low < 0.015:
        return text
    return f"{text} ({max(round(low * 100), 1)}-{min(round(high * 100), 99)})"
