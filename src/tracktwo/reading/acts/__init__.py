"""Acts: which verbs and nouns report which act; the lists are data files beside this one."""

from tracktwo.reading.acts.frames import Frame, Verbs, load_verbs
from tracktwo.reading.acts.nouns import ActNoun, Nouns, load_nouns

__all__ = ["ActNoun", "Frame", "Nouns", "Verbs", "load_nouns", "load_verbs"]
