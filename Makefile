# Everything a fresh machine needs besides Python 3.11+, make and git is installed into .venv by the first target used.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
DEV_READY := $(VENV)/.dev-ready
FILE ?=
# One more than there are processors: many a test waits for a screen.
WORKERS ?= $(shell expr $$(getconf _NPROCESSORS_ONLN) + 1)

.PHONY: run test check check-deep lint types contracts format picture keys bench-app bench-rules bench-safety bench-scaling clean

run: $(READY) ## open the app; FILE=shop.events.toml opens a file
	@$(BIN)/eventsmith $(FILE)

test: $(DEV_READY) ## the tests
	$(BIN)/pytest -n $(WORKERS) -m "not deep"

check: lint types contracts test ## all that CI runs

check-deep: check ## and the long tests: about an hour on two cores that do nothing else
	$(BIN)/pytest -n auto -m "deep or hypothesis" --hypothesis-profile=at-length

lint: $(DEV_READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(DEV_READY)
	$(BIN)/mypy

contracts: $(DEV_READY)
	$(BIN)/lint-imports

format: $(DEV_READY) ## put the code into the form that lint asks for
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

picture: $(DEV_READY) ## make the README's pictures of the real app
	$(BIN)/python docs/make_pictures.py

keys: $(DEV_READY) ## write the list of keys from the app's table of actions
	$(BIN)/python docs/make_keys.py

bench-app: $(DEV_READY) ## time the app against a bare Textual app
	$(BIN)/python bench/app.py

bench-rules: $(DEV_READY) ## time an edit and a check against plain reading
	$(BIN)/python bench/rules.py

bench-safety: $(DEV_READY) ## time saving and journaling against plain writing
	$(BIN)/python bench/safety.py

bench-scaling: $(DEV_READY) ## show that no command costs more for each event in a big file; SIZES="500 4000" for a quick look
	$(BIN)/python bench/scaling.py $(if $(SIZES),--sizes $(SIZES))

clean:
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

$(READY): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("Eventsmith needs Python 3.11 or newer; " + sys.executable + " is " + sys.version.split()[0]) if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(DEV_READY): $(READY)
	$(BIN)/python -m pip install --quiet --group dev
	@touch $@
