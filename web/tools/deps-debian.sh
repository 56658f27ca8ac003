#!/bin/sh
# Fills web/node_modules from Debian packages, where the npm registry is out of reach.
# Elsewhere: `npm install` does the same from package.json.
#
# Uses a private apt state in a temporary folder: the system's sources, lists and packages stay
# untouched. The mirror is the one this machine is configured with; its own keyring verifies it.
# Suites move: SUITE names the one to try first, the next one is tried when it fails.
set -eu
cd "$(dirname "$0")/.."

PREACT=10 TYPESCRIPT=6 ESBUILD=0.28

has() { # package, version prefix
    [ -f "node_modules/$1/package.json" ] &&
        grep -q "\"version\": *\"$2\." "node_modules/$1/package.json"
}
if has preact $PREACT && has typescript $TYPESCRIPT && has esbuild $ESBUILD; then
    echo "deps-debian: node_modules is up to date"
    exit 0
fi

STATE=$(mktemp -d)
trap 'rm -rf "$STATE"' EXIT INT TERM
chmod 755 "$STATE"

MIRROR=$(apt-get indextargets --format '$(REPO_URI) $(CODENAME)' 2>/dev/null |
    grep -v -e security -e updates -e backports | awk '{print $1}' | sort -u | head -n 1)
if [ -z "$MIRROR" ]; then
    # No lists yet (fresh machine): read the first Debian source as it is written down.
    MIRROR=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list \
        /etc/apt/sources.list.d/*.sources 2>/dev/null |
        sed -n -e 's/^deb  *\(\[[^]]*\] *\)\{0,1\}\([^ ]*\).*/\2/p' -e 's/^URIs: *\([^ ]*\).*/\1/p' |
        grep debian | grep -v security | head -n 1)
fi
[ -n "$MIRROR" ] || { echo "deps-debian: this machine has no apt mirror; use npm install" >&2; exit 1; }

fetch() { # suite
    rm -rf "$STATE/apt" && mkdir -p "$STATE/apt/lists/partial" "$STATE/apt/archives/partial" "$STATE/debs"
    : > "$STATE/apt/status"
    KEYRING=$(ls /usr/share/keyrings/debian-archive-keyring.* | head -n 1)
    echo "deb [signed-by=$KEYRING] $MIRROR $1 main" > "$STATE/apt/sources.list"
    set -- -o Dir::Etc::SourceList="$STATE/apt/sources.list" -o Dir::Etc::SourceParts=/dev/null \
        -o Dir::Etc::Preferences=/dev/null -o Dir::Etc::PreferencesParts=/dev/null \
        -o Dir::State="$STATE/apt" -o Dir::State::Lists="$STATE/apt/lists" \
        -o Dir::State::Status="$STATE/apt/status" -o Dir::Cache="$STATE/apt" \
        -o Acquire::Languages=none -o APT::Sandbox::User=root
    apt-get -qq "$@" update && (cd "$STATE/debs" && rm -f ./*.deb &&
        apt-get -qq "$@" download node-preact node-typescript esbuild)
}
for suite in ${SUITE:-forky} sid; do
    if fetch "$suite"; then
        found=$suite
        break
    fi
    echo "deps-debian: suite $suite did not work, trying the next" >&2
done
[ -n "${found:-}" ] || { echo "deps-debian: no suite has the packages" >&2; exit 1; }

for deb in "$STATE"/debs/*.deb; do
    dpkg-deb -x "$deb" "$STATE/tree"
done
# Copied, not linked: the compilers follow a link and then lose the bare import.
rm -rf node_modules/preact node_modules/typescript node_modules/esbuild
mkdir -p node_modules/esbuild/bin
cp -RL "$STATE/tree/usr/share/nodejs/preact" node_modules/preact
cp -RL "$STATE/tree/usr/share/nodejs/typescript" node_modules/typescript
cp "$STATE/tree/usr/bin/esbuild" node_modules/esbuild/bin/esbuild
version=$(node_modules/esbuild/bin/esbuild --version)
printf '{ "name": "esbuild", "version": "%s", "bin": { "esbuild": "bin/esbuild" } }\n' \
    "$version" > node_modules/esbuild/package.json
{
    echo "suite $found"
    for deb in "$STATE"/debs/*.deb; do dpkg-deb -W "$deb"; done
} > node_modules/.debian-versions
cat node_modules/.debian-versions

has preact $PREACT && has typescript $TYPESCRIPT && has esbuild $ESBUILD || {
    echo "deps-debian: the suite has other major versions than package.json asks for" >&2
    exit 1
}
