"""Programs as a learner writes them, run as the command line runs them."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

from groundwork import paths
from groundwork.messages import Start
from groundwork.running.batch import BatchResult, run_program
from groundwork.running.command import child_environment, runtime_python


@dataclass(frozen=True)
class Bench:
    """A folder with programs in it."""

    folder: Path

    def write(self, source: str, name: str = "main.py") -> Path:
        file = self.folder / name
        file.write_text(dedent(source), encoding="utf-8")
        return file

    def run(
        self,
        source: str,
        *arguments: str,
        typed_input: str = "",
        time_limit: float = 60,
        memory_limit: int = 0,
    ) -> BatchResult:
        program = self.write(source)
        start = Start(str(program), str(self.folder), arguments, memory_limit=memory_limit)
        return run_program(start, typed_input=typed_input, time_limit=time_limit)

    def run_plainly(self, source: str, *arguments: str) -> tuple[int, str, str]:
        """What the runtime makes of the program without anything of ours."""
        program = self.write(source)
        python = runtime_python(paths.runtime_folder())
        ended = subprocess.run(
            [str(python), str(program), *arguments],
            cwd=self.folder,
            env=child_environment({"PATH": "/usr/bin:/bin"}, paths.runtime_folder(), "plain"),
            input="",
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
        return ended.returncode, ended.stdout, ended.stderr
