"""What is copied on macOS finds its libraries beside itself, wherever it is moved."""

from __future__ import annotations

from pathlib import Path

from bundling.mac_libraries import changed_names, needed, programs_in

LISTED = """\
/runtime/lib/libtk8.6.dylib:
\t@rpath/libtk8.6.dylib (compatibility version 8.6.0, current version 8.6.14)
\t/System/Library/Frameworks/Cocoa.framework/Versions/A/Cocoa (compatibility version 1.0.0)
\t/opt/a folder/libtcl8.6.dylib (compatibility version 8.6.0, current version 8.6.14)
\t/usr/lib/libSystem.B.dylib (compatibility version 1.0.0, current version 1345.0.0)
"""
LIBRARIES = Path("/runtime/lib")


def test_what_the_system_has_is_not_copied_nor_is_a_library_its_own_need() -> None:
    assert needed(LISTED, "@rpath/libtk8.6.dylib") == ["/opt/a folder/libtcl8.6.dylib"]


def test_a_library_is_looked_for_from_the_folder_of_the_one_that_needs_it() -> None:
    extension = LIBRARIES / "python3.13" / "lib-dynload" / "_ssl.so"
    named = ["/opt/openssl/lib/libssl.3.dylib", "@rpath/libcrypto.3.dylib"]
    assert changed_names(named, extension, LIBRARIES, {"libssl.3.dylib", "libcrypto.3.dylib"}) == [
        "-change",
        "/opt/openssl/lib/libssl.3.dylib",
        "@loader_path/../../libssl.3.dylib",
        "-change",
        "@rpath/libcrypto.3.dylib",
        "@loader_path/../../libcrypto.3.dylib",
    ]


def test_what_an_installed_library_brings_for_itself_is_left_as_it_is() -> None:
    extension = LIBRARIES / "python3.13" / "site-packages" / "one" / "_one.so"
    assert changed_names(["@loader_path/.dylibs/libone.dylib"], extension, LIBRARIES, set()) == []


def test_what_is_right_already_is_not_changed_again() -> None:
    named = ["@loader_path/../lib/libpython3.13.dylib"]
    program = Path("/runtime/bin/python3.13")
    assert changed_names(named, program, LIBRARIES, {"libpython3.13.dylib"}) == []


def test_programs_are_found_from_the_inside_out_and_links_are_no_files(tmp_path: Path) -> None:
    inner = tmp_path / "Frameworks" / "deep" / "inner.so"
    inner.parent.mkdir(parents=True)
    outer = tmp_path / "outer"
    for file in (inner, outer):
        file.write_bytes(b"\xcf\xfa\xed\xfe and more")
    (tmp_path / "script").write_text("#!/bin/sh", encoding="utf-8")
    (tmp_path / "link").symlink_to(outer)
    assert list(programs_in(tmp_path)) == [inner, outer]
