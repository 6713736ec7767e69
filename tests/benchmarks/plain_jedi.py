"""What Jedi by itself completes; run by the runtime, with the folder of Jedi as its argument.

Each line of standard input is a question as JSON (`path`, `text`, `line`, `column`), each line of
standard output the names in Jedi's own order.
"""

import json
import sys

sys.path.insert(0, sys.argv[1])

import jedi

for line in sys.stdin:
    asked = json.loads(line)
    script = jedi.Script(asked["text"], path=asked["path"])
    try:
        found = [one.name for one in script.complete(asked["line"], asked["column"])]
    except Exception:  # noqa: BLE001 - whatever it stumbles over, it has found nothing
        found = []
    print(json.dumps(found), flush=True)
