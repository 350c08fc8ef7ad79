"""Who is named in a sentence: states, organisations, persons with roles, bodies, places, unnamed people.

``recognise(sentence, roster)`` gives the mentions; ``learn(texts)`` gives the roster of persons and
organisations a set of reports introduces; ``load_gazetteer(folder)`` reads the name lists.
"""

from tracktwo.reading.names.gazetteer import Gazetteer, load_gazetteer
from tracktwo.reading.names.learn import learn
from tracktwo.reading.names.mention import Kind, Mention
from tracktwo.reading.names.recognise import recognise
from tracktwo.reading.names.roster import Person, Roster, empty_roster

__all__ = [
    "Gazetteer",
    "Kind",
    "Mention",
    "Person",
    "Roster",
    "empty_roster",
    "learn",
    "load_gazetteer",
    "recognise",
]
