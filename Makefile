# `make briefs` builds every article below sources/; `make test` runs every check. Both set up what they need.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALL := $(BIN)/python -m pip --disable-pip-version-check -qq install --constraint constraints.txt
NEEDED := pyproject.toml constraints.txt

.PHONY: help briefs test bench clean

# Two targets at once would install into one environment at once.
.NOTPARALLEL:

help:
	@echo 'make briefs   build every article below sources/ into output/'
	@echo 'make test     run all tests, ruff and mypy'
	@echo 'make bench    measure speed and memory, beside typst and weasyprint'
	@echo 'make clean    take away caches and the virtual environment; output/ is yours'

briefs: $(VENV)/.runtime
	@$(BIN)/publish build

test: $(VENV)/.dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/mypy
	@$(BIN)/pytest --numprocesses 2

bench: $(VENV)/.bench
	@$(BIN)/python tests/bench/bench.py

clean:
	@rm -rf $(VENV) build dist *.egg-info .pytest_cache .ruff_cache .mypy_cache .hypothesis
	@find publish tests -name __pycache__ -type d -prune -exec rm -rf {} +

# Stamps make a second run quick: nothing is installed again until what is needed changes.

$(VENV)/.made:
	@command -v $(PYTHON) >/dev/null || { echo 'there is no $(PYTHON): install Python 3.11 or newer, or name one, as in make PYTHON=python3.12' >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo '$(PYTHON) is older than Python 3.11: name a newer one, as in make PYTHON=python3.11' >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { echo '$(PYTHON) cannot make virtual environments: install the package python3-venv' >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.runtime: $(VENV)/.made $(NEEDED)
	@echo 'Installing publish and its fonts into $(VENV) (once)...'
	@$(INSTALL) --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.made $(NEEDED)
	@echo 'Installing publish and what its tests need into $(VENV) (once)...'
	@$(INSTALL) --editable '.[dev]'
	@touch $(VENV)/.runtime $@

# The rivals are no need: where one cannot be had, the benchmark says so and goes without.
$(VENV)/.bench: $(VENV)/.dev
	@echo 'Installing the rivals of the benchmark into $(VENV) (once)...'
	@{ $(INSTALL) --editable '.[dev,bench]' && touch $@; } || echo 'typst and weasyprint cannot be installed' >&2
