# SPDX-FileCopyrightText: 2026 The Plenary developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a bench written in Python needs: run a program, report a number, find the data."""
import os
import subprocess
import sys
import time
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent.parent
WORK = TOP / "build" / "bench"
WORK.mkdir(parents=True, exist_ok=True)


def report(label, value, unit, over=None):
    """A line of the table; `over` names the label that it is a ratio of."""
    print(label, value, unit, sep="\t")
    if over:
        print("ratio", label, over, sep="\t")


def skip(reason):
    print("skip", reason, sep="\t")
    sys.exit(0)


def timed(*command, **options):
    """(milliseconds, peak MB) of a program's whole life."""
    start = time.perf_counter()
    process = subprocess.Popen([str(word) for word in command], stdout=subprocess.DEVNULL, **options)
    _pid, status, usage = os.wait4(process.pid, 0)
    took = (time.perf_counter() - start) * 1000
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{command[0]} ended with {process.returncode}")
    return took, usage.ru_maxrss / 1024


def shared(name):
    """A file of the data that lies beside the repository (or beside the one this is a worktree of)."""
    common = subprocess.run(["git", "-c", "safe.directory=*", "rev-parse", "--path-format=absolute", "--git-common-dir"],
                            cwd=TOP, text=True, capture_output=True, check=False).stdout.strip()
    for top in (TOP, Path(common).parent if common else TOP):
        path = top.parent / "shared" / "data" / name
        if path.exists():
            return path
    return skip(f"../shared/data/{name} is not here")


def fosdem():
    """An event file with FOSDEM 2025 (943 events), made once by the built program."""
    source = shared("schedules/fosdem-2025.xml")
    path = WORK / "fosdem.plenary"
    program = TOP / "build" / "stage" / "bin" / "plenary-cli"
    if not program.exists():
        skip("there is no plenary-cli")
    if not path.exists() or path.stat().st_mtime < program.stat().st_mtime:
        path.unlink(missing_ok=True)
        timed(program, "import", path, source, stderr=subprocess.DEVNULL)
    return path
