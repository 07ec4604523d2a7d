#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Plenary developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sample event says what the report of the Science Day says, in four languages, and fits together."""
import json
import os
import re
import sys
from itertools import combinations
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import tap  # noqa: E402

SAMPLE = Path(os.environ["PLY_SOURCE_ROOT"]) / "data" / "sample" / "science-day.json"
LANGUAGES = ["en", "de", "kk", "ru"]
# What an audience reads; see the translatable fields of src/model/ply-fields.c.
TEXTS = {"title", "subtitle", "theme", "organizers", "description", "venue", "city", "imprint", "name", "abstract", "print_notes",
         "abbreviation", "position", "note", "given_name", "family_name"}
REFERENCES = {"day", "room", "track", "session", "talk", "person", "institution"}
INSTITUTIONS = {
    "BMBF": "Federal Ministry of Education and Research",
    "DFG": "German Research Foundation",
    "DAAD": "German Academic Exchange Service",
    "AvH": "Alexander von Humboldt Foundation",
    "Max Planck Institute": "Max Planck Institute",
    "Fraunhofer Research Institute": "Fraunhofer Research Institute",
    "Helmholtz Center": "Helmholtz Center",
    "Leibniz Institute": "Leibniz Institute",
    "DKU": "German Kazakh University",
    "CASIB": "Central Asia Sustainable Innovation Bureau",
    "MLU": "Martin Luther University Halle-Wittenberg",
    "NAS RK": "National Academy of Sciences of the Republic of Kazakhstan",
}
KAZAKH_LETTERS = set("әғқңөұүһі")

sample = json.loads(SAMPLE.read_text(encoding="utf-8"))
TABLES = {table: records for table, records in sample.items() if isinstance(records, list)}


def records():
    """(table, record) of all records, the event among them."""
    yield "event", sample["event"]
    for table, rows in TABLES.items():
        for record in rows:
            yield table, record


def texts():
    """(id, field, text by language) of everything an audience reads."""
    for table, record in records():
        for field, value in record.items():
            if field in TEXTS:
                yield record["id"], field, value


def minutes(time):
    hours, rest = time.split(":")
    return int(hours) * 60 + int(rest)


def test_facts_of_the_report():
    event = sample["event"]
    assert event["title"]["en"] == "German-Kazakh Science Day"
    assert event["theme"]["en"] == "New Prospects and Opportunities for German-Kazakh Science and Research Collaboration"
    assert event["city"]["en"] == "Almaty" and event["country"] == "KZ" and event["timezone"] == "Asia/Almaty"
    assert [day["date"] for day in sample["day"]] == ["2023-10-12", "2023-10-13"]
    for organizer in ("Ministry of Education & Research (BMBF), Germany",
                      "National Academy of Sciences of the Republic of Kazakhstan"):
        assert organizer in event["organizers"]["en"], organizer
    named = {row.get("abbreviation", row["name"])["en"]: row["name"]["en"] for row in sample["institution"]}
    assert named == INSTITUTIONS, named
    assert sorted(row["name"]["en"] for row in sample["person"]) == ["Muhammad Usman", "Peter Liebelt"]
    assert all(row["title"]["en"] == "Dr." for row in sample["person"])
    assert {row["institution"] for row in sample["affiliation"]} == {"i-halle"}


def test_illustration_is_said():
    assert "set for illustration" in sample["event"]["notes"]
    assert "set for illustration" in sample["event"]["imprint"]["en"]


def test_four_languages():
    for owner, field, value in texts():
        assert isinstance(value, dict) and list(value) == LANGUAGES, f"{owner}.{field}"
        assert all(text.strip() == text and text for text in value.values()), f"{owner}.{field}"


def test_texts_are_in_their_language():
    for owner, field, value in texts():
        if field not in ("abstract", "description") or len(value["en"]) < 60:
            continue
        place = f"{owner}.{field}"
        assert KAZAKH_LETTERS & set(value["kk"].lower()), place
        assert not KAZAKH_LETTERS & set(value["ru"].lower()), place
        assert not re.search("[а-яё]", (value["en"] + value["de"]).lower()), place
        for word in re.findall(r"\w+", value["kk"] + " " + value["ru"]):
            assert not (re.search("[A-Za-z]", word) and re.search("[Ѐ-ӿ]", word)), f"{place}: {word} mixes scripts"


def test_typography():
    for owner, field, value in texts():
        for language, text in value.items():
            assert not re.search(r"[\"']| - |\.\.\.|  ", text), f"{owner}.{field} ({language}): {text}"


def test_abstracts_have_a_length_for_print():
    for owner, field, value in texts():
        for language, text in value.items() if field == "abstract" else ():
            words = len(re.findall(r"\S*\w\S*", text))
            assert 40 <= words <= 90, f"{owner} ({language}): {words} words"


def test_references_lead_somewhere():
    ids = [record["id"] for _, record in records()]
    assert len(ids) == len(set(ids))
    for table, record in records():
        for field in REFERENCES & set(record):
            assert any(record[field] == other["id"] for other in sample[field]), f"{record['id']}.{field}"
        if table == "session":
            assert any(record["type"] == other["id"] for other in sample["session_type"]), record["id"]


def test_timetable_has_no_clash():
    for one, two in combinations(sample["session"], 2):
        starts = minutes(one["start"]), minutes(two["start"])
        apart = starts[0] + one["duration"] <= starts[1] or starts[1] + two["duration"] <= starts[0]
        if one["day"] != two["day"] or apart:
            continue
        place = f"{one['id']} and {two['id']}"
        assert one["room"] != two["room"], place
        people = [{row["person"] for row in sample["participation"] if "person" in row and row.get("session") == session["id"]}
                  for session in (one, two)]
        assert not people[0] & people[1], place


def test_talks_fill_their_sessions():
    for session in sample["session"]:
        lengths = [talk["duration"] for talk in sample["talk"] if talk["session"] == session["id"]]
        assert not lengths or sum(lengths) == session["duration"], session["id"]


def test_everything_but_breaks_is_presented():
    breaks = {kind["id"] for kind in sample["session_type"] if kind["is_break"]}
    for session in sample["session"]:
        talks = {talk["id"] for talk in sample["talk"] if talk["session"] == session["id"]}
        parts = [row for row in sample["participation"] if row.get("session") == session["id"] or row.get("talk") in talks]
        assert bool(parts) != (session["type"] in breaks), session["id"]
        assert talks <= {row.get("talk") for row in parts}, session["id"]


def test_track_colors_can_be_told_from_paper():
    def luminance(color):
        channels = (int(color[i:i + 2], 16) / 255 for i in (1, 3, 5))
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    for track in sample["track"]:
        assert 1.05 / (luminance(track["color"]) + 0.05) >= 4.5, track["id"]  # WCAG 2.2, contrast for text


if __name__ == "__main__":
    tap.main(globals())
