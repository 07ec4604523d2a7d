-- SPDX-FileCopyrightText: 2026 The Plenary developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- From version 1 to version 2: what the organizer says about conflicts.
ALTER TABLE "event" ADD COLUMN "break_least" INTEGER;
ALTER TABLE "event" ADD COLUMN "gap_most" INTEGER;
ALTER TABLE "event" ADD COLUMN "turnover_least" INTEGER;
ALTER TABLE "event" ADD COLUMN "walking" INTEGER;
ALTER TABLE "event" ADD COLUMN "wanted_languages" TEXT;
ALTER TABLE "session_type" ADD COLUMN "wanted_languages" TEXT;
CREATE TABLE "walk" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "building" TEXT,
  "other" TEXT,
  "minutes" INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE "conflict_setting" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "kind" TEXT,
  "severity" TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE "waiver" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "kind" TEXT,
  "records" TEXT,
  "text" TEXT,
  "note" TEXT
) STRICT;
