#!/bin/sh
# Formatting and lint of the pages. `sh tools/lint.sh fix` formats in place.
# DENO names the deno binary (default: deno on the PATH).
set -eu
cd "$(dirname "$0")/.."
DENO=${DENO:-deno}
export NO_COLOR=1
if [ "${1:-}" = fix ]; then
    exec "$DENO" fmt
fi
"$DENO" fmt --check
"$DENO" lint
