# make demo   reads the example reports and writes a brief
# make test   runs everything that guards the project
# make help   the rest

VENV   ?= .venv
PYTHON ?= $(firstword $(foreach p,python3 python3.14 python3.13 python3.12 python3.11,$(if $(shell $(p) -c 'import sys; print(sys.version_info[:2] >= (3, 11) or "")' 2>/dev/null | grep True),$(p))))
PY     := $(VENV)/bin/python
UV     := $(shell command -v uv 2>/dev/null)
TREEBANKS ?= ../shared/data/ud
DEMO   ?= demo

.DEFAULT_GOAL := help
.PHONY: help demo test lint types layers docs unit long bench score figures alignments parser schemas pages clean

help:
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

demo: $(VENV)/.ready ## read the example reports, print the brief, write $(DEMO)/brief/brief.html
	@$(VENV)/bin/tracktwo brief --example --case $(DEMO)
	@echo "Here: $(VENV)/bin/tracktwo brief FILE-OR-FOLDER..."
	@echo "What could pass, on made-up values: $(VENV)/bin/tracktwo deals --example"

test: $(VENV)/.ready-dev lint types layers unit docs ## everything that guards the project

lint: $(VENV)/.ready-dev ## style
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .

types: $(VENV)/.ready-dev ## mypy, strict
	$(VENV)/bin/mypy

layers: $(VENV)/.ready-dev ## the folder tree is the data flow
	$(VENV)/bin/lint-imports

unit: $(VENV)/.ready-dev ## pytest, a file a core
	$(VENV)/bin/python -m pytest -q -n auto --dist loadfile

long: $(VENV)/.ready-dev ## tests that take minutes: two hundred kills at random moments
	$(VENV)/bin/python -m pytest -q -m long

docs: $(VENV)/.ready-dev ## the documentation, warnings are errors
	$(VENV)/bin/sphinx-build -q -W --keep-going -b html docs docs/_build/html

bench: $(VENV)/.ready-dev ## time and memory of the commands, in benchmarks/results
	$(PY) benchmarks/run.py

score: $(VENV)/.ready-dev ## the reader against the annotated sentences (third-party text needed for some)
	$(PY) tools/score/score.py --split dev
	$(PY) tools/score/score.py --split test

parser: $(VENV)/.ready-dev ## train the English model from $(TREEBANKS)
	$(PY) tools/parser/train.py --treebanks $(TREEBANKS) --out src/tracktwo/reading/english/model
	$(PY) tools/parser/evaluate.py --treebanks $(TREEBANKS) --model src/tracktwo/reading/english/model

figures: $(VENV)/.ready-dev ## measure both splits and write the accuracy page
	@mkdir -p docs/_build
	$(PY) tools/score/score.py --split dev --json docs/_build/dev.json
	$(PY) tools/score/score.py --split test --json docs/_build/test.json
	$(PY) tools/score/publish.py docs/_build/dev.json docs/_build/test.json

alignments: $(VENV)/.ready-dev ## read all bulletins and write who stands with whom (CASE=FOLDER holds them already)
	$(PY) tools/alignments.py $(CASE)

schemas: $(VENV)/.ready-dev ## write the JSON Schemas anew
	$(PY) tools/schemas.py

pages: schemas ## write the pages anew that are drawn from data
	$(PY) tools/theory_pages.py
	$(PY) tools/score/publish.py
	$(PY) tools/command_pages.py
	$(PY) tools/example_briefs.py
	$(PY) tools/transcripts.py

clean: ## remove what the targets made, the virtual environment included
	rm -rf $(VENV) $(DEMO) docs/_build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "tracktwo needs Python 3.11 or newer; set PYTHON=/path/to/python3"; exit 2; }
	@echo "Setting up $(VENV) (once)"
	@$(if $(UV),$(UV) venv -q --python "$(PYTHON)" $(VENV),"$(PYTHON)" -m venv $(VENV))

$(VENV)/.ready: pyproject.toml | $(VENV)/bin/python
	@$(if $(UV),VIRTUAL_ENV=$(VENV) $(UV) pip install -q -e .,$(PY) -m pip install -q --disable-pip-version-check -e .)
	@touch $@

$(VENV)/.ready-dev: pyproject.toml | $(VENV)/bin/python
	@$(if $(UV),VIRTUAL_ENV=$(VENV) $(UV) pip install -q -e '.[dev]',$(PY) -m pip install -q --disable-pip-version-check -e '.[dev]')
	@touch $@ $(VENV)/.ready
