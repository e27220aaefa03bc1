"""Pages within a page: an `iframe` that holds its page in `srcdoc` (the HTML standard, 4.8.5)."""

from lxml import etree

from govreport.limits import Limits
from govreport.readers.html.source.parsing import BLOCK_END, Parsed, parse

_DEEPEST = 3
"""The most frames within frames; only hostile pages have more."""


def put_in_frames(page: Parsed, limits: Limits) -> Parsed:
    """Return a page with the contents of its frames in their places.

    Raises `LimitExceededError` as parsing does.
    """
    if page.root is None:
        return page
    parted, diagnostics = page.parted, list(page.diagnostics)
    frames = [(frame, 1) for frame in page.root.iter("iframe") if frame.get("srcdoc")]
    for frame, depth in frames:
        source = frame.get("srcdoc", "").replace(BLOCK_END, "")
        limits.take_bytes(len(source.encode()), "a frame of the page")
        inner = parse(source, limits)
        diagnostics.extend(inner.diagnostics)
        if inner.root is None:
            continue
        parted = parted or inner.parted
        if depth < _DEEPEST:
            deeper = inner.root.iter("iframe")
            frames.extend((each, depth + 1) for each in deeper if each.get("srcdoc"))
        _replace(frame, inner.root)
    return Parsed(page.root, parted, diagnostics)


def _replace(frame: etree._Element, inner: etree._Element) -> None:
    """Replace a frame by a part of the page with the contents of the page in it."""
    body = inner.find("body")
    tail = frame.tail
    kept = [(name, frame.get(name)) for name in ("style", "class", "id", "hidden")]
    frame.clear()
    frame.tag = "div"
    for name, value in kept:
        if value is not None:
            frame.set(name, value)
    frame.tail = tail
    if body is not None:
        body.tag = "div"
        frame.append(body)
