#!/usr/bin/env bash
# Expected: `mkdocs build --strict` fails, or warns, where the head of a page is no valid YAML; and a page without a
# head is text from its first line on.
# Happens: a head with one unquoted colon too many is published as text of the page, with all that it holds, and the
# build succeeds without a word. A page whose first line looks like "Word: text" loses that line: it is taken as
# metadata in an older style (only words in Latin letters, so 案情: stays).
# Matters: heads hold what is not for readers (notes, sources), and a page of advice may begin with "QQ: …".
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
PAGES = {
    "index": "QQ: 群聊刷单是骗局\n\n警方提示\n",
    "chinese": "案情: 群聊刷单是骗局\n\n警方提示\n",
    "head": "---\ntitle: 通报\nnote: 内部: 待核\n---\n\n警方提示\n",
    "good": "---\ntitle: 通报\nnote: '内部: 待核'\n---\n\n警方提示\n",
}
WANTED = {"index": (False, False), "chinese": (True, False), "head": (False, True), "good": (False, False)}
Path("docs").mkdir()
Path("theme").mkdir()
Path("theme/main.html").write_text("{{ page.content }}")
Path("mkdocs.yml").write_text("site_name: x\nplugins: []\nuse_directory_urls: false\ntheme: {name: null, custom_dir: theme}\n")
for name, text in PAGES.items():
    Path(f"docs/{name}.md").write_text(text)
run = subprocess.run([sys.executable, "-m", "mkdocs", "build", "--strict"], capture_output=True, text=True)
print("exit code", run.returncode, "warnings", run.stderr.count("WARNING"))
assert (run.returncode, run.stderr.count("WARNING")) == (0, 0), run.stderr
for name, wanted in WANTED.items():
    page = Path(f"site/{name}.html").read_text()
    got = "刷单" in page, "待核" in page
    print(name, "first line shown:", got[0], "note shown:", got[1])
    assert got == wanted, (name, page)
PY
