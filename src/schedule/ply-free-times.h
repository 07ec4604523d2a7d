/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-arrange.h"

G_BEGIN_DECLS

/* When one session could begin: where its rooms are free, and its people when asked for. A function
 * of a snapshot. Rooms are taken by sessions that are not cancelled, by those in all rooms too
 * (breaks as well: nobody is put into lunch), and when their availability forbids it. Times are
 * within the day's hours; a day without them is open from 8:00, or from its first session on, to
 * midnight. */
typedef struct _PlyFreeTimes PlyFreeTimes;

typedef enum
{
  PLY_FREE_ROOMS = 0,
  /* Whoever takes part in the session or in a talk of it has no other engagement while it is their
   * turn, and is there. */
  PLY_FREE_PEOPLE = 1 << 0,
  /* The time that the session takes now is taken: for a copy of it. */
  PLY_FREE_BESIDE_ITSELF = 1 << 1,
  /* Breaks in all rooms take no room, as the conflict check has it. */
  PLY_FREE_IN_BREAKS = 1 << 2,
} PlyFreeFlags;

/* Minutes since midnight of the day; both belong to it. */
typedef struct
{
  gint64 first, last;
} PlyStarts;

/* References @snapshot. NULL when there is no such session. */
PlyFreeTimes *ply_free_times_new (const PlySnapshot *snapshot, const char *session,
                                  PlyFreeFlags flags);
void ply_free_times_free (PlyFreeTimes *self);
/* Another length than the session has. */
void ply_free_times_set_duration (PlyFreeTimes *self, gint64 duration);
/* Takes @duration minutes at @place away too. */
void ply_free_times_take (PlyFreeTimes *self, const PlyPlace *place, gint64 duration);

/* PlyStarts in their order, apart from each other. The start of @place is not looked at; with no
 * room and not in all rooms, only hours and people count. Free the array. */
GArray *ply_free_times_dup_starts (PlyFreeTimes *self, const PlyPlace *place);
/* The one of @starts nearest to @wanted; on the event's time grid where there is a choice. */
gint64 ply_free_times_choose (const PlyFreeTimes *self, const PlyStarts *starts, gint64 wanted);
/* The first free start that is not before that of @place; PLY_UNSET when there is none. */
gint64 ply_free_times_get_next (PlyFreeTimes *self, const PlyPlace *place);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlyFreeTimes, ply_free_times_free)

G_END_DECLS
