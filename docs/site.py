"""Hooks of MkDocs: pages that stand beside `docs/`, and the files that pages link to, join the site.

`mkdocs.yml` names this file. Links are written for a checkout, where README.md and `examples/` stand
above `docs/`; on the site README.md is the first page and other files are copied below `files/`.
"""

import posixpath
import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

CHECKOUT = Path(__file__).resolve().parent.parent
ABOVE = {
    "README.md": "index.md",
    "README.zh-CN.md": "index.zh-CN.md",
    "CHANGELOG.md": "changelog.md",
    "CODE_OF_CONDUCT.md": "code-of-conduct.md",
    "CONTRIBUTING.md": "contributing.md",
    "SECURITY.md": "security-policy.md",
}
"""Pages beside `docs/` by their names in a checkout, and what the site calls them."""
_LINK = re.compile(r"\]\((?![a-z]+:|#)([^)\s#]+)(#[^)\s]*)?\)")


def _in_checkout(target: str, page: str) -> str:
    """Return the path in the checkout of what a page of the checkout links to."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), target))


def _on_site(path: str) -> str:
    """Return what the site calls a file of the checkout."""
    if path in ABOVE:
        return ABOVE[path]
    return path.removeprefix("docs/") if path.startswith("docs/") else f"files/{path}"


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages of `ABOVE` and every file outside `docs/` that a page links to."""
    for name, called in ABOVE.items():
        text = (CHECKOUT / name).read_text("utf-8")
        files.append(File.generated(config, called, content=text))
    pages = [*ABOVE, *(f"docs/{path.name}" for path in Path(config.docs_dir).glob("*.md"))]
    linked = {
        _in_checkout(target, page)
        for page in pages
        for target, _ in _LINK.findall((CHECKOUT / page).read_text("utf-8"))
    }
    for path in sorted(linked):
        if _on_site(path).startswith("files/") and (CHECKOUT / path).is_file():
            files.append(
                File.generated(config, _on_site(path), abs_src_path=str(CHECKOUT / path))
            )
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Return a page whose links lead to where the site has their targets."""
    called = page.file.src_uri
    source = next((name for name, site in ABOVE.items() if site == called), f"docs/{called}")

    def rewritten(found: re.Match[str]) -> str:
        target = _on_site(_in_checkout(found[1], source))
        return f"]({posixpath.relpath(target, posixpath.dirname(called))}{found[2] or ''})"

    return _LINK.sub(rewritten, markdown)
