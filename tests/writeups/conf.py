"""Sphinx for article.md: the numbers as substitutions, the references as they are."""

from pathlib import Path

import yaml

project = "Three accounts of Veldania"
author = "A. Reader"
root_doc = "article"
include_patterns = ["article.md"]  # methods.md lies beside it
extensions = ["myst_parser", "sphinxcontrib.bibtex"]
myst_enable_extensions = ["substitution"]
myst_substitutions = yaml.safe_load(Path(__file__).with_name("_variables.yml").read_text(encoding="utf-8"))
bibtex_bibfiles = ["references.bib"]
bibtex_default_style = "plain"
numfig = True
html_theme = "basic"
html_show_sourcelink = False
