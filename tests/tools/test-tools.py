#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Plenary developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The tools that judge the rest: the sum of a test run, and checks of lint on trees that are wrong on purpose."""
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import tap  # noqa: E402

TOOLS = Path(os.environ["PLY_SOURCE_ROOT"]) / "build-aux"


def sum_of(*programs):
    """(last line, exit status) of count-tests for (result, stdout) pairs."""
    with tempfile.NamedTemporaryFile("w", suffix=".json") as log:
        for result, stdout in programs:
            log.write(json.dumps({"name": "one", "result": result, "stdout": stdout}) + "\n")
        log.flush()
        done = subprocess.run([TOOLS / "count-tests", log.name], text=True, capture_output=True, check=False)
    return done.stdout.splitlines()[-1], done.returncode


def test_tools_count_tests():
    good = "TAP version 13\n1..2\nok 1 a\nok 2 b\n"
    for programs, line, status in (
            ([("OK", good)], "2 passed, 0 failed", 0),
            ([("OK", good), ("OK", "1..1\nok 1 c # SKIP no reason\n")], "2 passed, 0 failed", 0),
            ([("FAIL", "1..2\nok 1 a\nnot ok 2 b\n")], "1 passed, 1 failed", 1),
            ([("ERROR", "1..3\nok 1 a\nok 2 b\n")], "2 passed, 1 failed", 1),      # crashed after b
            ([("TIMEOUT", "")], "0 passed, 1 failed", 1),
            ([("OK", "")], "1 passed, 0 failed", 0),                                # not TAP
            ([("OK", "1..1\nok 1 not ok either # comment\n")], "1 passed, 0 failed", 0)):
        assert sum_of(*programs) == (line, status), (programs, sum_of(*programs))


def test_tools_count_no_run():
    done = subprocess.run([TOOLS / "count-tests", "/nowhere"], text=True, capture_output=True, check=False)
    assert (done.stdout.splitlines()[-1], done.returncode) == ("0 passed, 1 failed", 1)


def check(name, files):
    """Whether a check is content with a tree of these files."""
    with tempfile.TemporaryDirectory() as top:
        for path, text in files.items():
            (Path(top) / path).parent.mkdir(parents=True, exist_ok=True)
            (Path(top) / path).write_text(text, encoding="utf-8")
        (Path(top) / "build-aux").symlink_to(TOOLS)
        subprocess.run(["git", "init", "-q"], cwd=top, check=True)
        done = subprocess.run([TOOLS / "checks" / name], cwd=top, text=True, capture_output=True, check=False)
    return done.returncode == 0


def function_of(lines):
    return "static void\nlong_one (void)\n{\n" + "  go ();\n" * lines + "}\n"


def test_tools_checks():
    for name, path, good, bad in (
            ("includes", "src/a/a.c", '#include "a.h"\n', '#include "../b/b.h"\n'),
            ("sizes", "src/a/a.c", function_of(50), function_of(70)),
            ("sizes", "src/a/b.c", "int a;\n" * 600, "int a;\n" * 601),
            ("unfinished", "src/a/a.c", "/* Done. */\n", "/* TO" + "DO: more */\n"),
            ("whitespace", "src/a/a.c", "int a;\n", "int a; \n"),
            ("json", "flatpak/a.json", "{}\n", "{,}\n"),
            ("xml", "data/a.svg", "<svg/>\n", "<svg>\n"),
            ("man", "data/a.1", ".Dd 2026-11-24\n.Dt A 1\n.Os\n.Sh NAME\n.Nm a\n.Nd does a\n", ".Dt\n.Sh\n"),
            ("registry-hosts", "README.md", "Debian\n", "https://py" + "pi.org/\n"),
            ("translations", "po/de.po", po("Seite %d"), po("Seite %s"))):
        assert check(name, {path: good}), f"{name} refuses {good!r}"
        assert not check(name, {path: bad}), f"{name} lets {bad!r} pass"


def po(translation):
    head = 'msgid ""\nmsgstr ""\n"Language: de\\n"\n"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    head += '"Project-Id-Version: plenary\\n"\n"PO-Revision-Date: 2026-11-24 12:00+0000\\n"\n"Last-Translator: A <a@b.c>\\n"\n'
    head += '"Language-Team: German <a@b.c>\\n"\n'
    return head + f'\n#, c-format\nmsgid "Page %d"\nmsgstr "{translation}"\n'


def test_tools_potfiles():
    source = {"src/a.c": 'f (_("Hello"));\n', "src/b.c": "int b_(int);\n"}
    assert check("potfiles", {**source, "po/POTFILES.in": "src/a.c\n"})
    assert not check("potfiles", {**source, "po/POTFILES.in": "# none\n"})
    assert not check("potfiles", {**source, "po/POTFILES.in": "src/a.c\nsrc/c.c\n"})


def test_tools_folder_readme():
    assert check("folder-readme", {"src/a/a.c": "", "src/a/README.md": "A\n"})
    assert not check("folder-readme", {"src/a/a.c": ""})


if __name__ == "__main__":
    tap.main(globals())
