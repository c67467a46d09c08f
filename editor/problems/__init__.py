"""What is wrong with a post, what its site makes of it, and the edits that surely mend it.

A problem is told by its kind and its facts; `finding` finds them.
"""

from editor.problems.model import OF_TEMPLATE_TAGS, Outcome, PostProblem, PostProblemKind

__all__ = ["OF_TEMPLATE_TAGS", "Outcome", "PostProblem", "PostProblemKind"]
