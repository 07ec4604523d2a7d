# SPDX-FileCopyrightText: 2026 The Plenary developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""run.py PROGRAM: starts a test program on a display of its own and passes its result on."""
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "ui"))
from desktop import Desktop  # noqa: E402

with Desktop() as desktop:
    status = subprocess.run(sys.argv[1:], env=desktop.program_environment()).returncode
sys.exit(status)
