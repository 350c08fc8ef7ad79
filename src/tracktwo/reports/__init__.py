"""Files in, reports out: clean text with a map to the stored text, dates, sentences, near-duplicates.

``load`` one file · ``load_all`` files and folders · ``iterate`` the same, one report at a time · ``Spool``
reports waiting on disk · ``group_stories`` and ``Stories`` near-duplicates · ``read_metadata`` what a user
knows about the files.
"""

from tracktwo.reports.collecting import Loaded, iterate, load_all
from tracktwo.reports.loading import default_key, load
from tracktwo.reports.metadata import Metadata, read_metadata
from tracktwo.reports.settings import Settings
from tracktwo.reports.spool import Spool
from tracktwo.reports.stories import Stories, group_stories

__all__ = [
    "Loaded",
    "Metadata",
    "Settings",
    "Spool",
    "Stories",
    "default_key",
    "group_stories",
    "iterate",
    "load",
    "load_all",
    "read_metadata",
]
