"""The front matter that a Jekyll site's settings give to its files.

Source: Jekyll 4.3's lib/jekyll/frontmatter_defaults.rb and merge_data! in its document.rb
"""

from collections.abc import Iterator, Mapping

from editor.generators.settings_files import glob_pattern

_MOST_RULES = 500
_OLD_TYPES = {"page": "pages", "post": "posts", "draft": "drafts"}


def defaults_of(path: str, kind: str, settings: Mapping[str, object]) -> dict[str, object]:
    """What `defaults` of the settings give to the file at `path`, relative to the site's source.

    `kind` is the label of its collection, "posts" for drafts too, or "pages".
    """
    found: dict[str, object] = {}
    before: Mapping[str, object] | None = None
    for scope, fields in _rules(settings):
        if not _applies(scope, path, kind, settings):
            continue
        if before is None or _is_stronger(scope, before):
            found, before = _merged(found, fields), scope
        else:
            found = _merged(fields, found)
    return found


def document_fields(defaults: Mapping[str, object], own: Mapping[str, object]) -> dict[str, object]:
    """The fields of a document with its `own` front matter: categories of both are gathered."""
    found = _merged(defaults, own)
    both = [fields["categories"] for fields in (defaults, own) if fields.get("categories")]
    if len(both) == 2:
        words = [word for written in both for word in _words(written)]
        found["categories"] = [word for n, word in enumerate(words) if word not in words[:n]]
    return found


def _words(written: object) -> list[object]:
    if isinstance(written, str):
        return list(written.split())
    return written if isinstance(written, list) else []


def _merged(below: Mapping[str, object], above: Mapping[str, object]) -> dict[str, object]:
    """Both, table by table: what is `above` wins unless it is empty."""
    found = dict(below)
    for key, value in above.items():
        old = found.get(key)
        if isinstance(value, Mapping) and isinstance(old, Mapping):
            found[key] = _merged(old, value)
        elif value is not None or key not in found:
            found[key] = value
    return found


def _rules(
    settings: Mapping[str, object],
) -> Iterator[tuple[Mapping[str, object], Mapping[str, object]]]:
    """Each rule's scope and its values."""
    rules = settings.get("defaults")
    for rule in rules[:_MOST_RULES] if isinstance(rules, list) else []:
        if isinstance(rule, Mapping) and isinstance(fields := rule.get("values"), Mapping):
            scope = rule.get("scope")
            yield scope if isinstance(scope, Mapping) else {}, {str(k): fields[k] for k in fields}


def _applies(
    scope: Mapping[str, object], path: str, kind: str, settings: Mapping[str, object]
) -> bool:
    named = scope.get("type", kind)
    if _OLD_TYPES.get(str(named), named) != kind:
        return False
    within = scope.get("path")
    if not isinstance(within, str) or not within:
        return True
    collections = settings.get("collections_dir")
    if isinstance(collections, str) and collections:
        within = within.removeprefix(f"{collections}/")
    if "*" not in within:
        return path.startswith(within)
    pattern = glob_pattern(within)
    parts = path.split("/")
    return any(pattern.match("/".join(parts[: n + 1])) for n in range(len(parts)))


def _is_stronger(scope: Mapping[str, object], before: Mapping[str, object]) -> bool:
    """Whether the fields of a scope win over those of the one `before`."""
    length, old = (len(_bare(one.get("path"))) for one in (scope, before))
    if length != old:
        return length > old
    return "type" in scope or "type" not in before


def _bare(path: object) -> str:
    text = path if isinstance(path, str) else ""
    return text.strip("/") if text.startswith("/") else text
