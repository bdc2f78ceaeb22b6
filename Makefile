# Every target does its own set-up: Python 3.11 or later, make and git are enough.
# uv is used where it is on the PATH, plain venv and pip where it is not.
PYTHON ?= python3
BIN := .venv/bin
UV := $(shell command -v uv 2>/dev/null)

.PHONY: env figures test lab verify lint lock

env: .venv/.ready

figures: env
	$(BIN)/analysis figures

test: env
	$(BIN)/pytest -n auto

lab: env
	$(BIN)/jupyter lab --notebook-dir=. --LabApp.default_url=/lab/tree/notebooks

verify: env
	$(BIN)/analysis verify

lint: env
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

.venv/.ready: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "$(PYTHON) is older than Python 3.11; name a newer one: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
# The lock names everything, so nothing is resolved again.
ifdef UV
	uv venv --quiet --allow-existing --python $(PYTHON) .venv
	uv pip install --quiet --python $(BIN)/python --compile-bytecode --no-deps --require-hashes -r requirements.lock
	uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation -e .
else
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
endif
	@touch $@

# The versions for every platform, with hashes and without the address that they came from.
lock:
ifdef UV
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-annotate --no-header --quiet -o requirements.lock
else
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet uv
	$(MAKE) lock PATH="$(CURDIR)/$(BIN):$(PATH)"
endif
