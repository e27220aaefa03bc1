"""A tree's markup as texts and the runs of tags between them.

A page repeats few runs of tags many times: a cell pasted from a word processor ends with the same
tags as the one before it, and the next begins with the same. So what a run begins and ends is
worked out once, and of the elements only those are looked at that a handler asks for.
"""

import re

from lxml import etree

# Serialised, neither a text nor a value holds ">" or a text "<", and no name can hold ">".
_TAGS = re.compile(r"((?:<[^>]*+>)++)")
_REFERENCE = re.compile(r"&(?:(lt|gt|amp|quot)|#([0-9]+)|#x([0-9A-Fa-f]+));")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}


def texts_and_runs(root: etree._Element) -> list[str]:
    """Return the markup of a tree without comments: a text and a run of tags by turns."""
    tree = root.getroottree()
    # Of a page that says it is XHTML, libxml2 would write more elements than it holds.
    tree.docinfo.clear()
    return _TAGS.split(etree.tostring(root, encoding="unicode"))


def tags_of(run: str) -> list[str]:
    """Return the tags of a run without the signs around them."""
    return run[1:-1].split("><")


def plain_text(text: str) -> str:
    """Return a text of the markup with its references replaced."""
    return _REFERENCE.sub(_replaced, text)


def _replaced(reference: re.Match[str]) -> str:
    name, decimal, hexadecimal = reference.groups()
    if name:
        return _NAMED[name]
    return chr(int(decimal) if decimal else int(hexadecimal, 16))
