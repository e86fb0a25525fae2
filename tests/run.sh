#!/usr/bin/env bash
# Builds, checks the formatting, runs every test, and ends with one line: N passed, N failed, N skipped.
# Installs what the tests need (PostgreSQL, chromium, a Khmer font) from the system's packages when missing and permitted;
# otherwise those tests are skipped by name. With CI=true a missing one fails the run.
set -euo pipefail
cd "$(dirname "$0")/.."

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en
ci=${CI:-false}

say() { printf '\n== %s\n' "$*"; }

command -v dotnet >/dev/null || { echo "The .NET 10 SDK is needed: https://dotnet.microsoft.com/download" >&2; exit 1; }

postgres_here() { compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || command -v initdb >/dev/null; }
chromium_here() { [ -x /usr/bin/chromium ]; }

need=()
postgres_here || need+=(postgresql)
chromium_here || need+=(chromium fonts-noto-core fonts-khmeros)
if [ ${#need[@]} -gt 0 ]; then
  say "Installing ${need[*]}"
  as_root=""
  [ "$(id -u)" = 0 ] || as_root="sudo -n"
  if command -v apt-get >/dev/null && $as_root true 2>/dev/null; then
    export DEBIAN_FRONTEND=noninteractive
    { $as_root apt-get update -qq && $as_root apt-get install -y -qq --no-install-recommends "${need[@]}"; } >/dev/null || echo "The packages could not be installed." >&2
  else
    echo "Not permitted here; by hand: apt-get install ${need[*]}" >&2
  fi
fi
for part in postgres chromium; do
  "${part}_here" && continue
  [ "$ci" = true ] && { echo "$part is missing and could not be installed." >&2; exit 1; }
  echo "Without $part: its tests are skipped by name."
done

say "Build"
dotnet restore InfoMonitor.sln -v q
dotnet build InfoMonitor.sln -c Release --no-restore -v q -warnaserror

say "Formatting"
# What a build does not hold: style and analyzers are its errors.
dotnet format whitespace InfoMonitor.sln --verify-no-changes --no-restore
dotnet format style InfoMonitor.sln --diagnostics IMPORTS --severity warn --verify-no-changes --no-restore   # the order of usings

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
status=0
crashed=()
# A test host that crashes leaves no trx file, or one that counts only what ran until then: the assembly itself has failed.
ended() { [ -f "$1" ] && ! grep -qE '<ResultSummary outcome="Aborted"|run was aborted' "$1" && { [ "$2" = 0 ] || grep -q '<ResultSummary outcome="Failed"' "$1"; }; }
for project in tests/*.Tests tests/*.Conformance; do
  name=${project#tests/} code=0
  say "$name"
  dotnet test "$project" -c Release --no-build --logger "trx;LogFileName=$name.trx" --results-directory "$results" || code=$?
  [ "$code" = 0 ] || status=1
  ended "$results/$name.trx" "$code" || crashed+=("$name")
done

# The counters of a trx file know no skipped tests: they are what was found but not executed.
shopt -s nullglob
total=0 passed=0 executed=0
for trx in "$results"/*.trx; do
  counters=$(grep -o '<Counters [^>]*' "$trx")
  count() { sed -E "s/.* $1=\"([0-9]+)\".*/\1/" <<<"$counters"; }
  total=$((total + $(count total))) executed=$((executed + $(count executed))) passed=$((passed + $(count passed)))
done
failed=$((executed - passed + ${#crashed[@]})) skipped=$((total - executed))
if [ "$skipped" -gt 0 ]; then
  say "Skipped, and why"
  # One result a line; the reason stands in its output.
  cat "$results"/*.trx | tr '\n' ' ' | sed 's/<UnitTestResult /\n<UnitTestResult /g' | grep 'outcome="NotExecuted"' |
    sed -E 's/.*testName="([^"]*)".*(<StdOut>|<Message>)([^<]*)<.*/\1: \3/' | sort -u
fi
for name in "${crashed[@]}"; do say "$name did not run to its end: counted as one failed, on top of its tests"; done
echo
echo "$passed passed, $failed failed, $skipped skipped"
[ "$total" -gt 0 ] && [ "$failed" = 0 ] || status=1
exit $status
