"""Slugs: what a title becomes in an address, as each generator makes it, and in a file's name."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import unescape

_LONGEST_TITLE = 1000  # characters; what is longer is no title
_LONGEST_NAME = 180  # bytes: room for a date, an ending and a draft's mark in the 255 of a name


def slug_of(title: str, generator: str, settings: Mapping[str, object] | None = None) -> str:
    """The slug that the generator makes of `title`, with the site's `settings`.

    Jekyll's as `jekyll post` names a file (slugify's mode "default"), Hugo's as `urlize` and
    `:title` write it, Pelican's of an article without a slug. Of no known generator: ASCII words.
    """
    match generator:
        case "jekyll":
            return jekyll_slug(title)
        case "hugo":
            return hugo_slug(title, settings or {})
        case "pelican":
            return pelican_slug(title, settings or {})
    return jekyll_slug(romanised(title), "ascii")


# --- Jekyll


def jekyll_slug(words: str, mode: str = "default", *, keep_case: bool = False) -> str:
    """`words` for an address: what is no letter and no digit is a hyphen.

    The modes are "raw", "default", "pretty", "ascii" and "latin"; any other leaves `words`.
    Source: slugify in Jekyll's lib/jekyll/utils.rb
    """
    if mode in ("raw", "default", "pretty", "ascii", "latin"):
        if mode == "latin":
            words = "".join(map(_latin, words))
        slug = "".join(char if _stays(char, mode) else "\0" for char in words)
        words = re.sub(r"\A-|-\Z", "", re.sub("\0+", "-", slug))
    return words if keep_case else _lower(words)


def _stays(char: str, mode: str) -> bool:
    if mode == "raw":
        return char not in " \t\n\v\f\r"  # Ruby's \s: a no-break space stays
    if char.isascii():
        return char.isalnum() or (mode == "pretty" and char in "._~!$&'()+,;=@")
    category = unicodedata.category(char)
    return mode != "ascii" and (category[0] in "LM" or category == "Nd")


def _lower(words: str) -> str:
    """Each letter alone: neither Ruby nor Go know the Greek sigma that ends a word."""
    return "".join(map(str.lower, words))


def _latin(char: str) -> str:
    """A Latin letter without its accent, "?" for any other.

    Source: DEFAULT_APPROXIMATIONS in i18n's lib/i18n/backend/transliterator.rb
    """
    if char.isascii() or char in _LATIN_LETTERS:
        return _LATIN_LETTERS.get(char, char)
    base = unicodedata.normalize("NFKD", char).encode("ascii", "ignore").decode()
    return base if base and "À" <= char <= "ž" else "?"


def _pairs(words: str) -> dict[str, str]:
    """A table of letters, each followed by what stands for it."""
    found = words.split()
    return dict(zip(found[::2], found[1::2], strict=True))


_LATIN_LETTERS = _pairs(
    "Æ AE æ ae Œ OE œ oe Ð D ð d Đ D đ d Ø O ø o Þ Th þ th ß ss × x Ħ H ħ h ı i ĸ k Ł L ł l ŉ 'n "
    "Ŋ NG ŋ ng Ŧ T ŧ t"
)

# --- Hugo


def hugo_slug(words: str, settings: Mapping[str, object]) -> str:
    """`words` as Hugo's `urlize` writes them, percent signs for letters left out."""
    path = hugo_path(words, settings)
    return path[:-1] if path.find("#") == len(path) - 1 else path  # its fragment is empty


def hugo_path(words: str, settings: Mapping[str, object]) -> str:
    """`words` as Hugo writes them in a path.

    Source: Sanitize in Hugo's common/paths/path.go, MakePathSanitized in its helpers/path.go
    """
    on = {key.lower() for key, value in settings.items() if value is True}
    if "removepathaccents" in on:
        words = without_accents(words)
    slug: list[str] = []
    gap = hyphen = False  # white space was passed; the last one written is a hyphen
    for place, char in enumerate(words):
        if _is_in_path(words, place):
            hyphen = char == "-"
            if gap and not hyphen:
                slug.append("-")
            gap = False
            slug.append(char)
        elif slug and not hyphen and char.isspace() and not "\x1c" <= char <= "\x1f":
            gap = True
    path = "".join(slug)
    return path if "disablepathtolower" in on else "".join(map(_lower_in_go, path))


def _is_in_path(words: str, place: int) -> bool:
    char = words[place]
    if char.isascii():
        is_escape = char == "%" and re.match("[0-9a-fA-F]{2}", words[place + 1 : place + 3])
        return char.isalnum() or char in "./\\_#+~-@" or bool(is_escape)
    category = unicodedata.category(char)
    return category[0] in "LM" or category == "Nd"


def _lower_in_go(char: str) -> str:
    return char.lower()[:1]  # of İ the mere i


def without_accents(words: str) -> str:
    """`words` with each mark above or below a letter taken off; ligatures stay."""
    parts = unicodedata.normalize("NFD", words)
    bare = (char for char in parts if unicodedata.category(char) != "Mn")
    return unicodedata.normalize("NFC", "".join(bare))


# --- Pelican


def pelican_slug(title: str, settings: Mapping[str, object]) -> str:
    """The slug of an article or page of this `title`, or of a category or tag of this name.

    A substitution whose pattern could take long is left out. Source: slugify in
    Pelican's pelican/utils.py
    """
    slug = unicodedata.normalize("NFKC", _text_of_html(title[:_LONGEST_TITLE]))
    if settings.get("SLUGIFY_USE_UNICODE") is not True:
        slug = romanised(slug)
    for pattern, new in _substitutions(settings):
        try:
            slug = re.sub(pattern, new, slug, flags=re.IGNORECASE)
        except (re.error, IndexError, RecursionError, OverflowError):
            continue
    if settings.get("SLUGIFY_PRESERVE_CASE") is not True:
        slug = slug.lower()
    return slug.strip()


