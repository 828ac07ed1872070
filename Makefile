# The two commands are `make book` and `make test`; both make .venv first.  Python 3.11, nothing else.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin

.PHONY: book test lab serve notebooks images runtime clean

# The first build executes the notebooks, so it is the strict one: a warning fails it.
book: .venv/ready
	$(BIN)/jupyter-book build . -n -W --keep-going
	@echo "The book is at _build/html/index.html; 'make serve' shows it."

# Two at a time; a file stays with one, as the cells of a notebook must stay with their kernel.
test: .venv/ready
	$(BIN)/python tools/find_browser.py
	$(BIN)/python -m pytest -n 2 --dist loadfile

lab: .venv/ready
	$(BIN)/jupyter lab book/01-artificial-neuron.ipynb

serve: book
	$(BIN)/python -m http.server --bind 127.0.0.1 --directory _build/html 8000

# Run the notebooks and store their outputs; tests compare with these.
notebooks: .venv/ready
	$(BIN)/python tools/run_notebooks.py

# Draw the films and posters that are out of date.
images: .venv/ready
	$(BIN)/python tools/draw_images.py

# Build the widget runtime from its published packages.
runtime: .venv/ready
	cd book/_runtime && PATH="$(abspath $(BIN)):$$PATH" && npm ci && npm run build

clean:
	rm -rf _build .venv

.venv/ready: requirements.txt pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet -r requirements.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@
