"""What Windows shows of a program under Properties, Details, and in its task list."""

from __future__ import annotations

from bundling.identity import AUTHORS, DESCRIPTION, LICENCE, NAME, VERSION, version_numbers

_TEXT = """\
VSVersionInfo(
  ffi=FixedFileInfo(
    filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0x0, OS=0x40004, fileType=0x1,
    subtype=0x0, date=(0, 0)
  ),
  kids=[
    StringFileInfo([StringTable('040904B0', [{strings}])]),
    VarFileInfo([VarStruct('Translation', [0x0409, 0x04B0])])
  ]
)
"""
"""As PyInstaller reads it: a program of the 32- and 64-bit Windows, in English and Unicode."""


def version_resource(program: str) -> str:
    """The text of the resource for the program's file, called `program` without its ending."""
    told = {
        "CompanyName": AUTHORS,
        "FileDescription": NAME,  # Windows shows it as the name of the program
        "FileVersion": VERSION,
        "InternalName": program,
        "LegalCopyright": f"{AUTHORS}. {LICENCE}",
        "OriginalFilename": f"{program}.exe",
        "ProductName": NAME,
        "ProductVersion": VERSION,
        "Comments": DESCRIPTION,
    }
    strings = ", ".join(f"StringStruct({name!r}, {value!r})" for name, value in told.items())
    return _TEXT.format(numbers=version_numbers(), strings=strings)
