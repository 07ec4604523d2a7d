/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-plan.h"

G_BEGIN_DECLS

/* When a person or a room is there: what their availability rows say, minute by minute of each
 * conference day, and how the rows change when something else is to be said of a time.
 *
 * A minute is available when a row says so, unavailable when a row says that, whatever other rows
 * say, and else there is no statement on it. Who has an available row is unavailable wherever there
 * is no statement (the conflict check's rule too). Rows are changed as little as the new statement
 * asks for: other minutes stay what they were, to the minute, and rows that it does not touch stay
 * the records they are.
 *
 * Times are minutes of the conference day (ply-time.h); days are indexes in the order of dates. */

typedef enum
{
  PLY_PRESENCE_NONE, /* no statement */
  PLY_PRESENCE_AVAILABLE,
  PLY_PRESENCE_UNAVAILABLE,
  PLY_PRESENCE_MIXED, /* of a time: not the same throughout */
} PlyPresenceState;

/* The end of a conference day, however late that is: a row without an end. */
#define PLY_PRESENCE_OPEN G_MAXINT64

typedef struct
{
  gint64 start, end; /* end: may be OPEN */
  PlyPresenceState state;
} PlyPresenceRun;

typedef struct _PlyPresence PlyPresence;

/* @owner: a PlyPerson or PlyRoom of @snapshot, which is referenced. */
PlyPresence *ply_presence_new (const PlySnapshot *snapshot, gconstpointer owner);
void ply_presence_free (PlyPresence *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlyPresence, ply_presence_free)

guint ply_presence_get_n_days (const PlyPresence *self);
const PlyDay *ply_presence_get_day (const PlyPresence *self, guint day);

/* What is said of the time from @start up to @end. */
PlyPresenceState ply_presence_get (const PlyPresence *self, guint day, gint64 start, gint64 end);
/* PlyPresenceRun, the statements of a day in order, as few as say the same; free the array. */
GArray *ply_presence_dup_runs (const PlyPresence *self, guint day);
/* TRUE with an available row: no statement means unavailable then. */
gboolean ply_presence_is_limited (const PlyPresence *self);
/* Whether one can be there from @start up to @end. */
gboolean ply_presence_allows (const PlyPresence *self, guint day, gint64 start, gint64 end);

/* From now on @state is said of the time from @start up to @end; MIXED is not possible. */
void ply_presence_set (PlyPresence *self, guint day, gint64 start, gint64 end,
                       PlyPresenceState state);

/* The first available minute, and the end of the last: FALSE when nothing limits the event on that
 * side. */
gboolean ply_presence_get_arrival (const PlyPresence *self, guint *day, gint64 *minute);
gboolean ply_presence_get_departure (const PlyPresence *self, guint *day, gint64 *minute);
/* Nothing before is available any more; what lies between it and the arrival (departure) until now
 * becomes available, up to the event's other end when there was none. Statements of being
 * unavailable stay. The beginning of the first day, or the OPEN end of the last one, takes the
 * limit away. */
void ply_presence_set_arrival (PlyPresence *self, guint day, gint64 minute);
void ply_presence_set_departure (PlyPresence *self, guint day, gint64 minute);

/* What turns the snapshot's rows into those of now; NULL when nothing has changed. */
PlyPlan *ply_presence_dup_plan (const PlyPresence *self, const char *label);

G_END_DECLS
