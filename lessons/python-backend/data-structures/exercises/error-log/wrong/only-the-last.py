from pathlib import Path

lines = Path("access.log").read_text(encoding="utf-8").splitlines()

for line in lines:
    if " 500 " in line:
        with Path("errors.log").open("w", encoding="utf-8") as log:
            log.write(line + "\n")
