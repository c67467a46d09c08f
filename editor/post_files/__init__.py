"""Posts as files of their site: made, renamed, published, copied, trashed, with the links to them.

Each function looks at the site and gives a `Plan`, which can be shown; `carrying` carries it out.
"""

from .plan import Changed, Created, Moved, Plan

__all__ = ["Changed", "Created", "Moved", "Plan"]
