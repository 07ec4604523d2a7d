#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Plenary developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every text of the program is translated, for good, with the placeholders it needs."""
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import tap  # noqa: E402

PO = Path(os.environ["PLY_SOURCE_ROOT"]) / "po"
LANGUAGES = (PO / "LINGUAS").read_text(encoding="utf-8").split()
# As in po/meson.build and the preset "glib" of meson.
KEYWORDS = ["_", "N_", "C_:1c,2", "NC_:1c,2", "g_dcgettext:2", "g_dngettext:2,3", "g_dpgettext2:2c,3", "ngettext:1,2",
            "ply_word:2c,3", "ply_word_n:2c,3,4"]
PLURALS = {"de": 2, "kk": 1, "ru": 3}
PLACEHOLDER = re.compile(r"%(?:\d+\$)?[-+ #0']*\d*(?:\.\d+)?(?:hh|h|ll|l|z|j|t)?[diouxXeEfgGcsp]")


def run(*command, **options):
    return subprocess.run([str(word) for word in command], check=True, text=True, capture_output=True, **options).stdout


def unquote(lines):
    return "".join(line[1:-1] for line in lines).replace(r"\n", "\n").replace(r"\"", '"').replace(r"\\", "\\")


def entries(text):
    """(context, id, plural id or None, translations, flags) of every message of a PO file, without its header."""
    for block in re.split(r"\n\n+", text.strip()):
        flags = [flag.strip() for line in re.findall(r"^#,(.*)$", block, re.M) for flag in line.split(",")]
        parts, current = {}, None
        for line in block.splitlines():
            if line.startswith("#"):
                continue
            keyword, _, rest = line.partition(" ") if not line.startswith('"') else (current, "", line)
            current = keyword
            parts.setdefault(keyword, []).append(rest)
        parts = {key: unquote(lines) for key, lines in parts.items()}
        if parts.get("msgid"):
            translations = [value for key, value in sorted(parts.items()) if key.startswith("msgstr")]
            yield parts.get("msgctxt"), parts["msgid"], parts.get("msgid_plural"), translations, flags


def catalogue(language):
    return list(entries((PO / f"{language}.po").read_text(encoding="utf-8")))


def template():
    """What xgettext finds in the program now."""
    if shutil.which("xgettext") is None:
        raise tap.Skip("xgettext is not installed")
    with tempfile.TemporaryDirectory() as folder:
        pot = Path(folder) / "plenary.pot"
        run("xgettext", "--from-code=UTF-8", "--add-comments", f"--directory={PO.parent}", f"--files-from={PO / 'POTFILES.in'}",
            f"--output={pot}", *(f"--keyword={keyword}" for keyword in KEYWORDS))
        return list(entries(pot.read_text(encoding="utf-8")))


def test_every_text_is_in_every_catalogue():
    wanted = {(context, text) for context, text, *_ in template()}
    for language in LANGUAGES:
        found = {(context, text) for context, text, *_ in catalogue(language)}
        assert wanted <= found, f"{language} lacks {sorted(wanted - found, key=str)[:5]}: see po/README.md, step 2"


def test_nothing_is_untranslated_or_fuzzy():
    for language in LANGUAGES:
        for _context, text, _plural, translations, flags in catalogue(language):
            assert all(translations) and translations, f"{language}: “{text}” is not translated"
            assert "fuzzy" not in flags, f"{language}: “{text}” is fuzzy"


def test_plural_forms():
    for language in LANGUAGES:
        for _context, text, plural, translations, _flags in catalogue(language):
            wanted = 1 if plural is None else PLURALS.get(language, len(translations))
            assert len(translations) == wanted, f"{language}: “{text}” has {len(translations)} forms, not {wanted}"


def test_placeholders_are_those_of_the_original():
    for language in LANGUAGES:
        run("msgfmt", "--check", "--output-file=/dev/null", PO / f"{language}.po")
        for _context, text, plural, translations, flags in catalogue(language):
            if "c-format" not in flags:
                continue
            wanted = sorted(PLACEHOLDER.findall(plural or text))
            for number, translation in enumerate(translations):
                found = sorted(PLACEHOLDER.findall(translation))
                # The form for one thing may do without its number, where it is for no other number.
                alone = number == 0 and plural is not None and language == "de" and not found
                assert found == wanted or alone, f"{language}: “{translation}” for “{text}”: {found}, not {wanted}"


def test_ends_are_those_of_the_original():
    for language in LANGUAGES:
        for _context, text, _plural, translations, _flags in catalogue(language):
            for translation in translations:
                for end in ("\n", "…", ":"):
                    assert text.endswith(end) == translation.endswith(end), f"{language}: “{translation}” for “{text}” ends otherwise"
                assert translation.strip(" ") == translation, f"{language}: “{translation}” has spaces around it"
                assert ("_" in re.sub(r"\w_\w{2,}", "", text)) <= ("_" in translation), f"{language}: “{translation}” has no key"


def test_quotes_are_of_the_language():
    for language, wrong in {"de": "”«»\"", "kk": "“”\"", "ru": "”\""}.items():
        for _context, text, _plural, translations, _flags in catalogue(language):
            for translation in translations:
                assert not set(wrong) & set(translation), f"{language}: “{translation}” for “{text}”"


if __name__ == "__main__":
    tap.main(globals())
