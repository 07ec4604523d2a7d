# SPDX-FileCopyrightText: 2026 The Plenary developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Test functions as TAP: each test_… function of a module is a line, in the order of the file."""
import sys
import traceback


class Skip(Exception):
    """Raised by a test that cannot run here; its words are the reason."""


def run_one(number, name, function):
    """Prints the line of one test; true unless it failed."""
    try:
        function()
    except Skip as reason:
        print(f"ok {number} {name} # SKIP {reason}", flush=True)
    except Exception:  # a test may fail in any way
        sys.stdout.flush()
        traceback.print_exc()
        print(f"not ok {number} {name}", flush=True)
        return False
    else:
        print(f"ok {number} {name}", flush=True)
    return True


def run(tests):
    """Runs (name, function) pairs; the exit status."""
    print("TAP version 13")
    print(f"1..{len(tests)}", flush=True)
    results = [run_one(number, *test) for number, test in enumerate(tests, 1)]
    return 0 if all(results) else 1


def main(module):
    """Runs every test_… function of a module (its globals()), or those whose name holds an argument."""
    tests = [(name.removeprefix("test_").replace("_", "-"), function)
             for name, function in module.items() if name.startswith("test_")]
    wanted = sys.argv[1:]
    sys.exit(run([test for test in tests if not wanted or any(word in test[0] for word in wanted)]))


def skip_all(reason):
    """Ends a program that cannot run here."""
    print(f"1..0 # SKIP {reason}")
    sys.exit(0)
