#!/usr/bin/env bash
# One gate run: a scan, its reports, the summary for people, and the exit code of the scan.
#
#   BACKPROOF      the command; by default the newest published one
#   BACKPROOF_ARGS further arguments of `backproof scan`, separated by white space
#   REPORTS        the folder of the reports
#
# Ends with 2 if the command cannot be installed or started, which npm reports as 1, and with 3 if it ends without a
# verdict, such as for lack of memory.
set -uo pipefail
set -f # arguments are words and never patterns

reports=${REPORTS:-backproof-reports}
sarif="$reports/backproof.sarif"
run="$reports/run.json"
mkdir -p "$reports" || exit 2
# Reports of an earlier run are not those of this one.
rm -f "$run" "$sarif" "$reports/backproof.xml" "$reports/backproof.html" "$reports/backproof.md" || exit 2

# shellcheck disable=SC2086 # both are lists of words
${BACKPROOF:-npx --yes backproof} scan ${BACKPROOF_ARGS:-} \
  --json "$run" \
  --report "sarif=$sarif" --report-option sarif.profile=github \
  --report "junit=$reports/backproof.xml" \
  --report "html=$reports/backproof.html" \
  --report "markdown=$reports/backproof.md"
code=$?

case $code in
  0 | 1)
    if [ ! -f "$run" ]; then
      echo "backproof: the command ended with $code and wrote no run: it could not be installed or started." >&2
      code=2
    fi
    ;;
  2 | 3 | 130) ;;
  126 | 127)
    echo "backproof: the command cannot be run: ${BACKPROOF:-npx --yes backproof}" >&2
    code=2
    ;;
  *)
    echo "backproof: the command ended with $code and reached no verdict." >&2
    code=3
    ;;
esac

if [ -n "${GITHUB_STEP_SUMMARY:-}" ] && [ -f "$reports/backproof.md" ]; then
  cat "$reports/backproof.md" >>"$GITHUB_STEP_SUMMARY"
fi
if [ -n "${GITHUB_OUTPUT:-}" ]; then
  echo "exit-code=$code" >>"$GITHUB_OUTPUT"
  if [ -f "$sarif" ]; then echo "sarif=$sarif" >>"$GITHUB_OUTPUT"; fi
fi
exit "$code"
