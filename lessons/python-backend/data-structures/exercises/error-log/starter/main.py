from pathlib import Path

lines = Path("access.log").read_text(encoding="utf-8").splitlines()
print("lines read:", len(lines))
