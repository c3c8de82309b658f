# Every target sets itself up: in an active conda environment named `tellings`, else in .venv/ here.
.DEFAULT_GOAL := help
SHELL := /bin/bash
.DELETE_ON_ERROR:

CORPUS ?= seeds
EVENT  ?=
OUT    ?=
SINGLE ?=
STRICT ?=
EVENTS ?= 12
LINKS  ?=
PEERS  ?=
ENGINE ?= local
ARTICLES ?=

# What the user gives is text: it is taken as it stands, not expanded, and reaches the shell in
# variables only. So no $, quote or backtick in a folder's name is ever read as a command.
GIVEN := $(filter-out file,$(origin CORPUS))
override CORPUS := $(value CORPUS)
override EVENT  := $(value EVENT)
override OUT    := $(value OUT)
override LINKS  := $(value LINKS)
override ENGINE := $(value ENGINE)
override ARTICLES := $(value ARTICLES)
override EVENTS := $(value EVENTS)
export CORPUS EVENT OUT LINKS ENGINE ARTICLES EVENTS

ifeq ($(CONDA_DEFAULT_ENV),tellings)
  PYTHON := $(CONDA_PREFIX)/bin/python
  READY  :=
  TOOLS  := $(CONDA_PREFIX)/.tellings-dev
  export PYTHONPATH := $(CURDIR)/lib
else
  PYTHON := $(CURDIR)/.venv/bin/python
  READY  := .venv/.ready
  TOOLS  := .venv/.dev
endif
UV    := $(shell command -v uv 2>/dev/null)
FIRST := $(shell command -v python3.11 || command -v python3)

ifdef UV
  VENV    := uv venv -q --allow-existing --python $(FIRST)
  INSTALL := uv pip install -q -p $(PYTHON) --compile-bytecode
else
  VENV    := $(FIRST) -m venv
  INSTALL := $(PYTHON) -m pip install -q --disable-pip-version-check
endif

.PHONY: help env corpus spacy office cluster report test bench bench-large lab lint docs lock clean

help:  ## show the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 13
	@echo 'own corpus: make report CORPUS=path/to/folder [EVENT=...] [OUT=folder] [SINGLE=1] [STRICT=1] [ENGINE=processes] [EVENTS=12|all|0]'

env: $(READY)  ## set up .venv/ from the lock (uv where there is one, else pip)

.venv/.ready: requirements.lock
	@$(FIRST) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Tellings needs Python 3.11 or later; $(FIRST) is " + sys.version.split()[0])'
	@echo 'Setting up .venv (once; a few minutes with pip, less with uv) ...'
	@$(VENV) .venv
	@$(INSTALL) --require-hashes -r requirements.lock
	@echo '$(CURDIR)/lib' > "$$($(PYTHON) -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/tellings.pth"
	@touch $@

# What only who changes the suite needs (linters, property tests, a browser's driver): 200 MB.
$(TOOLS): requirements-dev.lock | $(READY)
	@$(INSTALL) --require-hashes -r requirements-dev.lock
	@touch $@

spacy: $(READY)  ## add spaCy, for who has a model: names = "spacy:<model>" in 2-entities and 3-quotes
	@$(INSTALL) "$$($(PYTHON) -c 'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["project"]["optional-dependencies"]["spacy"])')"

corpus: $(READY)  ## fetch the pages of LINKS (a list, or a table with a column url) into CORPUS
	@$(PYTHON) -m tellings.links "$$LINKS" "$(if $(GIVEN),$$CORPUS)"

office: $(READY)  ## add what reads PDF and RTF
	@$(INSTALL) $$($(PYTHON) -c 'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["project"]["optional-dependencies"]["office"])')

cluster: $(READY)  ## add Dask, for ENGINE=processes and ENGINE=tcp://host:port (docs/cluster.md)
	@$(INSTALL) $$($(PYTHON) -c 'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["project"]["optional-dependencies"]["cluster"])')

report: $(READY)  ## every page and figure of a corpus: report/<corpus>/index.html
	@$(PYTHON) -m tellings.report --event="$$EVENT" --out="$$OUT" --engine="$$ENGINE" --articles="$$ARTICLES" --events="$$EVENTS" $(if $(SINGLE),--single) $(if $(STRICT),--strict) -- "$$CORPUS"

test: $(TOOLS)  ## unit tests, the examples of the docstrings, every notebook against its saved outputs
	@$(PYTHON) -m pytest -q -rs tests
	@$(PYTHON) -m pytest -q --doctest-modules --import-mode=importlib lib/tellings
	@$(PYTHON) -m pytest -q --nbval notebooks

bench: $(READY)  ## speed, growth and memory as ratios: report/bench/bench.html (PEERS=1: beside others)
	@PYTHONPATH=$(CURDIR)/lib:$(CURDIR) $(PYTHON) -m bench $(if $(PEERS),--peers)

bench-large: $(READY)  ## the same with growth to 10,000 and 100,000 articles; takes hours and some GB in TMPDIR
	@PYTHONPATH=$(CURDIR)/lib:$(CURDIR) $(PYTHON) -m bench --large $(if $(PEERS),--peers)

lab: $(READY)  ## JupyterLab on the notebooks, on this computer only; they ask CORPUS
	@$(PYTHON) -m tellings.report.lab --event="$$EVENT" -- "$$CORPUS"

lint: $(TOOLS)  ## ruff on library, tests and notebooks; mypy on what reads and finds
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m ruff format --check .
	@$(PYTHON) -m mypy

docs: $(TOOLS)  ## docs/tables.md, the data dictionary, and docs/front.png, the picture of the README
	@$(PYTHON) scripts/build_tables_page.py
	@$(PYTHON) scripts/build_picture.py

LOCK := uv pip compile -q pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header --no-annotate
lock:  ## rewrite both requirements locks from pyproject.toml (needs uv)
	@$(LOCK) -o requirements.lock
	@$(LOCK) --extra dev --constraint requirements.lock -o requirements-dev.lock

clean:  ## remove what was made: tables, reports, caches (not .venv)
	@rm -rf report data/*/ notebooks/tables .ruff_cache .mypy_cache .hypothesis .pytest_cache
	@find lib tests notebooks -name __pycache__ -prune -exec rm -rf {} + -o -name .ipynb_checkpoints -prune -exec rm -rf {} +
