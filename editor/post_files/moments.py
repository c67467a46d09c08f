"""Moments as the posts of a site write them."""

import re
from datetime import UTC, date, datetime

from editor import front_matter
from editor.front_matter import AsTyped, Field, Value
from editor.front_matter.notation import date_like

from .fields import in_usual_place, with_field
from .manner import Manner


def set_moment(text: str, key: str, moment: datetime, manner: Manner) -> str:
    """`text` with that field set to `moment`, written, and placed, as the site's posts do."""
    own = front_matter.read(text).field(key)
    models = [own, *(post.front.field(key) for post in manner.posts.posts)]
    like = (_moment_like(model, moment) for model in models if model and not model.problem)
    written = next((value for value in like if value is not None), None)
    if written is None:
        written = _usual_moment(manner, moment)
    text = with_field(text, key, written, manner.format)
    return text if own is not None else in_usual_place(text, key, manner)


def _moment_like(model: Field, moment: datetime) -> Value:
    """`moment` as `model` writes its own; None where that is in no known way."""
    is_text = isinstance(model.value, str)
    raw = str(model.value) if is_text else model.raw
    when: date = moment
    if ":" not in raw:
        when = moment.date()
    elif raw[-1:] in "Zz":
        when = moment.astimezone(UTC)
    elif not re.search(r":\d\d.*(?:[-+]\d\d?(?::?\d\d)?)$", raw):
        when = moment.replace(tzinfo=None)
    if isinstance(when, datetime) and not re.search(r"\d:\d\d:\d\d", raw):
        when = when.replace(second=0)
    written = date_like(raw, when)
    if written is None:
        return None
    return str(written) if is_text else written


def _usual_moment(manner: Manner, moment: datetime) -> Value:
    """As the generator's own tool writes a moment."""
    match manner.site.program or manner.site.generator:
        case "hexo":
            return AsTyped(f"{moment:%Y-%m-%d %H:%M:%S}")
        case "jekyll":
            return AsTyped(f"{moment:%Y-%m-%d %H:%M:%S %z}")
        case "hugo":
            written = moment.isoformat(timespec="seconds")
            return written if manner.format == "json" else AsTyped(written)
        case "pelican":
            return AsTyped(f"{moment:%Y-%m-%d %H:%M}")
    written = f"{moment:%Y-%m-%d}"
    return written if manner.format == "json" else AsTyped(written)
