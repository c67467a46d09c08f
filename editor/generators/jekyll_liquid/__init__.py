"""Jekyll's template tags: what it runs over a post's body before it reads Markdown.

Liquid 5.4 with the tags and filters of Jekyll 4.3, by python-liquid. No code runs, nothing outside
the site's folder is read, and what a template may do is bounded.
"""

from editor.generators.jekyll_liquid.expanding import expand
from editor.generators.jekyll_liquid.files import site_settings
from editor.generators.jekyll_liquid.model import Expanded, LiquidContext, Problem, ProblemKind

__all__ = [
    "Expanded",
    "LiquidContext",
    "Problem",
    "ProblemKind",
    "expand",
    "site_settings",
]
