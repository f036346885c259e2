# `make` installs and builds the pack, `make test` proves the project, `make help` lists the rest.
.DEFAULT_GOAL := pack
export PATH := $(CURDIR)/node_modules/.bin:$(PATH)

pack: dist ## install, build the tool, write the three Kazakhstan packs to out/
	node dist/cli/main.js build

dist: node_modules ## bundle the command line and compile the library into dist/
	node scripts/bundle.mjs

node_modules: package-lock.json
	npm ci
	@touch node_modules

# Style is not checked beside the bundle: it walks through folders that the bundle makes anew.
test: lint ## prove the project: types, style, tests
	@$(MAKE) --no-print-directory --jobs=2 types tests

tests: dist
	vitest run

types: node_modules ## type-check
	tsc -p .

lint: node_modules ## check style
	biome check

format: node_modules ## rewrite the sources in the house style
	biome check --write

accept: node_modules ## make today's output the expected output; then read the diff
	@test -z "$$CI" || { echo "accept: not in CI" >&2; exit 2; }
	ACCEPT=1 vitest run
	git diff --stat test/expected

clean: ## remove what the build made
	rm -rf dist out .briefpack

help: ## list the targets
	@grep -E '^[a-z_]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 14

.PHONY: pack dist test tests types lint format accept clean help
