# Every target sets itself up: Python 3.11 or later, make and git are enough.
# uv is used where it is on the PATH, plain venv and pip where it is not.
PYTHON ?= python3
BIN := .venv/bin
UV := $(shell command -v uv 2>/dev/null)

.PHONY: help env figures test lab verify lint docs lock clean

help: ## show this help
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

env: .venv/.ready ## install everything into .venv

figures: env ## rebuild every figure that is missing or out of date
	$(BIN)/analysis figures

test: env ## run all tests
	$(BIN)/pytest -n auto --dist worksteal

lab: env ## open the notebooks in JupyterLab
	$(BIN)/jupyter lab --notebook-dir=. --LabApp.default_url=/lab/tree/notebooks

verify: env ## rebuild everything in a temporary folder and compare it with the stored results
	$(BIN)/analysis verify

lint: env ## check style and types
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

docs: env ## build the documentation into docs/_build
	$(BIN)/sphinx-build --quiet --fail-on-warning --keep-going docs docs/_build

lock: ## resolve all versions again and write requirements.lock
ifdef UV
	uv pip compile pyproject.toml --all-extras --group dev --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-annotate --no-header --quiet -o requirements.lock
else
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet uv
	$(MAKE) lock PATH="$(CURDIR)/$(BIN):$(PATH)"
endif

clean: ## remove the cache, the built documentation and .venv; figures stay
	rm -rf .cache .venv docs/_build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis

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
