#!/usr/bin/env bash
# Makes docs/themes.png: the cover and a page of the sample in the default theme and in those of docs/themes.md.
# Needs pdftoppm and ImageMagick's montage, and a bundled tool (scripts/bundle.mjs).
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r "$root"/assets/sample/. "$work"
mkdir -p "$work/templates/themes"
cp -rn "$root"/templates/. "$work/templates"
for theme in default plain warm; do
  [ "$theme" = default ] ||
    sed -n "/^# $theme\$/,/^\`\`\`/p" "$root/docs/themes.md" | sed '/^```/d' >"$work/templates/themes/$theme.yaml"
  sed -i '/^theme:/d' "$work/corpus/packs/common.yaml"
  echo "theme: $theme" >>"$work/corpus/packs/common.yaml"
  node "$root/dist/cli/main.js" -C "$work" build alder-water -f pdf -o "out/$theme" -q
  for page in 1 4; do pdftoppm -r 32 -f $page -l $page -singlefile -png "$work/out/$theme/alder-water.pdf" "$work/$theme-$page"; done
done
cd "$work"
montage {default,plain,warm}-1.png {default,plain,warm}-4.png -tile 3x2 -geometry +6+6 -background '#848784' -strip -colors 48 "$root/docs/themes.png"
