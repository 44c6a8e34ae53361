#!/usr/bin/env bash
# Expected: `mkdocs build --strict` fails when a hook logs a warning in Python's usual way, and a hook file may hold and
# import helpers of any name.
# Happens: only warnings under the logger "mkdocs" count; those of any other logger are printed bare and the build
# succeeds. Every callable of the hook file whose name begins with "on_", imported ones too, is taken for an event; one
# that is no event ends the build with a bare KeyError that names neither the file nor the function.
# Matters: a check of cases that runs as a hook and logs under its own name lets a wrong page through to publication.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq --disable-pip-version-check mkdocs==1.6.1 click==8.1.8
cd "$work"
PYTHONUTF8=1 venv/bin/python - <<'PY'
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

print("mkdocs", version("mkdocs"))
Path("docs").mkdir()
Path("theme").mkdir()
Path("theme/main.html").write_text("{{ page.content }}")
Path("docs/index.md").write_text("警方提示\n")
Path("mkdocs.yml").write_text("site_name: x\nplugins: []\nhooks: [hook.py]\ntheme: {name: null, custom_dir: theme}\n")
LOG = "import logging\n\ndef on_page_markdown(markdown, **_):\n    logging.getLogger('{}').warning('姓名未隐去')\n"
HELPER = "def on_case_date(text):\n    return text\n"


def build(hook: str) -> tuple[int, str]:
    Path("hook.py").write_text(hook)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    run = subprocess.run(command, capture_output=True, text=True)
    return run.returncode, run.stderr.strip().splitlines()[-1]


for name, wanted in {"casebook": 0, "mkdocs": 1, "mkdocs.hooks.casebook": 1}.items():
    code, last = build(LOG.format(name))
    print("a warning of the logger", name, "-> exit code", code)
    assert code == wanted, (name, code, last)
code, last = build(HELPER)
print("a helper on_case_date -> exit code", code, last)
assert (code, last) == (1, "KeyError: 'case_date'"), (code, last)
PY
