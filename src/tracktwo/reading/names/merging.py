"""Merging: several writings of one person's name as one person."""

from __future__ import annotations

from tracktwo.reading.names.sightings import Seen
from tracktwo.reading.names.words import Words

_ARTICLES = ("al-", "el-", "al ", "el ")


def surnames_of(name: str, words: Words) -> tuple[str, ...]:
    """What a person may be called later: the last word, and that with the small words before it."""
    parts = name.split()
    if len(parts) < 2:
        return ()
    first = len(parts) - 1
    while first > 1 and parts[first - 1].lower() in words.particles:
        first -= 1
    forms = [" ".join(parts[first:])]
    if first == len(parts) - 1:
        bare = parts[-1]
        if bare.lower().startswith(_ARTICLES):
            bare = bare[3:]
            forms.append(f"Al-{bare}")
        forms.append(bare)
    return tuple(dict.fromkeys(forms))


def merge(persons: dict[str, Seen]) -> dict[str, tuple[Seen, tuple[str, ...]]]:
    """One person per name, under its commonest writing, with the other writings.

    Merged are names with and without middle names or initials, with "al-", "Al " or nothing before the
    surname, short given names where the office is the same ("Tony" and "Antony"), and a surname with an
    office ("Chair Keller") whose only bearer is known.

    Parameters
    ----------
    persons : dict of str to Seen
        Sightings by the name as written; not changed.

    Returns
    -------
    dict of str to (Seen, tuple of str)
        Counts of all writings together, and the writings other than the key.
    """
    groups: dict[tuple[str, str], list[str]] = {}
    for name in sorted(persons):
        groups.setdefault(_key(name), []).append(name)
    full = [names for (given, _), names in sorted(groups.items()) if given]
    full = _with_short_names(full, persons)
    bearers: dict[str, list[list[str]]] = {}
    for names in full:
        bearers.setdefault(_key(names[0])[1], []).append(names)
    merged = []
    for (given, surname), names in sorted(groups.items()):
        if given:
            continue
        known = bearers.get(surname, [])
        if len(known) == 1:
            known[0].extend(names)
        elif not known:
            merged.append(names)
    return dict(_one(names, persons) for names in (*full, *merged))


def _key(name: str) -> tuple[str, str]:
    """Given name and surname as far as writings of one name share them."""
    parts = name.lower().replace("al- ", "al-").split()
    last = parts[-1]
    bare = last[3:] if last.startswith(_ARTICLES) else last
    return (parts[0] if len(parts) > 1 and parts[0] not in ("al", "el") else "", bare)


def _with_short_names(full: list[list[str]], persons: dict[str, Seen]) -> list[list[str]]:
    """Join "Tony Blinken" to "Antony Blinken" where both are reported in one office."""
    joined: list[list[str]] = []
    for names in full:
        given, surname = _key(names[0])
        for other in joined:
            other_given, other_surname = _key(other[0])
            if surname == other_surname and _short(given, other_given) and _shared(names, other, persons):
                other.extend(names)
                break
        else:
            joined.append(list(names))
    return joined


def _short(one: str, other: str) -> bool:
    less, more = sorted((one, other), key=len)
    return len(less) > 2 and (more.startswith(less) or more.endswith(less))


def _shared(names: list[str], others: list[str], persons: dict[str, Seen]) -> bool:
    mine = {role for name in names for role in persons[name].roles}
    return any(role in mine for name in others for role in persons[name].roles)


def _one(names: list[str], persons: dict[str, Seen]) -> tuple[str, tuple[Seen, tuple[str, ...]]]:
    """The person of several writings: full names before surnames, then the commonest, then the shortest."""
    best = min(names, key=lambda name: (" " not in name, -persons[name].times, len(name), name))
    whole = Seen()
    for name in names:
        seen = persons[name]
        whole.times += seen.times
        whole.roles.update(seen.roles)
        whole.parties.update(seen.parties)
        whole.organisations.update(seen.organisations)
    aliases = tuple(sorted(name for name in names if name != best and " " in name))
    return best, (whole, aliases)
