# Every target does its own set-up; a second call finds everything in place and starts at once.
#   make run [ARGS=...]   the window            make bench        the table of figures
#   make test             every test            make screenshot   the picture in the README
#   make lint             style, types, layers  make bundle       the application for a bare machine
#   make clean            back to a fresh clone   make torture      writing at random, SEEDS=1-40

PYTHON ?= python3
PIP := .venv/bin/python -m pip --disable-pip-version-check -q
READY := .stamps
BUNDLE := dist/$(if $(filter Darwin,$(shell uname)),Groundwork.app,groundwork)
DISPLAY_SIZE := 1920x1200x24
UNDER_XVFB := xvfb-run -a -s "-screen 0 $(DISPLAY_SIZE) -dpi 96" env QT_QPA_PLATFORM=xcb
SEEDS := 1-40

.PHONY: run test lint bench torture screenshot bundle installer installer-test bundle-bench fidelity clean
.DELETE_ON_ERROR:

run: $(READY)/app $(READY)/runtime $(READY)/language
	@.venv/bin/groundwork $(ARGS)

test: $(READY)/development $(READY)/runtime $(READY)/language
	QT_QPA_PLATFORM=xcb .venv/bin/python -m pytest -n 2 --dist worksteal $(ARGS)

lint: $(READY)/development
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	@for system in win32 darwin; do echo "mypy, as on $$system"; .venv/bin/mypy --platform $$system \
	  --no-warn-unreachable --cache-dir .mypy_cache/$$system src packaging/bundling || exit 1; done
	.venv/bin/lint-imports

bench: $(READY)/development $(READY)/runtime $(READY)/language
	$(UNDER_XVFB) .venv/bin/python tests/benchmarks/main_job.py $(ARGS)

torture: $(READY)/development $(READY)/runtime $(READY)/language
	GROUNDWORK_SEEDS=$(SEEDS) QT_QPA_PLATFORM=xcb .venv/bin/python -m pytest -n 0 -x tests/gui/window/test_writing_at_random.py

screenshot: $(READY)/development $(READY)/runtime $(READY)/language
	$(UNDER_XVFB) .venv/bin/python packaging/screenshot.py resources/screenshots/window.png

bundle: $(READY)/bundling
	@PYTHONPATH=packaging .venv/bin/python -m bundling $(ARGS)
	@.venv/bin/python packaging/smoke_test.py $(BUNDLE)

# As root: it sets up a bare Debian in a folder and installs the package there.
installer-test: installer
	@PYTHONPATH=packaging .venv/bin/python packaging/clean_machine.py dist/*.deb dist/*.tar.xz

bundle-bench: bundle $(READY)/runtime $(READY)/language
	@.venv/bin/python packaging/bundle_bench.py dist/groundwork $(wildcard dist/*.deb)

# What the bundle's Python can do, against the CPython that it was copied from.
fidelity: bundle
	@.venv/bin/python packaging/fidelity_test.py dist/groundwork

installer: bundle
	@PYTHONPATH=packaging .venv/bin/python -m bundling.installer

clean:
	rm -rf .venv .runtime .language .stamps build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(READY)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed; $(PYTHON) is older. Name another one: make PYTHON=python3.12" >&2; exit 1; }
	@mkdir -p $(READY) && touch $@

$(READY)/packages-run: packaging/linux/system-packages.sh | $(READY)/python
	@sh $< run
	@touch $@

$(READY)/packages-test: packaging/linux/system-packages.sh | $(READY)/python
	@sh $< test
	@touch $@

.venv/bin/python: | $(READY)/packages-run
	@$(PYTHON) -m venv .venv

$(READY)/app: pyproject.toml CMakeLists.txt $(wildcard src/pyside6_qsci/CMakeLists.txt src/pyside6_qsci/*.cpp) | .venv/bin/python
	@echo "Setting up the application"
	@$(PIP) install -e .
	@touch $@

$(READY)/development: $(READY)/app $(READY)/packages-test
	@echo "Setting up the development tools"
	@$(PIP) install -e '.[dev]'
	@touch $@

# The Python that learners' programs run on: an environment of its own, never the application's.
$(READY)/runtime: packaging/runtime-requirements.txt | $(READY)/packages-run
	@echo "Setting up the runtime for learners' programs"
	@$(PYTHON) -m venv --clear .runtime
	@.runtime/bin/python -m pip --disable-pip-version-check -q install -r $<
	@touch $@

# What the language worker imports: in a folder that no program of a learner's looks into.
$(READY)/language: packaging/language-requirements.txt $(READY)/runtime
	@echo "Setting up the language worker"
	@rm -rf .language
	@.runtime/bin/python -m pip --disable-pip-version-check -q install --target .language -r $<
	@touch $@

$(READY)/packages-bundle: packaging/linux/system-packages.sh | $(READY)/python
	@sh $< bundle
	@touch $@

$(READY)/bundling: $(READY)/app $(READY)/packages-bundle
	@echo "Setting up what makes the bundle"
	@$(PIP) install -e '.[bundle]'
	@touch $@
