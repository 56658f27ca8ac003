# make run    install what is missing, build, start, print the links
# make test   everything CI checks
# make help   the rest

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

VENV := .venv
DENO := $(CURDIR)/$(VENV)/bin/deno
PYTHON := $(CURDIR)/$(VENV)/bin/python
RELEASE := swift build -c release
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)

# What the server needs, what the pages are built with, what the tests drive.
APT_RUN := libwebsockets-dev libwebsockets-evlib-ev libev-dev libqrcodegen-dev libsqlite3-dev \
	pkg-config zlib1g-dev
APT_WEB := nodejs
APT_TEST := chromium-headless-shell python3-venv zbar-tools openssl procps

.PHONY: help setup setup-test swift web build run test check format bench gallery docs clean

help: ## this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

swift:
	@command -v swift >/dev/null || { echo "Swift 6.2 or newer is missing: install it as \
	https://www.swift.org/install/linux/ says (one archive), then run make again." >&2; exit 1; }

setup: swift ## install what building and running need (apt), nothing when all is there
	@missing=$$(for package in $(APT_RUN); do \
	  dpkg -s $$package >/dev/null 2>&1 || echo $$package; done; \
	  command -v node >/dev/null || echo $(APT_WEB)); \
	if [ -n "$$missing" ]; then \
	  $(SUDO) apt-get update -qq; \
	  DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y -qq \
	    --no-install-recommends $$missing >/dev/null; \
	fi
	@sh web/tools/deps-debian.sh >/dev/null || (cd web && npm install --no-audit --no-fund)

setup-test: setup
	@missing=$$(for package in $(APT_TEST); do \
	  dpkg -s $$package >/dev/null 2>&1 || echo $$package; done); \
	if [ -n "$$missing" ]; then \
	  $(SUDO) apt-get update -qq; \
	  DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y -qq \
	    --no-install-recommends $$missing >/dev/null; \
	fi
	@[ -x $(PYTHON) ] || python3 -m venv $(VENV)
	@$(PYTHON) -m pip install -q --disable-pip-version-check -r Tests/Browser/requirements.txt

web: setup ## build the pages into web/build
	@cd web && node tools/build.mjs

build: setup web ## build the server (optimised)
	@$(RELEASE) --product atelier

run: build ## build and start; rooms are kept in ./data
	@exec $$($(RELEASE) --show-bin-path)/atelier serve

check: setup-test web ## format, lint, types and unit tests: what to run before a commit
	swift format lint --strict --recursive Sources Tests Package.swift
	cd web && node node_modules/typescript/bin/tsc --noEmit
	cd web && DENO=$(DENO) sh tools/lint.sh
	cd web && node tools/unit.mjs
	swift build --build-tests
	swift test --skip-build \
	  --filter 'TidyTests|WorkshopTests|WireProtocolTests|FramesTests|GatewayTests|LiveRoomsTests|ReportsTests'

test: check ## everything CI checks
	swift test --skip-build
	$(RELEASE) --product atelier
	$$($(RELEASE) --show-bin-path)/atelier simulate --count 500
	ATELIER=$$($(RELEASE) --show-bin-path)/atelier $(PYTHON) -m pytest -q Tests/Browser \
	  --timeout 120

format: setup-test ## format Swift and TypeScript
	swift format --in-place --recursive Sources Tests Package.swift
	cd web && DENO=$(DENO) sh tools/lint.sh fix

bench: build setup-test ## measure; Docs/Benchmarks.md says what and how
	@Tests/Benchmarks/all.sh

gallery: build setup-test ## pictures of every page from the real server into Docs/Pictures
	ATELIER=$$($(RELEASE) --show-bin-path)/atelier $(PYTHON) Tests/Browser/pictures.py Docs/Pictures

DOCUMENTED := Workshop WireProtocol EventLog LiveRooms Gateway Libwebsockets Reports
docs: setup ## the modules' documentation as web pages, into .build/documentation
	@mkdir -p .build/documentation
	@for module in $(DOCUMENTED); do \
	  swift package --allow-writing-to-directory .build/documentation generate-documentation \
	    --target $$module --symbol-graph-minimum-access-level package \
	    --output-path .build/documentation/$$module; \
	done

clean: ## forget everything built
	rm -rf .build web/build web/node_modules $(VENV)
