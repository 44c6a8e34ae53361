#!/usr/bin/env bash
# Expected: a library that knows the formats of every country reads an extension as it is written there: in Russian доб. 801,
# in Chinese 转801 or, on every letterhead, -801.
# Happens: libphonenumber, in Python and JavaScript, reads доб., int, # and x in a Chinese number as well, but 010-66668888转801 is
# no phone number to `parse` and 010-66668888-801 a number of 13 digits, neither valid nor possible. The search in text finds
# the first without its extension, and nothing at all in the second.
# Matters: hotlines and contacts of an office have extensions; for numbers in Chinese text the endings must be taken off first.
# All numbers here are made up.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq --disable-pip-version-check phonenumbers==9.0.43
cd "$work"
npm install --silent --no-audit --no-fund --prefix . libphonenumber-js@1.13.16 >npm.log 2>&1 || { cat npm.log; exit 1; }
PYTHONUTF8=1 venv/bin/python - <<'PY'
from importlib.metadata import version

from phonenumbers import NumberParseException, PhoneNumberMatcher, is_valid_number, parse

print("phonenumbers", version("phonenumbers"))


def read(text: str) -> object:
    try:
        number = parse(text, "CN")
    except NumberParseException:
        return "no number"
    return number.national_number, number.extension, is_valid_number(number)


WANTED = {  # parse, found in a sentence
    "010-66668888": ((1066668888, None, True), ["010-66668888"]),
    "010-66668888#801": ((1066668888, "801", True), ["010-66668888#801"]),
    "010-66668888 доб. 801": ((1066668888, "801", True), ["010-66668888 доб. 801"]),
    "010-66668888转801": ("no number", ["010-66668888"]),
    "010-66668888-801": ((1066668888801, None, False), []),
}
for text, wanted in WANTED.items():
    got = read(text), [match.raw_string for match in PhoneNumberMatcher(f"联系电话：{text}。", "CN")]
    print(text, "-> parse", got[0], "| in text", got[1])
    assert got == wanted, (text, got, wanted)
PY
node - <<'JS'
const assert = require("assert");
const { parsePhoneNumberFromString, findPhoneNumbersInText } = require("libphonenumber-js/max");
console.log("libphonenumber-js", require("./node_modules/libphonenumber-js/package.json").version);
const wanted = {
  "010-66668888#801": ["+861066668888", "801", true, 1],
  "010-66668888转801": [undefined, undefined, undefined, 1],
  "010-66668888-801": ["+861066668888801", undefined, false, 0],
};
for (const [text, result] of Object.entries(wanted)) {
  const number = parsePhoneNumberFromString(text, "CN");
  const found = findPhoneNumbersInText(`联系电话：${text}。`, "CN").length;
  const got = [number?.number, number?.ext, number?.isValid(), found];
  console.log(text, "-> parse", ...got.slice(0, 3), "| in text", found);
  assert.deepStrictEqual(got, result);
}
JS
