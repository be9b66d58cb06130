# Two commands do it all on a fresh machine with Python 3.11 to 3.13, git and make:
#   make run     the main job: tables in output/, a summary in the terminal
#   make test    the whole test suite
# and for who works on it: make check (format, lint, types), make quality (figures and their floors)

UV_VERSION := 0.13.9
PYTHON := $(shell for python in python3 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null \
	&& command -v $$python && break; done)
BIN := .venv/bin
export PREFECT_HOME ?= $(CURDIR)/.prefect
export UV_PYTHON_DOWNLOADS := never
# the spaCy project's scripts run in this environment too
export VIRTUAL_ENV := $(CURDIR)/.venv
export PATH := $(CURDIR)/$(BIN):$(PATH)

.PHONY: run test check quality floors format model sample lock clean

run: .venv/installed
	@$(BIN)/inca run --allow-unreachable --limit 25

test: .venv/installed
	@$(BIN)/pytest --numprocesses 2

check: .venv/installed
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/basedpyright

# scores all marked documents; fails where a figure is below its floor in tests/quality_floors.toml
quality: .venv/installed
	@$(BIN)/python -m tests.quality

# raises the floors to what is reached
floors: .venv/installed
	@$(BIN)/python -m tests.quality --update

format: .venv/installed
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

# CORPORA: a folder that holds the corpora already; without it they are fetched
model: .venv/installed
	@$(BIN)/python -m spacy project run all models --force $(if $(CORPORA),--vars.corpora $(abspath $(CORPORA)))

sample: .venv/installed
	@$(BIN)/python tests/pdfs/typeset_press_release.py

lock: .venv/installed
	@$(BIN)/uv lock

clean:
	rm -rf .venv .prefect output

.venv/installed: pyproject.toml uv.lock Makefile
	@test -n "$(PYTHON)" || { echo "Python 3.11, 3.12 or 3.13 is needed, with its venv module" >&2; exit 2; }
	@test -x $(BIN)/uv || { $(PYTHON) -m venv --clear .venv && $(BIN)/python -m pip install --quiet uv==$(UV_VERSION); }
	@$(BIN)/uv sync --quiet --frozen --inexact --compile-bytecode
	@$(BIN)/python -m compileall -q extractors flows
	@touch $@
