# Every target sets up .venv by itself. Python 3.11 or newer and make are all that has to be there.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
READY := .venv/.ready
COLLECTION ?= ../shared/collection

.PHONY: demo test test-slow check bench format clean help

help:            ## this list
	@grep -E '^[a-z-]+: .*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/'

demo: $(READY)   ## index a folder of models, search it by photos, words and a point cloud, write a page
	$(BIN)/trivium demo

test: $(READY)   ## the fast suite
	OMP_NUM_THREADS=1 $(BIN)/pytest -q -n 2

test-slow: $(READY)  ## what takes minutes
	$(BIN)/pytest -q -m slow

check: $(READY)  ## format, lint, types, layers
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pytest -q tests/test_layers.py

format: $(READY) ## put the code into shape
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(READY)  ## the numbers of the README; COLLECTION=DIR is the folder of real models
	OMP_NUM_THREADS=1 $(BIN)/python benchmarks/rendering.py
	$(BIN)/python benchmarks/encoders.py
	$(BIN)/python benchmarks/store.py
	@test -d "$(COLLECTION)" || { echo "no folder $(COLLECTION): give one with make bench COLLECTION=DIR"; exit 1; }
	$(BIN)/python benchmarks/indexing.py $(COLLECTION)
	$(BIN)/python benchmarks/classical.py $(COLLECTION)
	$(BIN)/python benchmarks/clouds.py $(COLLECTION)
	$(BIN)/python benchmarks/photos.py $(COLLECTION) --library demo-out/photos.trivium
	$(BIN)/python benchmarks/fuzz.py $(COLLECTION)
	$(BIN)/python benchmarks/scenes.py

# torch first and by its exact version, so that nothing else chooses another build of it
$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=/path/to/it")'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install -q --disable-pip-version-check -c constraints.txt torch
	$(BIN)/python -m pip install -q --disable-pip-version-check -c constraints.txt -e '.[dev,train,cad,foundation,server]'
	touch $(READY)

clean:           ## forget the environment and what the demo made
	rm -rf .venv demo-out
