"""What is installed into the runtime says nothing of the machine that it was built on."""

from __future__ import annotations

from pathlib import Path

from bundling.runtime import forget_what_is_gone


def test_lists_of_installed_files_name_only_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "shop-1.0.dist-info").mkdir()
    record = tmp_path / "shop-1.0.dist-info" / "RECORD"
    (tmp_path / "shop, really.py").touch()
    kept = '"shop, really.py",sha256=aa,0\nshop-1.0.dist-info/RECORD,,\n'
    record.write_text(f"../../bin/shop,sha256=cc,229\n{kept}shop/gone.pyx,sha256=dd,3\n", "utf-8")

    forget_what_is_gone(tmp_path)

    assert record.read_text("utf-8") == kept
