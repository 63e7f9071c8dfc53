# Every target makes what it needs in .venv; nothing has to be activated.
#
#   make demo     read the example article
#   make test     the whole test suite
#   make lint types docs bench

PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
PIP := PIP_DISABLE_PIP_VERSION_CHECK=1 $(BIN)/python -m pip install -qq

.DEFAULT_GOAL := help
.PHONY: help demo test lint types docs bench clean

help:
	@sed -n 's/^#   //p' Makefile

# one stamp for the package, one for each dependency group; the pip of a new environment knows no groups yet
.venv/.khabar: pyproject.toml
	$(PYTHON) -m venv .venv
	$(PIP) --upgrade 'pip>=25.1'
	$(PIP) --editable .
	@$(BIN)/python -m compileall -q src  # pip does so for a wheel: the first call imports some 150 modules
	@touch $@

.venv/.group-%: .venv/.khabar
	$(PIP) --group $*
	@touch $@

demo: .venv/.khabar
	@$(BIN)/khabar extract examples/article.txt --date 2025-03-12 --format text

test: .venv/.group-test
	$(BIN)/python -m pytest

lint: .venv/.group-lint .venv/.khabar
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/khabar lexicon check

types: .venv/.group-types
	$(BIN)/mypy
	$(BIN)/pyright

docs: .venv/.group-docs
	$(BIN)/sphinx-build --nitpicky --fail-on-warning --quiet -b html docs docs/_build/html
	$(BIN)/sphinx-build --nitpicky --fail-on-warning --quiet -b doctest docs docs/_build/doctest
	@echo docs/_build/html/index.html

bench: .venv/.group-bench
	$(BIN)/python -m benchmarks.speed
	@test ! -d ../shared/gold || $(BIN)/python -m benchmarks.quality ../shared/gold
	$(BIN)/python -m benchmarks.peers.tokenizers
	$(BIN)/python -m benchmarks.peers.sentences
	$(BIN)/python -m benchmarks.peers.dates

clean:
	rm -rf .venv docs/_build dist build
