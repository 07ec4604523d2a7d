# SPDX-FileCopyrightText: 2026 The Plenary developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A folder with plenary-cli in it."""
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import tap  # noqa: E402, F401

PROGRAM = Path(os.environ["PLY_BUILD_ROOT"]) / "src" / "cli" / "plenary-cli"
FIXTURES = Path(os.environ["PLY_FIXTURES"]) / "schedules"
REAL = sorted((FIXTURES / "real").glob("*.xml"))
DONE, CONFLICTS, USAGE, INPUT, OUTPUT = range(5)


class Result:
    def __init__(self, process):
        self.code = process.returncode
        self.out = process.stdout.decode()
        self.err = process.stderr.decode()

    def __repr__(self):
        return f"exit {self.code}\n{self.out[:2000]}\n{self.err[:2000]}"


class Folder:
    """The working folder of one test."""

    def __init__(self):
        self.holder = tempfile.TemporaryDirectory(prefix="plenary-cli-")
        self.path = Path(self.holder.name) / "work"
        self.state = Path(self.holder.name) / "state"
        self.path.mkdir()

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.holder.cleanup()

    def __truediv__(self, name):
        return self.path / name

    def contents(self):
        return {str(file.relative_to(self.path)): file.read_bytes() for file in self.path.rglob("*") if file.is_file()}

    def run(self, *args, **variables):
        environment = dict(os.environ, XDG_STATE_HOME=str(self.state), HOME=self.holder.name, LC_ALL="C.UTF-8", LANGUAGE="")
        environment.update(variables)
        process = subprocess.run([PROGRAM, *map(str, args)], cwd=self.path, env=environment, capture_output=True, timeout=120)
        return Result(process)

    def done(self, *args):
        result = self.run(*args)
        assert result.code == DONE, result
        return result

    def fails(self, code, *args, says=()):
        """Runs a command that must fail, say why, and leave every file as it was."""
        before = self.contents()
        result = self.run(*args)
        assert result.code == code, result
        assert result.out == "", result
        for word in [says] if isinstance(says, str) else says:
            assert word in result.err, f"“{word}” is not in: {result}"
        assert self.contents() == before, f"files changed: {set(self.contents()) ^ set(before)} {result}"
        assert not self.unsaved(), f"a working copy was left behind: {self.unsaved()} {result}"
        return result

    def unsaved(self):
        return [file for file in self.state.rglob("*.plenary*")]

    def info(self, name):
        return json.loads(self.done("info", name, "--json").out)
