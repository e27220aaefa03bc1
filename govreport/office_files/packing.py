"""Packs an office file's members into a ZIP archive, always the same bytes (APPNOTE.TXT 6.3).

Only what such a file needs is written: names in ASCII, deflated members, no clock, no platform.
`zipfile` would load compressors, threads and paths, which take longer than the packing.
"""

import struct
import zlib
from collections.abc import Mapping

from govreport.errors import UnwritableDocumentError

_LOCAL = struct.Struct("<4s5H3L2H")
_LISTED = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_VERSION = 20
"""The version of the format, 2.0, that is needed to unpack deflated members (4.4.3)."""
_DEFLATED = 8
_EARLIEST = 0, 1 << 5 | 1
"""The earliest time and date there are: midnight on 1 January 1980 (4.4.6)."""
_OWNERS = 0o600 << 16
"""The attributes of a file that its owner may read and write."""
_MOST_BYTES = 1 << 31


def packed(members: Mapping[str, bytes]) -> bytes:
    """Return an archive of members by their names, in that order.

    Raises `UnwritableDocumentError` for more than 2 GiB; archives of 4 GiB need an extension of
    the format.
    """
    if sum(map(len, members.values())) > _MOST_BYTES:
        raise UnwritableDocumentError(
            "the document has more than the 2 GiB that every program reads; divide it"
        )
    parts: list[bytes] = []
    listed: list[bytes] = []
    place = 0
    for name, data in members.items():
        encoded = name.encode("ascii")
        deflated = _deflated(data)
        sizes = zlib.crc32(data), len(deflated), len(data), len(encoded)
        common = _VERSION, 0, _DEFLATED, *_EARLIEST, *sizes, 0
        parts += _LOCAL.pack(b"PK\3\4", *common), encoded, deflated
        listed += _LISTED.pack(b"PK\1\2", _VERSION, *common, 0, 0, 0, _OWNERS, place), encoded
        place += _LOCAL.size + len(encoded) + len(deflated)
    count, size = len(members), sum(map(len, listed))
    end = _END.pack(b"PK\5\6", 0, 0, count, count, size, place, 0)
    return b"".join((*parts, *listed, end))


def _deflated(data: bytes) -> bytes:
    """Return data compressed without a header of its own (RFC 1951)."""
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()