_PELICAN_DEFAULTS = ((r"[^\w\s-]", ""), (r"(?u)\A\s*", ""), (r"(?u)\s*\Z", ""), (r"[-\s]+", "-"))
_REPEATED = re.compile(r"(?<!\\)[+*]|,\d*\}")


def _substitutions(settings: Mapping[str, object]) -> Iterable[tuple[str, str]]:
    given = settings.get("SLUG_REGEX_SUBSTITUTIONS")
    if not isinstance(given, list | tuple):
        return _PELICAN_DEFAULTS
    pairs = [tuple(map(str, pair)) for pair in given[:50] if isinstance(pair, list | tuple)]
    return [(pair[0], pair[1]) for pair in pairs if len(pair) == 2 and is_quick_pattern(pair[0])]


def is_quick_pattern(pattern: str) -> bool:
    """Whether no short text makes a site's own pattern run for long: none of its groups repeats."""
    return (
        len(pattern) <= 200
        and not re.search(r"\)[+*{]|\\\d", pattern)
        and len(_REPEATED.findall(pattern)) <= 2
    )


def _text_of_html(html: str) -> str:
    """What is left of `html` without comments and tags, its entities read.

    Source: Markup.striptags in MarkupSafe's src/markupsafe/__init__.py
    """
    for start, end in (("<!--", "-->"), ("<", ">")):
        while (first := html.find(start)) != -1 and (last := html.find(end, first)) != -1:
            html = html[:first] + html[last + len(end) :]
    return unescape(" ".join(html.split()))


def romanised(words: str) -> str:
    """`words` in ASCII, other scripts as they sound: as Unidecode writes them."""
    if words.isascii():
        return words
    from text_unidecode import unidecode  # type: ignore[import-untyped]

    return "".join(
        char if char.isascii() else _NEWER.get(char, _known(unidecode(char))) for char in words
    )


def _known(sound: str) -> str:
    return "" if sound.startswith("[?") else sound


# Where Unidecode 1.4 differs from text-unidecode 1.3, of the signs that titles hold.
_NEWER = {
    **_pairs("Ŋ NG ŋ ng ẞ SS Є Ie Ъ ' ъ ' ⁊ & ₹ Rs ₽ R ₺ L ₴ UAH ₿ BTC ₸ T ₱ P ₲ G ₾ l"),
    **_pairs("し shi ち chi っ tsu つ tsu シ shi チ chi ッ tsu ツ tsu ・ * ー - ゠ ="),
    **_pairs("א A ח H ט T ך KH כ KH ץ TS צ TS ק k ש SH ױ OY ײ EY ־ - ֺ o"),
    **dict.fromkeys("ְּ", ""),
}

# --- Names of files


@dataclass(frozen=True)
class NamingHabit:
    """How the posts of a site are named."""

    keeps_accents: bool | None = None  # None: the names do not tell, the generator's rule holds
    separator: str = "-"
    keeps_case: bool = False


def naming_habit(slugs: Iterable[str]) -> NamingHabit:
    """The habit of a site whose posts have these `slugs` in their files' names, without dates."""
    known = [slug for slug in slugs if slug]
    accented = sum(not slug.isascii() for slug in known)
    capital = sum(slug != slug.lower() for slug in known)
    lines = sum("_" in slug and "-" not in slug for slug in known)
    hyphens = sum("-" in slug for slug in known)
    return NamingHabit(
        accented > len(known) / 20 if len(known) >= _ENOUGH_NAMES else None,
        "_" if lines > hyphens else "-",
        capital > len(known) / 2,
    )


_ENOUGH_NAMES = 5


def file_slug(
    title: str,
    generator: str,
    settings: Mapping[str, object] | None = None,
    habit: NamingHabit | None = None,
) -> str:
    """The slug for the name of a new post's file: by the site's habit, else the generator's rule.

    It is fit for a file's name on every system, never too long, and "" of a title without words.
    """
    habit = habit or NamingHabit()
    words = unicodedata.normalize("NFC", title[:_LONGEST_TITLE])
    if habit.keeps_accents is False:
        words = romanised(words)
    if generator == "pelican" and habit.keeps_accents:
        settings = {**(settings or {}), "SLUGIFY_USE_UNICODE": True}
    slug = slug_of(words, generator, settings)
    if habit.keeps_case:
        slug = _with_case(words, slug, generator, settings or {})
    slug = re.sub(r'[\x00-\x1f\x7f/\\:*?"<>|#%\s]+', "-", slug)
    if habit.separator != "-":
        slug = slug.replace("-", habit.separator)
    return _cut(slug, habit.separator)


def _with_case(words: str, slug: str, generator: str, settings: Mapping[str, object]) -> str:
    match generator:
        case "jekyll":
            return jekyll_slug(words, keep_case=True)
        case "hugo":
            return hugo_slug(words, {**settings, "disablePathToLower": True})
        case "pelican":
            return pelican_slug(words, {**settings, "SLUGIFY_PRESERVE_CASE": True})
    return slug


def _cut(slug: str, separator: str) -> str:
    """`slug` without what a name may not end or begin with, cut between two words if too long."""
    if len(slug.encode()) > _LONGEST_NAME:
        slug = slug.encode()[:_LONGEST_NAME].decode("utf-8", "ignore")
        slug = slug.rpartition(separator)[0] or slug
    slug = slug.strip("-_. ")
    return f"{slug}{separator}" if slug.upper() in _RESERVED else slug


_RESERVED = {
    "CON",
    "PRN",
    "AUX",
    "NUL",
    *(f"{port}{n}" for port in ("COM", "LPT") for n in range(10)),
}
