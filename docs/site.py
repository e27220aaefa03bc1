"""Hooks of MkDocs: what joins the site from beside `docs/`, and the language of its own words.

`mkdocs.yml` names this file. Links are written for a checkout, where README.md and `examples/` stand
above `docs/`; on the site README.md is the first page and other files are copied below `files/`.
Around a page in Chinese the navigation, the search and the table of contents are in Chinese.
"""

import logging
import posixpath
import re
from pathlib import Path

import jieba
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

CHECKOUT = Path(__file__).resolve().parent.parent
ABOVE = {
    "README.md": "index.md",
    "README.zh-CN.md": "index.zh-CN.md",
    "CHANGELOG.md": "changelog.md",
    "CODE_OF_CONDUCT.md": "code-of-conduct.md",
    "CONTRIBUTING.md": "contributing.md",
    "CONTRIBUTING.zh-CN.md": "contributing.zh-CN.md",
    "SECURITY.md": "security-policy.md",
    "SECURITY.zh-CN.md": "security-policy.zh-CN.md",
}
"""Pages beside `docs/` by their names in a checkout, and what the site calls them."""
NAMES = {"en": "English", "zh": "中文"}
"""The languages, by what `mkdocs.yml` calls their parts of the navigation."""
DESCRIPTIONS = {
    "en": "Read, check, compare and write China's yearly information disclosure reports"
    " (政府信息公开工作年度报告).",
    "zh": "读取、核对、比较和编制《政府信息公开工作年度报告》。",
}
"""What the site says of itself."""
_CHINESE = ".zh-CN.md"
_LINK = re.compile(r"\]\((?![a-z]+:|#)([^)\s#]+)(#[^)\s]*)?\)")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Silence what parts Chinese into words for the search; it speaks of its own dictionary."""
    jieba.setLogLevel(logging.WARNING)
    return config


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


def on_page_context(
    context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation
) -> TemplateContext:
    """Surround a page with its own language: the theme takes it from the configuration."""
    language = _language(page.file)
    config.theme["language"] = language
    config.site_description = DESCRIPTIONS[language]
    twins = {_language(file): file for file in context["pages"] if _key(file) == _key(page.file)}
    config.extra["alternate"] = [
        {"name": name, "link": twins[each].url or "./", "lang": each}
        for each, name in NAMES.items()
        if each in twins
    ]
    context["nav"] = _navigation(nav, language)
    return context


def _language(file: File) -> str:
    return "zh" if file.src_uri.endswith(_CHINESE) else "en"


def _key(file: File) -> str:
    """Return what the file of a page and that of its translation have in common."""
    return file.src_uri.removesuffix(_CHINESE).removesuffix(".md")


def _navigation(whole: Navigation, language: str) -> Navigation:
    """Return the part of the navigation in a language, and what is in no language's part."""
    parts = {each.title: each for each in whole.items if isinstance(each, Section)}
    own: list[StructureItem] = parts[NAMES[language]].children
    for each in own:
        each.parent = None
    shared = [each for each in whole.items if each.title not in NAMES.values()]
    pages = [page for page in whole.pages if _language(page.file) == language]
    part = Navigation([*own, *shared], pages)
    part.homepage = pages[0]
    return part
