# make chat   talk to the bot in this terminal, without a token
# make run    serve Telegram (TELEGRAM_BOT_TOKEN from the environment or .env)
# make test   every check: style, types, import contracts, content gates, all tests
# make lock   renew the locked dependencies

PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
JOBS ?= 2

.PHONY: chat run test style types contracts tests format lock clean

chat: .venv/run.ok
	@TELEGRAM_BOT_TOKEN= $(BIN)/python -m bot

run: .venv/run.ok
	@test -n "$$TELEGRAM_BOT_TOKEN" || grep -qs '^TELEGRAM_BOT_TOKEN=.' .env || \
		{ echo "TELEGRAM_BOT_TOKEN is not set: get one from @BotFather, or try 'make chat'." >&2; exit 2; }
	@$(BIN)/python -m bot

# What reads the code runs side by side and before the tests: a slip is known within half a minute. Each says what it
# says in one piece, where make can do that.
test: .venv/test.ok
	@$(MAKE) --no-print-directory -j $(if $(filter output-sync,$(.FEATURES)),-O) style types contracts
	@$(MAKE) --no-print-directory tests

style: .venv/test.ok
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: .venv/test.ok
	$(BIN)/mypy --num-workers $(JOBS)

contracts: .venv/test.ok
	$(BIN)/lint-imports --no-cache

# Every process of the tests imports the bot and what it stands on: they compile it once, whatever the shell says.
tests: .venv/test.ok
	PYTHONDONTWRITEBYTECODE= $(BIN)/pytest -n $(JOBS)

format: .venv/test.ok
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed; set PYTHON=/path/to/python3" >&2; exit 2; }
	@echo "Setting up (once) ..."
	@$(PYTHON) -m venv .venv

.venv/run.ok: requirements.lock | .venv/bin/python
	@$(BIN)/python -m pip install --quiet --no-compile --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

.venv/test.ok: requirements-dev.lock .venv/run.ok
	@$(BIN)/python -m pip install --quiet --no-compile --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

# Only for maintainers: needs uv. The locks hold versions and hashes, and no address of any index.
LOCK := uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
	--no-header --quiet --upgrade
lock:
	$(LOCK) pyproject.toml -o requirements.lock
	$(LOCK) pyproject.toml --group dev -o requirements-dev.lock

clean:
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis
