"""What macOS is told of the application: its name and version, and the files that it opens."""

from __future__ import annotations

from bundling.identity import (
    AUTHORS,
    IDENTIFIER,
    NAME,
    OLDEST_MACOS,
    PACK_ENDING,
    PACK_IDENTIFIER,
    PACK_TYPE,
    VERSION,
)


def property_list() -> dict[str, object]:
    """The keys of Info.plist beyond those that PyInstaller writes; Apple documents each of them.

    Packs are ours, so we declare their type and own it; Python files may belong to another editor,
    so we are only one that can open them.
    """
    return {
        "CFBundleIdentifier": IDENTIFIER,
        "CFBundleName": NAME,
        "CFBundleDisplayName": NAME,
        "CFBundleShortVersionString": VERSION,
        "CFBundleVersion": VERSION,
        "LSMinimumSystemVersion": OLDEST_MACOS,
        "LSApplicationCategoryType": "public.app-category.education",
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": f"{AUTHORS}. GPL-3.0-or-later",
        "NSRequiresAquaSystemAppearance": False,  # it follows the dark theme
        "CFBundleDocumentTypes": [
            _document("Lesson pack", PACK_IDENTIFIER, "Viewer", "Owner"),
            _document("Python program", "public.python-script", "Editor", "Alternate"),
        ],
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": PACK_IDENTIFIER,
                "UTTypeDescription": "Groundwork lesson pack",
                "UTTypeConformsTo": ["public.data", "public.archive"],
                "UTTypeTagSpecification": {
                    "public.filename-extension": [PACK_ENDING],
                    "public.mime-type": [PACK_TYPE],
                },
            }
        ],
    }


def _document(name: str, kind: str, role: str, rank: str) -> dict[str, object]:
    return {
        "CFBundleTypeName": name,
        "CFBundleTypeRole": role,
        "LSHandlerRank": rank,
        "LSItemContentTypes": [kind],
    }
