# SPDX-FileCopyrightText: 2026 The Plenary developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plenary's own window: where its parts are, said once for the tests, the gallery and the screenshots."""
import os
import shutil
import subprocess
from pathlib import Path

import tap
from app import App

STAGE = Path(os.environ["PLY_STAGE"])
PLENARY = STAGE / "bin" / "plenary"
CLI = STAGE / "bin" / "plenary-cli"
