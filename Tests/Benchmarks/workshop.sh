#!/bin/bash
# The server as people meet it: start to ready, idle memory, 735 seats that join and vote, one
# active person among many idle ones. The server is pinned to one core and the load to the other.
#
# usage: Tests/Benchmarks/workshop.sh [SEATS [JOIN-SECONDS [VOTE-SECONDS]]]
set -euo pipefail
cd "$(dirname "$0")/../.."
seats=${1:-735} joining=${2:-60} voting=${3:-2}

swift build -c release --product atelier >&2
swift build -c release --product WorkshopBench >&2
bin=$(swift build -c release --show-bin-path)
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null; rm -rf "$work"' EXIT
ulimit -n "$(ulimit -Hn)"

# serve: starts the server on core 0 with an empty folder; sets $server, $port, $ready (ms).
serve() {
    local start=$(date +%s%N)
    rm -rf "$work/data"
    taskset -c 0 "$bin/atelier" serve --host 127.0.0.1 --port 0 --data "$work/data" >"$work/out" &
    server=$!
    until port=$(sed -n 's#.*http://localhost:\([0-9]*\)/$#\1#p' "$work/out") && [ -n "$port" ] &&
        curl -sf "http://127.0.0.1:$port/ready" >/dev/null; do :; done
    ready=$((($(date +%s%N) - start) / 1000000))
}

finish() {
    kill "$server"
    wait "$server" 2>/dev/null || true
    server=
}

load() { taskset -c 1 "$bin/WorkshopBench" "$@"; }

for _ in 1 2 3 4 5; do
    serve
    echo "start to ready: $ready ms, idle memory: $(awk '/VmRSS/ {print $2}' "/proc/$server/status") kB"
    finish
done
serve
echo "== $seats seats join within $joining s and vote within $voting s"
load vote "$port" "$server" "$seats" "$joining" "$voting"
finish
for idle in 100 10000 100 10000; do
    serve
    load idle "$port" "$server" "$idle" 2000
    finish
done
