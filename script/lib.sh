# Shared by the scripts in this folder: messages, tools, packages. Meant to be sourced.

say() { printf '\n\033[1m%s\033[0m\n' "$*"; }
fail() { printf 'error: %s\n' "$*" >&2; exit 1; }
[ -t 1 ] && [ -z "${NO_COLOR:-}" ] || say() { printf '\n%s\n' "$*"; }

# A Swift toolchain of at least 6.2 is the one thing that must be there already.
need_swift() {
    command -v swift >/dev/null ||
        fail "no Swift toolchain on the PATH; install Swift 6.2 or later from swift.org, then run this again"
    local version
    version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' | head -1)
    [ "$(printf '6.2\n%s\n' "$version" | sort -V | head -1)" = 6.2 ] ||
        fail "Swift $version is too old; ThetaDesk needs 6.2 or later"
}

# install_debian NAME...: installs the packages that are missing, and only those.
install_debian() {
    command -v dpkg-query >/dev/null ||
        fail "this is not a Debian system; install the equivalents of: $*"
    local missing=() name
    for name in "$@"; do
        dpkg-query -W -f '${Status}' "$name" 2>/dev/null | grep -q 'install ok installed' || missing+=("$name")
    done
    [ ${#missing[@]} -eq 0 ] && return
    say "Installing ${missing[*]}"
    local root=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null ||
            fail "not root and no sudo; as root run: apt-get install ${missing[*]}"
        root=(sudo)
    fi
    "${root[@]}" apt-get update -qq
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null ||
        fail "apt-get could not install ${missing[*]}; its message stands above"
}

# python_environment REQUIREMENT...: .venv with these packages.
python_environment() {
    if ! [ -x .venv/bin/python ]; then
        say "Making a Python environment in .venv"
        python3 -m venv .venv 2>/dev/null || { install_debian python3-venv; python3 -m venv --clear .venv; }
    fi
    .venv/bin/python -m pip install --quiet --disable-pip-version-check "$@"
}

# build_release: the programs, built with optimisation.
build_release() {
    say "Building the programs (a first build takes a few minutes)"
    swift build -c release --product report
    swift build -c release --product backtest
    bin=$(swift build -c release --show-bin-path)
}
