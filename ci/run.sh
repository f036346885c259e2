#!/usr/bin/env bash
# Checks and builds a project in CI, with annotations and a summary as GitHub or GitLab show them.
#   ci/run.sh github|gitlab PROJECT [OPTIONS OF BUILD...]
# BRIEFPACK is the command, STRICT=true lets warnings fail. Ends with the worse of the two exit codes.
set -uo pipefail
host=$1 project=$2
shift 2
read -ra tool <<<"${BRIEFPACK:-briefpack}"
strict=()
[ "${STRICT:-false}" = true ] && strict=(--strict)
run() { "${tool[@]}" -C "$project" --color never "$@"; }

checked=0
if [ "$host" = gitlab ]; then
  run check "${strict[@]}" --output-format gitlab >gl-code-quality-report.json || checked=$?
else
  run check "${strict[@]}" --output-format github || checked=$?
fi
built=0
paths=$(run build -q "${strict[@]}" "$@") || built=$?
printf '%s\n' "$paths"

{
  if [ "$built" = 0 ]; then echo '## Packs built'; else echo '## No pack, or not every pack, was built'; fi
  echo
  while read -r path; do
    [ -n "$path" ] && echo "- \`$path\` ($(($(wc -c <"$project/$path") / 1024)) kB)"
  done <<<"$paths"
  echo
  echo '<details><summary>What the check found</summary>'
  echo
  echo '```'
  run check "${strict[@]}" 2>&1
  echo '```'
  echo
  echo '</details>'
} >>"${GITHUB_STEP_SUMMARY:-briefpack-summary.md}"

exit $((checked > built ? checked : built))
