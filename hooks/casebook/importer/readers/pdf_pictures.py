"""Pictures of a PDF: photographs as they are kept in it, others as PNG."""

from __future__ import annotations

from hashlib import sha256
from io import BytesIO

import pypdfium2

from casebook.importer.document import Picture
from casebook.importer.readers.pdf_page import PdfPage
from casebook.importer.readers.source import Limits

_SMALLEST = 32
"""Pixels of the shorter side; what is smaller is an ornament."""
_KEPT_AS_IS = {("DCTDecode",): "jpg", ("JPXDecode",): "jp2"}


class Pictures:
    """Collects the pictures of a file, each once though many pages show it."""

    def __init__(self, limits: Limits) -> None:
        self.found: list[Picture] = []
        self._part_bytes = limits.part_bytes
        self._left = limits.whole_bytes // 4
        self._known: set[bytes] = set()

    def add(self, page: pypdfium2.PdfPage, read: PdfPage) -> None:
        """The pictures of a page; without the bytes of a scan, which takes the place of text."""
        for placed in read.pictures:
            image = pypdfium2.PdfImage(placed.handle, page=page)
            try:
                width, height = image.get_px_size()
                if min(width, height) < _SMALLEST:
                    continue
                is_small = 4 * width * height <= min(self._part_bytes, self._left)
                data, ending = None, "png"
                if is_small and not read.account.is_picture:
                    data, ending = _data(image)
            except (pypdfium2.PdfiumError, OSError, ValueError, KeyError):
                data, ending = None, "png"
            self._keep(data, ending, f"第{read.page.number}页")

    def _keep(self, data: bytes | None, ending: str, at: str) -> None:
        if data is not None:
            digest = sha256(data).digest()
            if digest in self._known:
                return
            self._known.add(digest)
            self._left -= len(data)
        self.found.append(Picture(f"图{len(self.found) + 1}.{ending}", data, at))


def _data(image: pypdfium2.PdfImage) -> tuple[bytes | None, str]:
    ending = _KEPT_AS_IS.get(tuple(image.get_filters(skip_simple=True)))
    if ending is not None:
        return bytes(image.get_data(decode_simple=True)), ending
    file = BytesIO()
    image.get_bitmap().to_pil().save(file, "PNG", compress_level=1)
    return file.getvalue(), "png"
