/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-schedule-clock.h"
#include "ply-schedule-match.h"

G_BEGIN_DECLS

/* Records of one kind that a file knows by their names. */
typedef struct
{
  PlyKind kind;
  GHashTable *ids; /* name -> record id */
  char *last_rank;
} PlyNamed;

/* One run of the import: from the file as it was written to a plan. */
typedef struct
{
  /* Given */
  const PlyScheduleFile *file;
  const PlySnapshot *existing;
  gboolean fresh; /* the event holds no session yet */

  /* Made at the start */
  char *scope; /* of derived ids */
  PlyScheduleNames *names;
  PlyScheduleClock clock;
  PlyScheduleMatch match;

  /* Growing */
  PlyPlan *plan;
  GHashTable *days;        /* date -> record id */
  GHashTable *day_dates;   /* PlyFileDay -> date */
  GHashTable *room_ids;    /* PlyFileRoom -> record id */
  GHashTable *put_persons; /* record ids that the plan has already; borrowed from match */
  PlyNamed rooms, tracks, types;
} PlyImport;

/* A copy of the record with that id, or a new one. */
gpointer ply_import_begin (PlyImport *self, PlyKind kind, const char *id);
/* NULL leaves the field, "" unsets it. What does not fit is clipped or left out, with a remark. */
void ply_import_set (PlyImport *self, gpointer record, const char *field_name, const char *text,
                     int line);
/* The tags in a text like "de/en" or "German". */
char *ply_import_languages (const char *text);

/* Ids of records that are made when they are first asked for; NULL without a name. */
const char *ply_import_take_day (PlyImport *self, const char *date, const PlyFileDay *source);
const char *ply_import_take_room (PlyImport *self, const char *name, int line);
const char *ply_import_take_track (PlyImport *self, const char *name, int line);
const char *ply_import_take_type (PlyImport *self, const char *name, int line);

/* The event record itself. */
void ply_import_event (PlyImport *self);
/* The session with its persons and links. */
void ply_import_session (PlyImport *self, const PlyFileEvent *source);

void ply_named_init (PlyNamed *named, PlyImport *self, PlyKind kind);
void ply_named_clear (PlyNamed *named);

G_END_DECLS
