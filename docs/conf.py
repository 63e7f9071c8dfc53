"""How the documentation is built: `make docs`, with every warning an error and every example run."""

from __future__ import annotations

import khabar

project = "khabar"
author = "The khabar developers"
release = version = "0.1"
language = "en"

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "sphinx.ext.doctest"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
exclude_patterns = ["_build"]
html_theme = "alabaster"
html_theme_options = {"description": "Reads Arabic news text", "page_width": "1100px"}

default_role = "code"
autodoc_member_order = "bysource"
autodoc_class_signature = "separated"
autodoc_default_options = {"members": True, "exclude-members": "__init__, __new__"}
napoleon_google_docstring = True
napoleon_numpy_docstring = False

# the examples of docstrings run under pytest, with the names of their module; here only those of the pages run
doctest_test_doctest_blocks = ""
doctest_global_setup = "import datetime as dt\nimport khabar"

# names of the standard library and of type variables are shown without a link: no build needs the network
nitpick_ignore_regex = [
    ("py:.*", r"(str|int|bool|bytes|float|object|tuple|list|dict|set|type|range|None|Any)"),
    ("py:.*", r"(collections\.abc|datetime|dt|enum|typing|types|os|pathlib)\..*"),
    ("py:.*", r"(Iterable|Iterator|Sequence|Mapping|Callable|Collection|Protocol|Generic|StrEnum|PathLike|MappingProxyType)"),
    ("py:.*", r"(khabar\.layers\.)?A(_co)?"),
    # seen in signatures, but of no use to callers
    ("py:class", r"SearchStrategy|khabar\.lexicons\.\w+\.(Readable|Form)"),
    ("py:exc", r"(TypeError|ValueError|KeyError|LookupError|OSError|AssertionError|Exception)"),
]

assert khabar.__doc__
