"""Sphinx configuration: pages in Markdown, reference from docstrings."""

from analysis import __version__

project = "analysis"
author = "The samestory developers"
version = release = __version__
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build"]
html_theme = "alabaster"
html_theme_options = {"description": "How news sources tell the same story", "page_width": "1100px"}
myst_enable_extensions = ["deflist"]
myst_heading_anchors = 3
autodoc_member_order = "bysource"
autodoc_typehints = "description"
napoleon_use_ivar = True
nitpicky = False
