#!/bin/sh
# Makes sure that the system packages which Groundwork needs from source are there.
#
#   system-packages.sh run         what building and running needs
#   system-packages.sh test        the above and what tests, pictures and benchmarks need
#   system-packages.sh bundle      what building needs and what the bundle is made and tried with
#
# On Debian and Ubuntu what is missing is installed, through sudo where the caller is not root.
# Elsewhere, where a needed library or tool is missing, the list for that system is printed.
# The lists are read by their names.
# shellcheck disable=SC2034,SC2154
set -eu

purpose=${1:?usage: system-packages.sh run|test|bundle}

debian_run="python3-venv g++ cmake make libqscintilla2-qt6-dev qt6-base-dev libegl1 libgl1 libdbus-1-3
  libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1
  libxcb-render-util0 libxcb-shape0 libxcb-xinerama0 fontconfig fonts-dejavu-core"
debian_test="xvfb xauth xdotool"
debian_bundle="libwayland-client0 libwayland-cursor0 libwayland-egl1 binutils icu-devtools dpkg-dev fakeroot xz-utils debootstrap xvfb xauth xdotool"
fedora_run="python3 gcc-c++ cmake make qscintilla-qt6-devel qt6-qtbase-devel mesa-libEGL mesa-libGL
  libxkbcommon-x11 xcb-util-cursor xcb-util-wm xcb-util-image xcb-util-keysyms
  xcb-util-renderutil fontconfig dejavu-sans-mono-fonts"
fedora_test="xorg-x11-server-Xvfb xorg-x11-xauth xdotool"
fedora_bundle="binutils icu $fedora_test"
arch_run="python gcc cmake make qscintilla-qt6 qt6-base libxkbcommon-x11 xcb-util-cursor xcb-util-wm
  xcb-util-image xcb-util-keysyms xcb-util-renderutil fontconfig ttf-dejavu"
arch_test="xorg-server-xvfb xorg-xauth xdotool"
arch_bundle="binutils icu $arch_test"
suse_run="python311 gcc-c++ cmake make libqscintilla_qt6-devel qt6-base-devel Mesa-libEGL1
  Mesa-libGL1 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1
  libxcb-render-util0 fontconfig dejavu-fonts"
suse_test="xorg-x11-server-Xvfb xauth xdotool"
suse_bundle="binutils icu $suse_test"

wanted() {
  eval "packages=\$$1_run"
  [ "$purpose" = run ] || eval "packages=\"\$packages \$$1_$purpose\""
  echo $packages
}

install_on_debian() {
  missing=""
  for package in $(wanted debian); do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' ||
      missing="$missing $package"
  done
  [ -n "$missing" ] || return 0
  echo "Installing system packages:$missing"
  if [ "$(id -u)" = 0 ]; then as_root=""; else as_root="sudo"; fi
  if [ -n "$as_root" ] && ! command -v sudo >/dev/null; then
    echo "These packages are missing and neither root nor sudo is at hand. As root, run:" >&2
    echo "  apt-get install$missing" >&2
    exit 1
  fi
  $as_root apt-get update -qq
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
}

tell() {
  [ "$(uname)" = Linux ] || { tell_other_systems; return 0; }
  for tool in c++ cmake; do
    command -v "$tool" >/dev/null || lacking=yes
  done
  [ "$purpose" = run ] || command -v Xvfb >/dev/null || lacking=yes
  ldconfig -p 2>/dev/null | grep -q libqscintilla2_qt6 || lacking=yes
  [ "${lacking:-no}" = yes ] || return 0
  echo "Some system packages are missing. Install them, then run make again:" >&2
  if command -v dnf >/dev/null; then echo "  sudo dnf install $(wanted fedora)" >&2
  elif command -v pacman >/dev/null; then echo "  sudo pacman -S --needed $(wanted arch)" >&2
  elif command -v zypper >/dev/null; then echo "  sudo zypper install $(wanted suse)" >&2
  else echo "  the equivalents of these Debian packages: $(wanted debian)" >&2
  fi
  exit 1
}

tell_other_systems() {
  command -v cmake >/dev/null && command -v c++ >/dev/null && [ -n "${CMAKE_ARGS:-}" ] && return 0
  echo "A C++ compiler, CMake, the headers of Qt 6 and the source of QScintilla are needed, and" >&2
  echo "CMAKE_ARGS has to say where they are: see packaging/macos/README.md, then run make again." >&2
  exit 1
}

if command -v apt-get >/dev/null; then install_on_debian; else tell; fi
