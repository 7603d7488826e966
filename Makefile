# Two commands do all set-up: `make run` and `make test`. Everything else is for those who change the code.
PYTHON ?= python3
BIN := .venv/bin
TESTS ?= tests

.PHONY: run test test-postgresql check format docs sample fuzz prove bench bench-soak bench-check lock sbom clean

run: .venv/.installed  ## serve the app, with the fictional consortium if the database is empty
	@$(BIN)/python -m dashboard

# three at once on two cores: those that look at a browser mostly wait for it
test: .venv/.installed-dev  ## run every test
	@POLARS_MAX_THREADS=1 $(BIN)/python -m pytest -n 3 $(TESTS)

test-postgresql: .venv/.installed-dev  ## run every test that opens a database on a PostgreSQL of its own (Debian: postgresql)
	@TEST_DATABASE=postgresql POLARS_MAX_THREADS=1 $(BIN)/python -m pytest -n 3 $(TESTS)

check: .venv/.installed-dev  ## format, lint, types, import rule, documents up to date, known vulnerabilities, licences
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/basedpyright
	@$(BIN)/python -m pytest tests/test_imports.py tests/test_documents.py
	@$(BIN)/python deploy/audit.py requirements.txt
	@$(BIN)/python deploy/licences.py requirements.txt

sbom: .venv/.installed-dev  ## write the bill of materials of what users install (CycloneDX), with fingerprints
	@mkdir -p var
	@$(BIN)/cyclonedx-py requirements requirements.txt --output-reproducible --of JSON --output-file var/sbom.cdx.json

format: .venv/.installed-dev  ## put the code in the house style
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

docs: .venv/.installed-dev  ## write the documents that come from the code
	@$(BIN)/python -m metrics definitions --write docs/definitions.md
	@$(BIN)/python -m tests.dashboard.pages.event.hidden --write docs/disclosure.md

sample: .venv/.installed-dev  ## make the fictional consortium again
	@$(BIN)/python -m sample_data.generate

fuzz: .venv/.installed-dev  ## read 20,000 damaged files and 5,000 known ones in any mess
	@$(BIN)/python -m tests.loaders.fuzz 20000
	@MESS_TIMES=100 $(BIN)/python -m pytest -n 2 tests/loaders/mess

prove: .venv/.installed-dev  ## kill loads at 400 random moments, break replicas under use, attack a server beside sixty people, weigh files made to harm, try every look
	@$(BIN)/python -m tests.store.prove
	@AT_LENGTH=1 $(BIN)/python -m pytest tests/store/test_full_disk.py tests/store/test_failures.py tests/loaders/safe
	@$(BIN)/python -m tests.deploy.faults
	@$(BIN)/python -m tests.deploy.siege
	@AT_LENGTH=1 $(BIN)/python -m pytest tests/deploy
	@$(BIN)/python -m tests.attacker
	@$(MAKE) test-postgresql
	@AT_LENGTH=1 $(BIN)/python -m pytest -n 2 tests/browser tests/attacker tests/dashboard/pages/event/test_hidden.py \
		tests/dashboard/test_benchmarks.py tests/dashboard/test_subsets.py tests/metrics/test_every_metric.py \
		tests/dashboard/test_one_answer.py tests/dashboard/test_still_pages.py tests/dashboard/boundaries

bench: .venv/.installed-dev  ## measure speed beside its floors up to all of England, false alarms, forecasts; write it down
	@$(BIN)/python -m bench
	@$(BIN)/python -m bench.performance --national --write docs/performance.md
	@$(BIN)/python -m bench.browser --write

bench-soak: .venv/.installed-dev  ## let sixty users filter for ten minutes while uploads land, and write what came of it
	@$(BIN)/python -m bench.soak --write docs/performance.md

bench-check: .venv/.installed-dev  ## fail where a ratio is a fifth worse than in docs/performance.md
	@$(BIN)/python -m bench.performance --check

lock:  ## pin requirements.in and requirements-dev.in again (needs uv)
	@uv pip compile -q --universal --python-version 3.11 --no-header --no-annotate --no-emit-index-url \
		--generate-hashes requirements.in -o requirements.txt
	@uv pip compile -q --universal --python-version 3.11 --no-header --no-annotate --no-emit-index-url \
		--generate-hashes requirements-dev.in -o requirements-dev.txt

clean:  ## remove the environment, the database and the snapshots
	@rm -rf .venv var .pytest_cache .ruff_cache .hypothesis

.venv/.installed: requirements.txt
	@test -d .venv || $(PYTHON) -m venv .venv
	@echo "Installing the environment (about a minute the first time)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements.txt
	@touch $@

.venv/.installed-dev: requirements-dev.txt .venv/.installed
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements-dev.txt
	@touch $@
