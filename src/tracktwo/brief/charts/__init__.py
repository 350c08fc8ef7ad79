"""Charts of the brief as Vega-Lite specifications; one file each, no picture is made here."""
