# The commands of casebook; `make` alone lists them.
# A fresh machine needs Python 3.11 or newer and make, nothing else.

PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	"$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$name" && break; done)
VENV := .venv
BIN := $(VENV)/bin
# One version of each package for all supported versions of Python.
LOCK := uv pip compile --universal --python-version 3.11 --fork-strategy fewest --generate-hashes --no-emit-index-url \
	--no-emit-find-links --no-header --upgrade --quiet
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet

# Printed before anything is installed.
define TEST_NEEDS
运行测试之前，要安装：
  Python 包（锁定在 requirements/ 里的版本），只装进 $(VENV)/
  Chromium 和中文字体，只在本机没有时：网页的测试要用真的浏览器；能用 apt-get 就装进系统，不能就由 playwright 下载
endef
ifneq ($(filter test test-nginx,$(MAKECMDGOALS)),)
ifeq ($(wildcard $(VENV)/browser.stamp),)
$(info $(TEST_NEEDS))
$(if $(filter test,$(MAKECMDGOALS)),$(info 不安装 nginx：需要它的测试会跳过，要运行它们请用 make test-nginx))
endif
endif

# Hundreds of processes start in the tests; each would compile the program anew.
unexport PYTHONDONTWRITEBYTECODE
export NO_MKDOCS_2_WARNING := 1
export PYTHONUTF8 := 1

.DEFAULT_GOAL := help
.PHONY: help install site check serve test test-nginx lint bench bench-search bench-load bench-kill fuzz-readers import-report audit fields schema hooks import-issue lock clean

help: ## 列出所有命令
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1	\2/p' $(MAKEFILE_LIST)

install: $(VENV)/site.stamp ## 只安装，不生成

site: $(VENV)/site.stamp ## 检查案例并生成网站到 site/
	@$(BIN)/casebook build

check: $(VENV)/site.stamp ## 检查全部案例，列出要改的地方
	@$(BIN)/casebook check

serve: $(VENV)/site.stamp ## 预览网站（含草稿），保存文件后自动更新
	@$(BIN)/mkdocs serve

test: $(VENV)/browser.stamp ## 运行全部测试
	@$(BIN)/python -m pytest -rs

test-nginx: $(VENV)/browser.stamp $(VENV)/nginx.stamp ## 取得 nginx（不装进系统，不启动服务），运行需要它的测试
	@$(BIN)/python -m pytest -rs tests/server tests/browser/test_policy.py

lint: $(VENV)/test.stamp ## 检查代码的写法
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy && $(BIN)/lint-imports

bench: $(VENV)/bench.stamp ## 用合成案例比较本站、Hugo 和 Material 的生成速度，N=1000
	@$(BIN)/python -m tests.bench.build --cases $(or $(N),1000)

bench-search: $(VENV)/bench.stamp ## 用合成案例比较本站、Material 和 Pagefind 的检索，N=1000
	@$(BIN)/python -m tests.bench.search --cases $(or $(N),1000)

bench-load: $(VENV)/test.stamp ## 测量 nginx 提供网站的速度（需要 nginx 和 wrk）
	@$(BIN)/python -m tests.bench.load

bench-kill: $(VENV)/test.stamp ## 随时打断生成 N 次，看网站是否总是完整，N=50
	@$(BIN)/python -m tests.bench.kills --kills $(or $(N),50)

fuzz-readers: $(VENV)/test.stamp ## 用改坏的文件试每种读取器，MINUTES=10
	@$(BIN)/python -m tests.bench.fuzz_readers --minutes $(or $(MINUTES),10)

import-report: $(VENV)/test.stamp ## 用有标注的通报测量导入的准确率
	@$(BIN)/python -m tests.importer.report

audit: $(VENV)/test.stamp tests/audit/node_modules/audit.stamp ## 用 Lighthouse 测量网站（需要 Node 和 Chromium），N=3
	@$(BIN)/python -m tests.audit --runs $(or $(N),3)

fields: $(VENV)/site.stamp ## 更新 CONTRIBUTING.md 里的字段表
	@$(BIN)/casebook fields CONTRIBUTING.md

schema: $(VENV)/site.stamp ## 更新 .vscode/ 里的 JSON Schema 和代码片段
	@$(BIN)/casebook schema .vscode/schemas --snippets .vscode/casebook.code-snippets

hooks: ## 提交前自动检查案例（写入本仓库的 git 设置）
	@git config core.hooksPath tools/hooks && echo "以后每次提交前都会检查案例。不想检查时：git config --unset core.hooksPath"

import-issue: $(VENV)/site.stamp
	@$(BIN)/python -m tools.issue_form

lock: ## 更新锁定的依赖（需要 uv）
	@$(LOCK) requirements/build.in --output-file requirements/build.txt
	@$(LOCK) pyproject.toml --output-file requirements/desk.txt
	@$(LOCK) pyproject.toml --extra site --output-file requirements/site.txt
	@$(LOCK) pyproject.toml --extra site --extra test --output-file requirements/test.txt
	@$(LOCK) pyproject.toml --extra site --extra bench --output-file requirements/bench.txt

clean: ## 删去生成的网站和虚拟环境
	rm -rf site tests/audit/node_modules $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache .cache

# Packages are installed again only when the locked dependencies change.
USABLE_PYTHON = $(shell "$(PYTHON)" -c 'import sys; print(sys.version_info >= (3, 11) or "")' 2>/dev/null)

$(VENV)/python.stamp:
	$(if $(USABLE_PYTHON),,$(error 需要 Python 3.11 或更新的版本，请先安装))
	@echo "正在建立虚拟环境……"
	@$(PYTHON) -m venv --clear $(VENV)
	@touch $@

$(VENV)/site.stamp: $(VENV)/python.stamp requirements/build.txt requirements/site.txt pyproject.toml
	@echo "正在安装依赖……"
	@$(PIP) --require-hashes -r requirements/build.txt
	@$(PIP) --require-hashes --no-build-isolation -r requirements/site.txt
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/test.stamp: $(VENV)/site.stamp requirements/test.txt
	@echo "正在安装测试工具（只装进 $(VENV)/）……"
	@$(PIP) --require-hashes --no-build-isolation -r requirements/test.txt
	@touch $@

$(VENV)/browser.stamp: $(VENV)/test.stamp tests/browser/chromium.py
	@$(BIN)/python -m tests.browser.chromium --install
	@touch $@

$(VENV)/nginx.stamp: $(VENV)/test.stamp tests/server/installing.py
	@$(BIN)/python -m tests.server.installing
	@touch $@

$(VENV)/bench.stamp: $(VENV)/browser.stamp requirements/bench.txt
	@echo "正在安装用来比较的工具……"
	@$(PIP) --require-hashes --no-build-isolation -r requirements/bench.txt
	@touch $@

tests/audit/node_modules/audit.stamp: tests/audit/package.json tests/audit/package-lock.json
	$(if $(shell command -v node >/dev/null && command -v npm),,$(error 需要 Node 20 或更新的版本（带 npm），请先安装))
	@echo "正在安装 Lighthouse……"
	@cd tests/audit && npm ci --ignore-scripts --loglevel=error >/dev/null
	@touch $@
