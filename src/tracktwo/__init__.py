"""tracktwo: a workbench for people who follow negotiations.

The rooms, in the order the data flows: ``reports``, ``reading``, ``record``, ``case``, ``brief``.
The commands (``tracktwo --help``) call the same functions that are documented here.
"""

__version__ = "0.1.0"
