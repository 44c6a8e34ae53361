#!/usr/bin/env bash
# Expected: persons and numbers made up for China have the form they have there: the surname first and no space behind it, 王
# often and 酆 hardly ever, phone numbers that could be dialled, identity numbers that a checker accepts.
# Happens: mimesis writes 玉朵 宇文, given name first and with a space, in Chinese as in Japanese and Korean, and even `reverse=True`
# keeps the space; it draws every surname alike, and nine of ten phone numbers are not valid for libphonenumber. Faker's names
# are well formed; its identity numbers all have the right check digit, but python-stdnum refuses more than half of them, by
# the district and the year of birth.
# Matters: a search for names and numbers that is measured on such data is measured on what no bulletin holds.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq --disable-pip-version-check mimesis==22.2.0 Faker==40.63.0 phonenumbers==9.0.43 python-stdnum==2.2
cd "$work"
PYTHONUTF8=1 venv/bin/python - <<'PY'
from collections import Counter
from importlib.metadata import version

from faker import Faker
from mimesis import Locale, Person
from phonenumbers import is_valid_number, parse
from stdnum.cn import ric
from stdnum.exceptions import InvalidComponent

for name in ("mimesis", "Faker", "phonenumbers", "python-stdnum"):
    print(name, version(name))
names = {locale: Person(locale, seed=1).full_name() for locale in (Locale.ZH, Locale.JA, Locale.KO)}
turned = Person(Locale.ZH, seed=1).full_name(reverse=True)
print("mimesis names:", *names.values(), "| turned:", turned)
assert (*names.values(), turned) == ("玉朵 宇文", "伸幸 宇佐見", "인제 금", "宇文 玉朵"), (names, turned)
person = Person(Locale.ZH, seed=1)
surnames = Counter(person.surname() for _ in range(20_000))
print("of 20000 surnames 王", surnames["王"], "and 酆", surnames["酆"])
assert surnames["王"] < 80 and surnames["酆"] > 20, (surnames["王"], surnames["酆"])
phones = [person.phone_number() for _ in range(1_000)]
valid = sum(is_valid_number(parse(phone, "CN")) for phone in phones)
print("of 1000 phone numbers such as", phones[0], "valid", valid)
assert valid < 200, valid
faker = Faker("zh_CN")
faker.seed_instance(1)
print("Faker name:", faker.name())
refused = 0
for _ in range(2_000):
    number = faker.ssn()
    assert ric.calc_check_digit(number) == number[-1], number
    try:
        ric.validate(number)
    except InvalidComponent:
        refused += 1
print("of 2000 identity numbers with a right check digit python-stdnum refuses", refused)
assert 1_000 < refused < 1_500, refused
PY
