#!/usr/bin/env bash
# Expected: a page in GBK that Chromium saved as .mhtml is read as GBK, for the page says so in its head; and how it is read has
# nothing to do with what else is installed.
# Happens: Chromium keeps the encoding of the page and states none in the head of the part, so pimht has it guessed. Alone it
# comes with chardet 7.7, which is right; beside readability-lxml 0.9 with chardet 5.2, which says GB2312. The bytes that are none
# are dropped, and the halves left over make other characters: 镕, 喆 and 堃 are gone with what follows them, all else is right.
# With € in it, a byte that is GBK for Chromium and not for Python, 7.7 takes a short page for Western (Ä³ÊÐ…).
# The parser of Python itself reads each Chinese character of such a part as �, in UTF-8 too.
# Matters: rare names are what is lost: one name becomes another, in a text that reads well, with no error.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
for folder in alone beside; do
  python3 -m venv "$folder"
done
alone/bin/pip install -qq --disable-pip-version-check pimht==0.6.0 chardet==7.7.0
beside/bin/pip install -qq --disable-pip-version-check pimht==0.6.0 readability-lxml==0.9
cat >read.py <<'PY'
import email
import email.policy
import quopri
import sys
from importlib.metadata import version

import chardet
import pimht

NOTICE = "某市公安局通报一起典型案例，提醒广大群众注意防范电信网络诈骗。"
NAMES = f"嫌疑人沈某镕、何某喆、曹某堃涉嫌诈骗，涉案金额3.5万元。{NOTICE}"
EURO = f"{NOTICE}骗取35000€。"
BOUNDARY = "----MultipartBoundary--xjH1k2----"


def saved(text, encoding="GBK"):
    """A page as Chromium saves it."""
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={encoding}">'
    page = f"<html><head>{meta}</head><body>{text}</body></html>"
    data = b"\x80".join(part.encode(encoding) for part in page.split("€")) if encoding == "GBK" else page.encode(encoding)
    head = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://police.example/a\r\nSubject: a\r\n"
        "Date: Sat, 01 Mar 2025 08:00:00 GMT\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
        f'\ttype="text/html";\r\n\tboundary="{BOUNDARY}"\r\n\r\n\r\n--{BOUNDARY}\r\nContent-Type: text/html\r\n'
        "Content-ID: <frame-1@mhtml.blink>\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        "Content-Location: https://police.example/a\r\n\r\n"
    )
    body = quopri.encodestring(data).replace(b"\n", b"\r\n")
    return head.encode() + body + f"\r\n--{BOUNDARY}--\r\n".encode()


def body_of(page):
    return page.split("<body>")[1].split("</body>")[0]


WRONG = NAMES.replace("镕、何某喆、曹某堃涉嫌诈骗，", "F、何某础⒉苣疑嫦诱┢，")
WANTED = {"alone": (NAMES, "Windows-1252"), "beside": (WRONG, "GB2312")}[sys.argv[1]]
print("pimht", version("pimht"), sys.argv[1], "with chardet", version("chardet"))
part = pimht.from_bytes(saved(NAMES)).parts[0]
print(chardet.detect(part.raw)["encoding"], "->", body_of(part.text))
assert body_of(part.text) == WANTED[0], body_of(part.text)
assert body_of(part.raw.decode("gbk")) == NAMES
part = pimht.from_bytes(saved(EURO)).parts[0]
guess = chardet.detect(part.raw)["encoding"]
print(guess, "->", body_of(part.text))
assert guess == WANTED[1], guess
assert (NOTICE in part.text) == (guess == "GB2312"), part.text
for encoding in ("GBK", "UTF-8"):
    (page,) = email.message_from_bytes(saved(NAMES, encoding), policy=email.policy.default).iter_parts()
    got = body_of(page.get_content())
    print("email", encoding, "->", got[:12])
    assert not set(got) & set(NAMES) - set("3.5"), got
    assert body_of(page.get_payload(decode=True).decode(encoding)) == NAMES
PY
for folder in alone beside; do
  PYTHONUTF8=1 "$folder/bin/python" read.py "$folder"
done
