"""How a post's dialect writes what Markdown leaves open."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Manner:
    """What commands write, and how tables are read; every default is GitHub's Markdown."""

    strike: tuple[str, str] = ("~~", "~~")
    excerpt: str = "<!--more-->"  # the line that ends the excerpt
    highlight: tuple[str, str] | None = None  # lines around code, `{}` for the language
    code_hides_pipes: bool = False  # a pipe inside code ends no cell
    list_needs_blank: bool = False  # between a paragraph and the list below it


# Python-Markdown: strikethrough is none of its `extra`, which Pelican switches on; a list does not
# end a paragraph. kramdown: lib/kramdown/parser/kramdown/table.rb takes code for words of a cell.
_MANNERS = {
    "jekyll": Manner(highlight=("{% highlight {} %}", "{% endhighlight %}"), code_hides_pipes=True),
    "hugo": Manner(highlight=("{{< highlight {} >}}", "{{< /highlight >}}")),
    "pelican": Manner(
        strike=("<del>", "</del>"),
        excerpt="<!-- PELICAN_END_SUMMARY -->",
        code_hides_pipes=True,
        list_needs_blank=True,
    ),
}


def manner_of(generator: str) -> Manner:
    """The manner of a generator, by its name."""
    return _MANNERS.get(generator, Manner())
