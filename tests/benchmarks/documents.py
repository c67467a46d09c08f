"""Posts of any size to measure with, the same each time, mixed as real posts are."""

import random
from collections.abc import Iterator

_TEXT = (
    "le billet une semaine après lecteurs blog réseau question réponse photo écrire chaque jour "
    "the of and site preview editor words night coffee river garden code reader week never often"
)
_WORDS = _TEXT.split()
_HEAD = "---\nlayout: post\ntitle: A post to measure with\ntags: [one, two]\n---\n\n"


def post(size: int, seed: int = 1, *, notes: bool = False) -> str:
    """A post of about `size` characters, with front matter.

    With `notes` it has what concerns the whole post: footnotes, abbreviations, a table of contents.
    """
    chance = random.Random(seed)
    parts = [_HEAD]
    if notes:
        parts.append("* contents\n{:toc}\n\n*[HTML]: Hypertext\n\n")
    length = sum(map(len, parts))
    for part in _parts(chance, notes=notes):
        if length >= size:
            break
        parts.append(part)
        length += len(part)
    return "".join(parts)


def _parts(chance: random.Random, *, notes: bool) -> Iterator[str]:
    number = 0
    while True:
        number += 1
        yield f"## {_text(chance, 4)} {number}\n\n"
        for _ in range(chance.randint(2, 5)):
            yield _paragraph(chance)
        yield chance.choice((_list, _code, _table, _quote, _link, _image))(chance)
        if notes and number % 5 == 0:
            yield f"Some words[^n{number}] in HTML.\n\n[^n{number}]: {_text(chance, 8)}.\n\n"


def _text(chance: random.Random, count: int) -> str:
    return " ".join(chance.choices(_WORDS, k=count))


def _paragraph(chance: random.Random) -> str:
    lines = [_text(chance, chance.randint(8, 14)) for _ in range(chance.randint(2, 6))]
    lines[0] = f"**{lines[0]}**, *{_text(chance, 2)}*"
    lines[-1] += f' `{chance.choice(_WORDS)}` « {_text(chance, 3)} » -- "{_text(chance, 2)}".'
    return "\n".join(lines) + "\n\n"


def _list(chance: random.Random) -> str:
    items = [f"- {_text(chance, 6)}\n  - {_text(chance, 4)}\n" for _ in range(4)]
    return "".join(items) + "\n"


def _code(chance: random.Random) -> str:
    body = "".join(f"    {chance.choice(_WORDS)} = {n}\n" for n in range(6))
    return f"```python\ndef measure():\n{body}```\n\n"


def _table(chance: random.Random) -> str:
    rows = [f"| {_text(chance, 2)} | {_text(chance, 1)} |\n" for _ in range(4)]
    return f"| one | two |\n|-----|----:|\n{''.join(rows)}\n"


def _quote(chance: random.Random) -> str:
    return f"> {_text(chance, 10)}\n> {_text(chance, 10)}\n\n"


def _link(chance: random.Random) -> str:
    name = f"ref{chance.randrange(10**6)}"
    return f"See [{_text(chance, 2)}][{name}].\n\n[{name}]: https://example.org/{name}\n\n"


def _image(chance: random.Random) -> str:
    return f"![{_text(chance, 2)}](/assets/{chance.choice(_WORDS)}.png)\n\n"
