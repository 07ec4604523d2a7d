-- SPDX-FileCopyrightText: 2026 The Plenary developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Version 1 of the event file. Frozen: files carry this text. What comes later is a step of its own.
-- Domain tables: a TEXT NOT NULL primary key (changesets), no cascades, no triggers. Small rows that are
-- only looked up by id have no rowid; rows with long texts and pictures have one.
CREATE TABLE "event" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "title" TEXT,
  "subtitle" TEXT,
  "theme" TEXT,
  "organizers" TEXT,
  "description" TEXT,
  "venue" TEXT,
  "city" TEXT,
  "acronym" TEXT,
  "country" TEXT,
  "url" TEXT,
  "timezone" TEXT,
  "base_language" TEXT,
  "languages" TEXT,
  "notes" TEXT,
  "imprint" TEXT,
  "logo" TEXT,
  "slot_minutes" INTEGER,
  "extra" TEXT
) STRICT;
CREATE TABLE "day" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "date" TEXT,
  "title" TEXT,
  "opens" INTEGER,
  "closes" INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE "room" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "name" TEXT,
  "building" TEXT,
  "directions" TEXT,
  "capacity" INTEGER,
  "equipment" TEXT,
  "notes" TEXT,
  "source_id" TEXT,
  "rank" TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE "track" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "name" TEXT,
  "description" TEXT,
  "color" TEXT,
  "slug" TEXT,
  "rank" TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE "session_type" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "name" TEXT,
  "is_break" INTEGER,
  "wants_chair" INTEGER,
  "duration" INTEGER,
  "rank" TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE "session" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "title" TEXT,
  "subtitle" TEXT,
  "abstract" TEXT,
  "description" TEXT,
  "print_notes" TEXT,
  "day" TEXT,
  "start" INTEGER,
  "duration" INTEGER,
  "room" TEXT,
  "all_rooms" INTEGER,
  "track" TEXT,
  "type" TEXT,
  "language" TEXT,
  "interpretation" TEXT,
  "audience" INTEGER,
  "state" TEXT,
  "url" TEXT,
  "notes" TEXT,
  "source_guid" TEXT,
  "source_id" TEXT,
  "slug" TEXT,
  "code" TEXT,
  "extra" TEXT
) STRICT;
CREATE TABLE "talk" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "session" TEXT,
  "rank" TEXT,
  "title" TEXT,
  "subtitle" TEXT,
  "abstract" TEXT,
  "description" TEXT,
  "duration" INTEGER,
  "pinned" INTEGER,
  "language" TEXT,
  "url" TEXT,
  "notes" TEXT,
  "source_guid" TEXT,
  "source_id" TEXT,
  "extra" TEXT
) STRICT;
CREATE TABLE "person" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "name" TEXT,
  "given_name" TEXT,
  "patronymic" TEXT,
  "family_name" TEXT,
  "title" TEXT,
  "biography" TEXT,
  "pronunciation" TEXT,
  "email" TEXT,
  "phone" TEXT,
  "url" TEXT,
  "country" TEXT,
  "languages" TEXT,
  "photo" TEXT,
  "notes" TEXT,
  "source_guid" TEXT,
  "source_id" TEXT
) STRICT;
CREATE TABLE "institution" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "name" TEXT,
  "abbreviation" TEXT,
  "city" TEXT,
  "description" TEXT,
  "type" TEXT,
  "country" TEXT,
  "url" TEXT,
  "logo" TEXT,
  "ror" TEXT,
  "notes" TEXT,
  "source_id" TEXT
) STRICT;
CREATE TABLE "affiliation" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "person" TEXT,
  "institution" TEXT,
  "position" TEXT,
  "rank" TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE "participation" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "session" TEXT,
  "talk" TEXT,
  "person" TEXT,
  "institution" TEXT,
  "role" TEXT,
  "note" TEXT,
  "rank" TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE "link" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "session" TEXT,
  "talk" TEXT,
  "person" TEXT,
  "institution" TEXT,
  "title" TEXT,
  "url" TEXT,
  "type" TEXT,
  "rank" TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE "availability" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "person" TEXT,
  "room" TEXT,
  "day" TEXT,
  "start" INTEGER,
  "end" INTEGER,
  "available" INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE "rule" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "type" TEXT,
  "session" TEXT,
  "other" TEXT,
  "notes" TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE "asset" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "name" TEXT,
  "alt" TEXT,
  "media_type" TEXT,
  "width" INTEGER,
  "height" INTEGER,
  "data" BLOB
) STRICT;
CREATE TABLE "translation" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "owner_kind" TEXT,
  "owner" TEXT,
  "field" TEXT,
  "language" TEXT,
  "text" TEXT,
  "source" TEXT,
  "state" TEXT
) STRICT;
CREATE TABLE "release" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "name" TEXT,
  "date" TEXT,
  "notes" TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE "history" (
  "seq" INTEGER PRIMARY KEY,
  "label" TEXT NOT NULL,
  "coalesce_key" TEXT,
  "time" INTEGER NOT NULL,
  "changeset" BLOB NOT NULL
) STRICT;
CREATE TABLE "file_state" (
  "id" INTEGER PRIMARY KEY CHECK ("id" = 1),
  "revision" INTEGER NOT NULL,
  "cursor" INTEGER NOT NULL,
  "history_bytes" INTEGER NOT NULL
) STRICT;
INSERT INTO "file_state" VALUES (1, 0, 0, 0);
