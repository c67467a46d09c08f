"""Beginnings of lines that more than one construct looks for. All match where they are tried."""

import re

from editor.generators.kramdown.attribute_lists import BLOCK_LIST
from editor.generators.kramdown.html_syntax import STARTS_BLOCK

SPACE = " \t\n\r\f\v"
"""What kramdown takes for white space: no no-break space."""

LINE = re.compile(r"[^\n]*\n")
BLANK_LINES = re.compile(r"(?:[ \t\r\f\v]*\n)+")
BLOCK_END = re.compile(r"\^[ \t\r\f\v]*\n")
CODE_INDENT = re.compile(r"\t| {4}")
QUOTE_START = re.compile(r" {0,3}>")
RULE = re.compile(r" {0,3}([*_-])[ \t]*\1[ \t]*\1(?:\1|[ \t])*\n")
LIST_START = re.compile(r" {0,3}(?:[+*-]|[0-9]+\.)[\t| ][^\n]*\n")

BOUNDARY = re.compile(
    rf"[ \t\r\f\v]*\n|\^[ \t\r\f\v]*\n|{BLOCK_LIST.pattern.replace('?P<list>', '')}|\Z", re.ASCII
)
# Ends a paragraph, and lines that belong to a quote or an item out of the writer's laziness.
LAZY_END = re.compile(rf"{BOUNDARY.pattern}| {{0,3}}(?:{STARTS_BLOCK})")
