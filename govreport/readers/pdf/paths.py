"""What is drawn on a PDF page besides text: rules, pictures, and what annotations say."""

import ctypes
import math
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from govreport.limits import Limits

Point = tuple[float, float]
Matrix = tuple[float, float, float, float, float, float]
RawRule = tuple[float, float, float, float]
"""A rule as the corners of its box, in the page's own space."""

_THIN = 2.6
_STRAIGHT = 0.7
_WHITE = 250
_SEEN = 20.0
SEGMENTS_OF_A_RULE = 4
"""So many lines and curves count as one rule, because outlines have many that are not rules."""
_DEEPEST = 8
_PATH, _IMAGE, _FORM = 2, 3, 5
_LINE, _CURVE, _MOVE = 0, 1, 2
_FREE_TEXT, _NOTE, _WIDGET = 3, 1, 20
_ANNOTATIONS = {
    _FREE_TEXT: ("note", "Contents"),
    _NOTE: ("note", "Contents"),
    _WIDGET: ("form-field", "V"),
}
_MOST_ANNOTATIONS = 1_000
_IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)


class PageDrawing:
    """The rules of one page, how much of it pictures cover, and what else is to be quoted.

    `segments` counts all lines and curves that are drawn on it.
    """

    def __init__(self, raw: Any, page: Any, limits: Limits) -> None:
        self.rules: list[RawRule] = []
        self.quoted: list[tuple[str, str, str]] = []
        self.segments = 0
        self._raw = raw
        self._limits = limits
        self._covered = 0.0
        self._pictures = 0
        count = raw.FPDFPage_CountObjects(page)
        objects = (raw.FPDFPage_GetObject(page, number) for number in range(count))
        self._walk(objects, _IDENTITY, 0)
        width, height = page.get_size()
        self.picture_share = self._covered / max(1.0, width * height)
        if self._pictures:
            message = f"{self._pictures} pictures on the page were left out"
            self.quoted.append(("image", "", message))
        self._annotations(page)

    def _walk(self, objects: Iterator[Any], matrix: Matrix, depth: int) -> None:
        raw = self._raw
        for found in objects:
            kind = raw.FPDFPageObj_GetType(found)
            if kind == _PATH:
                self._path(found, matrix)
            elif kind == _IMAGE:
                self._image(found, matrix)
            elif kind == _FORM and depth < _DEEPEST:
                count = raw.FPDFFormObj_CountObjects(found)
                inner = (raw.FPDFFormObj_GetObject(found, number) for number in range(count))
                self._walk(inner, _product(self._matrix(found), matrix), depth + 1)

    def _matrix(self, found: Any) -> Matrix:
        matrix = self._raw.FS_MATRIX()
        if not self._raw.FPDFPageObj_GetMatrix(found, matrix):
            return _IDENTITY
        return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)

    def _image(self, found: Any, matrix: Matrix) -> None:
        matrix = _product(self._matrix(found), matrix)
        corners = [_moved(corner, matrix) for corner in ((0, 0), (1, 0), (0, 1), (1, 1))]
        left, bottom, right, top = _bounds(corners)
        if min(right - left, top - bottom) <= _THIN:
            self._add(corners)
            return
        self._covered += (right - left) * (top - bottom)
        self._pictures += right - left > _SEEN and top - bottom > _SEEN

    def _path(self, found: Any, matrix: Matrix) -> None:
        filled, stroked = self._seen(found)
        if not (stroked or filled):
            return
        matrix = _product(self._matrix(found), matrix)
        for points in self._outlines(found, matrix):
            left, bottom, right, top = _bounds(points)
            if min(right - left, top - bottom) <= _THIN:
                self._add(points)
            elif stroked or _is_box(points):
                for first, second in pairwise(points):
                    self._add([first, second])

    def _seen(self, found: Any) -> tuple[bool, bool]:
        """Return whether a path is filled, and whether it is stroked, so that it is seen."""
        raw = self._raw
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        if not raw.FPDFPath_GetDrawMode(found, fill, stroke):
            return False, False
        stroked = bool(stroke.value) and not self._is_white(found, raw.FPDFPageObj_GetStrokeColor)
        filled = bool(fill.value) and not self._is_white(found, raw.FPDFPageObj_GetFillColor)
        return filled, stroked

    def _outlines(self, found: Any, matrix: Matrix) -> Iterator[list[Point]]:
        """Yield the corners of each part of a path; of curves only the ends."""
        raw = self._raw
        count = raw.FPDFPath_CountSegments(found)
        self.segments += max(0, count)
        most = self.segments // SEGMENTS_OF_A_RULE
        self._limits.check("rules", most, "a page of the PDF file: lines drawn")
        points: list[Point] = []
        for number in range(max(0, count)):
            segment = raw.FPDFPath_GetPathSegment(found, number)
            if raw.FPDFPathSegment_GetType(segment) == _MOVE and points:
                yield points
                points = []
            across, up = ctypes.c_float(), ctypes.c_float()
            raw.FPDFPathSegment_GetPoint(segment, across, up)
            points.append(_moved((across.value, up.value), matrix))
            if raw.FPDFPathSegment_GetClose(segment):
                points.append(points[0])
        if points:
            yield points

    def _is_white(self, found: Any, colour: Any) -> bool:
        red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
        if not colour(found, red, green, blue, alpha):
            return False
        return alpha.value == 0 or min(red.value, green.value, blue.value) >= _WHITE

    def _add(self, points: list[Point]) -> None:
        left, bottom, right, top = _bounds(points)
        if not all(map(math.isfinite, (left, bottom, right, top))):
            return
        if min(right - left, top - bottom) <= max(_STRAIGHT, _THIN if len(points) > 2 else 0):
            self.rules.append((left, bottom, right, top))
            self._limits.check("rules", len(self.rules), "a page of the PDF file: rules")

    def _annotations(self, page: Any) -> None:
        raw = self._raw
        for number in range(min(raw.FPDFPage_GetAnnotCount(page), _MOST_ANNOTATIONS)):
            annotation = raw.FPDFPage_GetAnnot(page, number)
            stated = _ANNOTATIONS.get(raw.FPDFAnnot_GetSubtype(annotation))
            if stated is not None:
                text = self._string(annotation, stated[1])
                if text:
                    self.quoted.append((stated[0], text, ""))
            raw.FPDFPage_CloseAnnot(annotation)

    def _string(self, annotation: Any, key: str) -> str:
        raw = self._raw
        size = raw.FPDFAnnot_GetStringValue(annotation, key.encode(), None, 0)
        buffer = ctypes.create_string_buffer(max(2, min(size, 1 << 20)))
        raw.FPDFAnnot_GetStringValue(
            annotation, key.encode(), ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size
        )
        return buffer.raw.decode("utf-16-le", "replace").partition("\0")[0].strip()


def _is_box(points: list[Point]) -> bool:
    """Whether corners are those of a rectangle that is not turned."""
    if len(points) not in (4, 5):
        return False
    left, bottom, right, top = _bounds(points)
    return all(
        min(abs(across - left), abs(across - right)) < _STRAIGHT
        and min(abs(up - bottom), abs(up - top)) < _STRAIGHT
        for across, up in points
    )


def _bounds(points: list[Point]) -> RawRule:
    return (
        min(across for across, _ in points),
        min(up for _, up in points),
        max(across for across, _ in points),
        max(up for _, up in points),
    )


def _moved(point: Point, matrix: Matrix) -> Point:
    a, b, c, d, e, f = matrix
    return (a * point[0] + c * point[1] + e, b * point[0] + d * point[1] + f)


def _product(first: Matrix, second: Matrix) -> Matrix:
    """Return the matrix that does first one and then the other."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )
