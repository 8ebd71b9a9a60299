#!/usr/bin/env bash
# One gate run: a scan, its reports, the summary for people, and the exit code of the scan.
#
#   BACKPROOF      the command; by default the newest published one
#   BACKPROOF_ARGS further arguments of `backproof scan`, separated by white space
#   REPORTS        the folder of the reports
set -uo pipefail
set -f # arguments are words and never patterns

reports=${REPORTS:-backproof-reports}
mkdir -p "$reports" || exit 2

# shellcheck disable=SC2086 # both are lists of words
${BACKPROOF:-npx --yes backproof} scan ${BACKPROOF_ARGS:-} \
  --json "$reports/run.json" \
  --report "sarif=$reports/backproof.sarif" --report-option sarif.profile=github \
  --report "junit=$reports/backproof.xml" \
  --report "html=$reports/backproof.html" \
  --report "markdown=$reports/backproof.md"
code=$?

if [ -n "${GITHUB_STEP_SUMMARY:-}" ] && [ -f "$reports/backproof.md" ]; then
  cat "$reports/backproof.md" >>"$GITHUB_STEP_SUMMARY"
fi
if [ -n "${GITHUB_OUTPUT:-}" ]; then
  echo "exit-code=$code" >>"$GITHUB_OUTPUT"
fi
exit "$code"
