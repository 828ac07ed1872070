# The two commands are `make book` and `make test`; both make .venv first.  Python 3.11, nothing else.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin

.PHONY: book same live lint test test-fast mutants lab serve notebooks images runtime clean

# Strict: a warning fails it.  What cells gave in an earlier build is in _build/outputs, except where CI is set.
book: .venv/ready
	$(BIN)/python tools/build_book.py -n -W --keep-going
	@echo "The book is at _build/html/index.html; 'make serve' shows it."

# The book once more, as somebody else would build it: no byte of it differs.
same: book
	$(BIN)/python tools/same_build.py

# Mistakes that show without a run, layout, and the types of the core.
lint: .venv/ready
	$(BIN)/python tools/lint.py

# Two at a time, on two cores: three are faster in a page, which waits for frames, and slower in the whole.  A file
# stays with one, as the cells of a notebook must stay with their kernel.
test: .venv/ready lint
	$(BIN)/python tools/find_browser.py
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder

# The tests that what has changed since the last commit can touch.
test-fast: .venv/ready
	$(BIN)/python tools/find_browser.py
	$(BIN)/python tools/fast_tests.py

# Sixty faults set in at random, to see whether the tests can fail.  An hour.
mutants: book
	$(BIN)/python tools/find_browser.py
	$(BIN)/python tools/mutants.py

# The book in a browser, built and loaded again whenever a file is saved.
live: .venv/ready
	$(BIN)/sphinx-autobuild . _build/live -c tools/live -d _build/live/.doctrees -n --port 8000 \
	    --re-ignore '/(_build|\.[^/]+|__pycache__|node_modules|jupyter_execute|[^/]*\.egg-info)(/|$$)'

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
