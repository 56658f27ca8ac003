#!/bin/bash
# Fan-out of one 300-byte message to many WebSockets: the server's CPU per delivery against the
# floor, a C program that only calls send(). Both in one run, alternated; the server is pinned to
# one core and the load to the other. Then one active WebSocket among many idle ones.
#
# usage: Tests/Benchmarks/fanout.sh [SEATS [PER_SECOND [RUNS [SECONDS]]]]
set -euo pipefail
cd "$(dirname "$0")/../.."
seats=${1:-1000} rate=${2:-10} runs=${3:-5} seconds=${4:-5}

swift build -c release -j 2 --product echo-server >&2
swift build -c release -j 2 --product crowd-load >&2
bin=$(swift build -c release --show-bin-path)
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null; rm -rf "$work"' EXIT
cc -O2 -Wall -o "$work/floor" Tests/Benchmarks/floor.c
ulimit -n "$(ulimit -Hn)"

# serve COMMAND...: starts it on core 0; sets $server and $port.
serve() {
    : >"$work/port"
    taskset -c 0 "$@" >"$work/port" &
    server=$!
    until grep -q '^listening on port' "$work/port"; do
        kill -0 "$server"
        sleep 0.05
    done
    port=$(sed 's/.* //' "$work/port")
}

finish() {
    kill "$server"
    wait "$server" 2>/dev/null || true
    server=
}

load() { taskset -c 1 "$bin/crowd-load" "$@"; }
median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

for run in $(seq "$runs"); do
    serve "$work/floor" "$rate"
    load fanout "$port" "$server" "$seats" "$seconds" | tee -a "$work/floor.txt" | sed 's/^/floor  /'
    finish
    serve "$bin/echo-server" --broadcast "$rate"
    load fanout "$port" "$server" "$seats" "$seconds" | tee -a "$work/ours.txt" | sed 's/^/ours   /'
    finish
done
floor=$(median <"$work/floor.txt")
ours=$(median <"$work/ours.txt")
echo "$floor $ours" | awk -v n="$seats" -v r="$rate" \
    '{ printf "%d seats, %d/s: floor %.2f us, ours %.2f us, ratio %.3f\n", n, r, $1, $2, $2 / $1 }'

for idle in 100 10000; do
    serve "$bin/echo-server"
    load idle "$port" "$server" "$idle" 5000 | sed "s/^/1 active among $idle: /"
    finish
done
