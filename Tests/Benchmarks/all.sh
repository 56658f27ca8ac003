#!/bin/bash
# Every bench of Docs/Benchmarks.md, one after the other; about ten minutes on two cores.
set -euo pipefail
cd "$(dirname "$0")/../.."
Tests/Benchmarks/workshop.sh
Tests/Benchmarks/fanout.sh 1000 10 7 5
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
swift build -c release --product LogBench >&2
"$(swift build -c release --show-bin-path)/LogBench" "$work"
swift build -c release --product TallyBench >&2
"$(swift build -c release --show-bin-path)/TallyBench"
