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
  GHashTable *ids;    /* name -> record id */
  char *last_rank;    /* of those that there are */
  GPtrArray *pending; /* new ones, in the order of the file, without ranks */
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
  GHashTable *days;          /* date -> record id */
  GHashTable *day_dates;     /* PlyFileDay -> date */
  GHashTable *room_ids;      /* PlyFileRoom -> record id */
  GHashTable *put_persons;   /* record ids that the plan has already; borrowed from match */
  GHashTable *rooms_by_guid; /* imported guid or record id -> PlyRoom that there is */
  PlyNamed rooms, tracks, types;
} PlyImport;

/* A copy of the record with that id, or a new one. */
gpointer ply_import_begin (PlyImport *self, PlyKind kind, const char *id);
/* NULL leaves the field, "" unsets it. What does not fit is clipped or left out, with a remark. */
void ply_import_set (PlyImport *self, gpointer record, const char *field_name, const char *text,
                     int line);
/* The tags in a text like "de/en" or "German". */
char *ply_import_languages (const char *text);

/* The id of the day of that date, which is made when it is first asked for. */
const char *ply_import_take_day (PlyImport *self, const char *date, const PlyFileDay *source);
/* The @index-th of @count ranks behind @last (may be NULL). */
char *ply_import_rank (const char *last, guint index, guint count);

/* The event record itself. */
void ply_import_event (PlyImport *self);
/* The session with its persons and links. */
void ply_import_session (PlyImport *self, const PlyFileEvent *source);

G_END_DECLS
