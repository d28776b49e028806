# The steps of .ci/run, one function each. Sourced, not run.

started=$SECONDS

# step NAME COMMAND...: run it, say what it took; a failure ends the run.
step() {
  local name=$1 begun=$SECONDS code=0
  shift
  echo "== $name"
  set +e  # bash forgets errexit in a command whose failure is caught by || or if
  (set -e; "$@")
  code=$?
  set -e
  if [ "$code" -ne 0 ]; then
    echo "== FAILED ($code) after $((SECONDS - begun)) s: $name" >&2
    exit "$code"
  fi
  echo "== done in $((SECONDS - begun)) s: $name"
}

# poppler (pictures of pages), LibreOffice (opens the DOCX), Java with JAXB (veraPDF), Chromium (opens the evidence page), systemd-analyze
# (reads the units of the weekly job), gettext (reads and merges PO files); only what is missing, and only as root.
install_programs() {
  local wanted=()
  command -v pdftoppm >/dev/null || wanted+=(poppler-utils)
  command -v soffice >/dev/null || wanted+=(libreoffice-writer-nogui fonts-liberation2 fonts-dejavu-core)
  command -v java >/dev/null || wanted+=(default-jre-headless)
  [ -e /usr/share/java/jaxb-runtime.jar ] || wanted+=(libjaxb-java)
  command -v chromium >/dev/null || wanted+=(chromium)
  command -v chromedriver >/dev/null || wanted+=(chromium-driver)
  command -v systemd-analyze >/dev/null || wanted+=(systemd)
  command -v msgmerge >/dev/null || wanted+=(gettext)
  if [ ${#wanted[@]} -eq 0 ]; then
    echo "all there"
  elif [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    echo "missing, and not ours to install: ${wanted[*]}"
  else
    echo "installing: ${wanted[*]}"
    quietly apt-get update -qq && quietly apt-get install -y -qq --no-install-recommends "${wanted[@]}"
  fi
}

# quietly COMMAND...: its output is shown only when it fails.
quietly() {
  local log code=0
  log=$(mktemp)
  "$@" >"$log" 2>&1 || code=$?
  [ "$code" -eq 0 ] || tail -50 "$log" >&2
  rm -f "$log"
  return "$code"
}

# checkout DIR: the tracked files as they are here, as a clone would have them.
checkout() {
  mkdir -p "$1"
  tracked | tar --null --files-from=- --create | tar --extract --directory="$1"
}

# Names of the tracked files, each ended by NUL; of all files where this is no git checkout.
tracked() {
  git -c safe.directory='*' ls-files -z 2>/dev/null || find . -name '.?*' -prune -o -path './out/*' -prune -o -type f -print0
}

# readme_line N: the Nth set-up line of README.md, so that what is tested is what is written there.
readme_line() {
  grep '^python3 -m venv ' README.md | sed -n "$1p"
}

first_line() {
  checkout "$1"
  echo "$(readme_line 1)"
  (cd "$1" && bash -c "$(readme_line 1)")
}

six_files() {
  local folder name
  folder=$(echo "$1"/out/2026-02-27-*/)
  for name in brief.ru.docx brief.ru.pdf brief.en.docx brief.en.pdf brief.json evidence.html manifest.json; do
    [ -s "$folder/$name" ] || { echo "no $name in $folder" >&2; return 1; }
  done
  (cd "$folder" && wc -c -- *)
}

# The wheel of the first line without the templates that lie beside the checkout: only those inside it are left.
wheel_alone() {
  mv "$1/templates" "$1/templates.away"
  (mkdir -p "$1/elsewhere" && cd "$1/elsewhere" && "$1/.venv/bin/briefgen" build "$1/seeds" -o "$1/elsewhere/out" >/dev/null)
  mv "$1/templates.away" "$1/templates"
  same_briefs "$1/out" "$1/elsewhere/out"
  "$1/.venv/bin/briefgen" doctor
}

# same_briefs DIR DIR: what a reader gets is the same bytes; the manifests differ in nothing but what the run was given.
same_briefs() {
  local one
  for one in "$1"/*/brief.*; do
    cmp "$one" "$2/$(basename "$(dirname "$one")")/$(basename "$one")"
  done
}

licences() {
  python3 .ci/third_party.py --check --site "$(echo "$1"/.venv/lib/python3*/site-packages)"
}

# Each newer Python of this machine: a wheel in a fresh venv builds the article.
other_pythons() {
  local python version
  for python in $(newer_pythons); do
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    "$python" -m venv "$1/$version"
    quietly "$1/$version/bin/pip" install .
    "$1/$version/bin/briefgen" build seeds/ -o "$1/out-$version" >/dev/null
    echo "Python $version builds the article"
  done
}

# Paths of Pythons above the default one, on the path or under pyenv; a shim that leads nowhere is left out.
newer_pythons() {
  local version path
  for version in 3.12 3.13 3.14 3.15; do
    for path in "$(command -v "python$version" || true)" "${PYENV_ROOT:-$HOME/.pyenv}"/versions/"$version".*/bin/python; do
      if [ -x "$path" ] && "$path" -c 'import venv, ensurepip' 2>/dev/null; then
        echo "$path"
        break
      fi
    done
  done
}

# pytest's own exit code counts; 5 (no test was found) is a failure like any other.
second_line() {
  checkout "$1"
  echo "$(readme_line 2)"
  (cd "$1" && bash -c "$(readme_line 2)") | tee "$1/pytest.log"
}

editable_elsewhere() {
  (mkdir -p "$1/elsewhere" && cd "$1/elsewhere" && "$1/.venv/bin/briefgen" build "$1/seeds" -o "$1/elsewhere/out" >/dev/null)
  six_files "$1/elsewhere"
}

# With the tools of the conformance extra and the packages of the translators, so that nothing marked so, or reference, is passed over.
finished_files() {
  python3 -m venv "$1"
  quietly "$1/bin/pip" install -e '.[test,conformance,plugins,dev]'
  "$1/bin/pytest" -m "conformance or plugins or reference or endurance"
}

# A short round of each, without peers: a benchmark that is broken or a count that has risen fails, a time never does.
benchmarks_run() {
  "$1/bin/python" -m benchmarks --short
}

# The closing line of the tests once more, where a reader of a long log looks first.
summary() {
  grep -E '^(=+ )?[0-9]+ (passed|failed)' "$1/pytest.log" | tail -1
  echo "== all steps passed in $((SECONDS - started)) s"
}
