"""The engines that are compared: where each keeps its index, and how it is asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Engine:
    """A search engine as a site's reader and its publisher meet it."""

    name: str
    page: str
    """The address of its search page, to which a query can be added."""
    field: str
    """The selector of what a query is typed into."""
    key: str
    """What is pressed then; Material follows Enter to its first result."""
    status: str
    """The selector of what says that nothing was found."""
    links: str
    """The selector of the results."""
    index: tuple[str, ...]
    """The patterns of the files of its index, without programs, style sheets and pages."""

    def index_files(self, site: Path) -> Iterator[Path]:
        """The files of its index in a finished site."""
        for pattern in self.index:
            yield from (path for path in site.glob(pattern) if path.is_file())


CASEBOOK = Engine(
    name="casebook",
    page="search/?q=",
    field="form.search input[type=search]",
    key="Enter",
    status=".results__count",
    links=".results__list a",
    index=("search/*.json", "search/*/**/*"),
)
MATERIAL = Engine(
    name="Material",
    page="?q=",
    field=".md-search__input",
    key="End",
    status=".md-search-result__meta",
    links="a.md-search-result__link",
    index=("search/search_index.json",),
)
PAGEFIND = Engine(
    name="Pagefind",
    page="find.html?q=",
    field="input[type=search]",
    key="Enter",
    status="[role=status]",
    links="ol a",
    index=("pagefind/**/*.pf_*", "pagefind/pagefind-entry.json"),
)

PAGEFIND_PAGE = """\
<!doctype html>
<html lang="zh">
<meta charset="utf-8">
<title>查找</title>
<link rel="icon" href="data:,">
<form><input type="search" name="q"></form>
<p role="status"></p>
<ol></ol>
<script type="module">
  import * as pagefind from "./pagefind/pagefind.js";

  const form = document.querySelector("form");

  function item({ url, meta, excerpt }) {
    const [element, link, text] = ["li", "a", "p"].map((name) => document.createElement(name));
    [link.href, link.textContent, text.innerHTML] = [url, meta.title, excerpt];
    element.append(link, text);
    return element;
  }

  async function show(query) {
    const { results } = await pagefind.search(query);
    const found = await Promise.all(results.slice(0, 20).map((result) => result.data()));
    document.querySelector("ol").replaceChildren(...found.map(item));
    document.querySelector("[role=status]").textContent =
      results.length ? `找到${results.length}页。` : "没有找到。";
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    show(form.elements.q.value);
  });
  form.elements.q.value = new URLSearchParams(location.search).get("q");
  show(form.elements.q.value);
</script>
</html>
"""
"""A search page over Pagefind's own interface, which shows as many results as casebook does."""
