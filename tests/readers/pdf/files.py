"""Small PDF files made by hand: texts at places, lines, pictures."""

import zlib
from collections.abc import Iterable
from dataclasses import dataclass, field

WIDTH, HEIGHT = 400, 300
TEXT_FONT = (
    "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UTF16-H/DescendantFonts["
    "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)"
    "/Ordering(GB1)/Supplement 4>>/DW 1000/W[1 95 500]/FontDescriptor<</Type/FontDescriptor"
    "/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880"
    "/Descent -120/CapHeight 880/StemV 93>>>>]>>"
)
PRIVATE_FONT = (
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</Type/Encoding/Differences"
    "[65/g1/g2/g3/g4/g5/g6/g7/g8]>>/ToUnicode %s>>"
)
PRIVATE_MAP = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap
1 begincodespacerange <00> <FF> endcodespacerange
1 beginbfrange <41> <48> <E001> endbfrange endcmap end end"""


@dataclass
class Sheet:
    """One page: what is drawn on it, its turn, and its annotations."""

    drawn: list[str] = field(default_factory=list)
    turn: int = 0
    annotations: list[str] = field(default_factory=list)
    width: int = WIDTH
    height: int = HEIGHT

    def text(
        self, left: float, top: float, text: str, size: float = 10, mode: int = 0
    ) -> "Sheet":
        """Print a text whose line begins there, counted from the upper left corner."""
        code = text.encode("utf-16-be").hex()
        up = self.height - top - size * 0.88
        self.drawn.append(f"BT /F1 {size} Tf {mode} Tr 1 0 0 1 {left} {up} Tm <{code}> Tj ET")
        return self

    def turned_text(self, matrix: str, text: str, size: float = 10, font: str = "F1") -> "Sheet":
        """Print a text under a matrix of its own."""
        code = text.encode("utf-16-be").hex() if font == "F1" else text.encode("latin-1").hex()
        self.drawn.append(f"BT /{font} {size} Tf {matrix} Tm <{code}> Tj ET")
        return self

    def line(self, left: float, top: float, right: float, bottom: float) -> "Sheet":
        """Draw a line."""
        first, last = self.height - top, self.height - bottom
        self.drawn.append(f"{left} {first} m {right} {last} l S")
        return self

    def grid(self, columns: Iterable[float], rows: Iterable[float]) -> "Sheet":
        """Draw every line of a grid."""
        across, down = list(columns), list(rows)
        for row in down:
            self.line(across[0], row, across[-1], row)
        for column in across:
            self.line(column, down[0], column, down[-1])
        return self

    def picture(self) -> "Sheet":
        """Cover the page with a picture."""
        self.drawn.append(f"q {self.width} 0 0 {self.height} 0 0 cm /I1 Do Q")
        return self


def pdf(*sheets: Sheet, title: str = "", trailer: str = "", objects: Iterable[str] = ()) -> bytes:
    """Return the file of these pages; more objects and entries of its trailer may be given."""
    picture = (
        "<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8"
    )
    written = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"",
        TEXT_FONT.encode(),
        _stream(picture, b"\x80"),
        f"<</Title<feff{title.encode('utf-16-be', 'surrogatepass').hex()}>>>".encode(),
        _stream("<<", PRIVATE_MAP),
        (PRIVATE_FONT % "6 0 R").encode(),
        *(each.encode() for each in objects),
    ]
    kids = []
    for sheet in sheets:
        number = len(written) + 1
        kids.append(f"{number} 0 R")
        written.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {sheet.width} {sheet.height}]"
            f"/Rotate {sheet.turn}/Resources<</Font<</F1 3 0 R/F2 7 0 R>>/XObject<</I1 4 0 R>>>>"
            f"/Annots[{''.join(sheet.annotations)}]/Contents {number + 1} 0 R>>".encode()
        )
        written.append(_stream("<<", "\n".join(sheet.drawn).encode()))
    written[1] = f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(kids)}]>>".encode()
    data = bytearray(b"%PDF-1.7\n")
    places = []
    for number, each in enumerate(written, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, each)
    start = len(data)
    data += f"xref\n0 {len(written) + 1}\n0000000000 65535 f \n".encode()
    data += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    entries = f"/Size {len(written) + 1}/Root 1 0 R/Info 5 0 R{trailer}"
    return bytes(data) + f"trailer\n<<{entries}>>\nstartxref\n{start}\n%%EOF\n".encode()


def _stream(head: str, data: bytes) -> bytes:
    packed = zlib.compress(data)
    return (
        f"{head}/Filter/FlateDecode/Length {len(packed)}>>\nstream\n".encode()
        + packed
        + b"\nendstream"
    )
