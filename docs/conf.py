"""Sphinx configuration: MyST pages, the Python API from docstrings, nothing fetched from elsewhere."""

from tracktwo import __version__

project = "tracktwo"
author = "The tracktwo founders"
release = version = __version__
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
html_theme = "alabaster"
html_theme_options = {
    "description": "Reports in, a cited record and brief out.",
    "fixed_sidebar": True,
    "page_width": "1100px",
}
html_show_sourcelink = False
exclude_patterns = ["_build"]
autodoc_typehints = "description"
autodoc_member_order = "bysource"
napoleon_numpy_docstring = True
napoleon_google_docstring = False
napoleon_use_rtype = False
suppress_warnings = ["ref.python", "autodoc.import_object"]
