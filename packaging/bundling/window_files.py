"""Which of the files that PyInstaller gathers belong into the bundle: all of Qt is thrice the size.

Names are destinations in the bundle, as PyInstaller writes them, with forward slashes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import packages_distributions

from bundling.system import HERE, System

Entry = tuple[str, str, str]
"""Destination, source and kind of a file, as in PyInstaller's lists."""

OF_THE_WINDOW = (
    "PySide6_Essentials", "shiboken6", "markdown-it-py", "mdurl", "platformdirs", "psutil",
    "Pygments", "PyYAML", "pyinstaller",
)  # fmt: skip
"""What is frozen into the window, and PyInstaller, whose loader starts it."""

_PLUGINS = {
    "platforms": r"(lib)?q(xcb|wayland.*|offscreen|minimal|windows|cocoa)",
    "imageformats": r"(lib)?q(svg|jpeg|ico|gif|icns)",
    "iconengines": r"(lib)?qsvgicon",
    "platformthemes": r"(lib)?qxdgdesktopportal",
    "platforminputcontexts": r"(lib)?(compose|ibus)platforminputcontextplugin",
    "xcbglintegrations": r"(lib)?qxcb-(glx|egl)-integration",
    "styles": r"(lib)?q(windowsvista|modernwindows|mac)style",
    "accessible": r".*",
    "wayland-decoration-client": r".*",
    "wayland-graphics-integration-client": r".*",
    "wayland-shell-integration": r".*",
}
"""The plugins that are kept, by their folder. The theme of GTK alone would bring in 18 MB."""

_PLUGIN = re.compile(r"(?:.*/)?plugins/(?P<folder>[^/]+)/(?P<name>[^/.]+)[^/]*")
_QT_MODULES = (
    "Core", "Gui", "Widgets", "PrintSupport", "Svg", "DBus", "OpenGL", "XcbQpa", "Test",
    "WaylandClient", "WaylandEglClientHwIntegration", "WlShellIntegration",
)  # fmt: skip
_QT_LIBRARY = re.compile(
    r"(?:.*/)?(?:lib)?Qt6?(?P<module>[A-Z]\w*?)(?:\.so.*|\.dll|\.abi3.*|\.pyd)?"
)
_FRAMEWORK = re.compile(r"(?:.*/)?Qt(?P<module>[A-Z]\w*)\.framework/.*")
_NEVER = re.compile(
    r"(?:.*/)?(translations/.*|qml/.*|resources/qtwebengine.*|opengl32sw\.dll|d3dcompiler.*)"
    r"|(?:.*/)?PySide6/(?:glue|include|typesystems|scripts|doc|support)/.*"
    r"|(?:.*/)?pygments/(?:lexers|styles)/.*"
    r"|(?:.*/)?[^/]+\.dist-info/(?!METADATA$).*"  # among it, which folder it was installed from
)
_ICU = re.compile(r"(?:.*/)?libicu\w+\.so.*")


def kept(entries: Iterable[Entry]) -> list[Entry]:
    """The entries that belong into the bundle."""
    return [entry for entry in entries if is_kept(entry[0], entry[1])]


def is_kept(name: str, source: str) -> bool:
    """Whether a file belongs into the bundle.

    QScintilla is linked to Qt, and PyInstaller would bring the system's: only PySide6's own may be
    there, which the library finds by name because it is loaded already.
    """
    name, source = name.replace("\\", "/"), source.replace("\\", "/")
    if _NEVER.fullmatch(name):
        return False
    framework = _FRAMEWORK.fullmatch(name)
    if framework:  # on macOS; with its links and its description, or its signature is not valid
        return framework["module"] in _QT_MODULES and name.startswith("PySide6/")
    plugin = _PLUGIN.fullmatch(name)
    if plugin:
        return bool(re.fullmatch(_PLUGINS.get(plugin["folder"], "(?!)"), plugin["name"]))
    library = _QT_LIBRARY.fullmatch(name)
    if library:
        return library["module"] in _QT_MODULES and "PySide6" in source
    return not (_ICU.fullmatch(name) and "PySide6" not in source)


REQUIRED: Mapping[System, Sequence[str]] = {
    System.LINUX: (
        "libxcb-cursor.so.0", "libxcb-icccm.so.4", "libxcb-image.so.0", "libxcb-keysyms.so.1",
        "libxcb-render-util.so.0", "libxcb-shape.so.0", "libxkbcommon-x11.so.0",
        "libxkbcommon.so.0", "libqscintilla2_qt6.so.15", "libqxcb.so", "_bridge.so",
    ),
    System.WINDOWS: ("qwindows.dll", "Qt6PrintSupport.dll", "_bridge.dll"),
    System.MACOS: ("libqcocoa.dylib", "QtPrintSupport", "_bridge.so"),
}  # fmt: skip
"""What must be in the bundle, or the window does not start on a machine that lacks it."""


def strangers(installed: Mapping[str, Iterable[str]] | None = None) -> list[str]:
    """The installed modules that are no part of the window, whatever else tries to import them.

    So it makes no difference to the bundle what else is in the environment that makes it.
    `installed` are modules with the distributions that they come from; those of this Python.
    """
    ours = {"groundwork", *OF_THE_WINDOW}
    owners = packages_distributions() if installed is None else installed
    return sorted(module for module, names in owners.items() if ours.isdisjoint(names))


def missing(names: Iterable[str], system: System = HERE) -> list[str]:
    """What of the required libraries is not among the names."""
    there = {re.split(r"[\\/]", name)[-1] for name in names}
    return [name for name in REQUIRED[system] if name not in there]
