#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Plenary developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The layers hold: what a folder may not use does not compile there, and the command line has no GTK."""
import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import tap  # noqa: E402

SOURCE = Path(os.environ["PLY_SOURCE_ROOT"])
BUILD = Path(os.environ["PLY_BUILD_ROOT"])

# Folder: what it may include besides itself.
CORE = ["base", "model", "store", "schedule", "typeset", "products", "interchange"]
MAY_USE = {
    "base": [],
    "model": ["base"],
    "store": ["base", "model"],
    "schedule": ["base", "model"],
    "typeset": ["base"],
    "products": ["base", "model", "typeset"],
    "interchange": ["base", "model"],
    "workspace": CORE,
    "cli": CORE + ["workspace"],
    "ui/timetable/geometry": ["base", "model", "schedule"],
    "ui": CORE + ["workspace", "ui/timetable/geometry"],
}
WITHOUT_GTK = [folder for folder in MAY_USE if folder != "ui"]
GTK_LIBRARIES = ("libgtk-", "libgdk-3", "libadwaita", "libwayland")  # libX11 comes with Debian's Cairo


def compile_command(folder):
    """How meson compiles a file of the folder, without its input and output; None when it has none."""
    entries = json.loads((BUILD / "compile_commands.json").read_text(encoding="utf-8"))
    for entry in entries:
        path = (Path(entry["directory"]) / entry["file"]).resolve()
        if path.parent == SOURCE / "src" / folder and path.suffix == ".c":
            words = shlex.split(entry["command"])
            drop = {words[words.index("-o") + 1], "-o", "-c", entry["file"], "-MD", "-MQ", "-MF"}
            return [word for word in words if word not in drop and not word.endswith((".o", ".d"))], entry["directory"]
    return None


def compiles(command, include):
    """Whether a file with just this include compiles, and what the compiler said."""
    words, directory = command
    done = subprocess.run(words + ["-fsyntax-only", "-Wno-error", "-x", "c", "-"], cwd=directory, check=False,
                          input=f"#include {include}\n", text=True, capture_output=True)
    return done.returncode == 0, done.stderr


def a_header(folder):
    headers = sorted((SOURCE / "src" / folder).glob("*.h"))
    return f'"{headers[0].name}"' if headers else None


def check_folder(folder):
    command = compile_command(folder)
    if command is None:
        raise tap.Skip(f"nothing is compiled in src/{folder}")
    own = a_header(folder)
    if own:
        fine, words = compiles(command, own)
        assert fine, f"{folder} cannot include its own {own}: {words}"
    for other in MAY_USE:
        header = a_header(other)
        if other == folder or other in MAY_USE[folder] or header is None:
            continue
        fine, words = compiles(command, header)
        assert not fine, f"src/{folder} can include {header} of src/{other}"
        assert "No such file" in words, words
    if folder in WITHOUT_GTK:
        assert not compiles(command, "<gtk/gtk.h>")[0], f"src/{folder} can include <gtk/gtk.h>"


def check_command_line():
    program = BUILD / "src" / "cli" / "plenary-cli"
    if not program.exists():
        raise tap.Skip("there is no plenary-cli")
    linked = subprocess.run(["ldd", program], check=True, text=True, capture_output=True).stdout
    assert "libglib-2.0" in linked, linked
    found = [line.strip() for line in linked.splitlines() if line.strip().startswith(GTK_LIBRARIES)]
    assert not found, f"plenary-cli links {found}"


def main():
    tests = [(f"/layers/{folder}", lambda folder=folder: check_folder(folder)) for folder in MAY_USE]
    tests.append(("/layers/command-line-without-gtk", check_command_line))
    return tap.run(tests)


sys.exit(main())
