/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-plan.h"

G_BEGIN_DECLS

/* The edits of a timetable: functions of a snapshot that change nothing. Each returns a plan with a
 * label in the interface language, to be run as one command, or NULL when nothing would change.
 *
 * Ids that name nothing (any more) are passed over. Lists of ids end with NULL and may name one
 * twice. Lengths stay as they are unless the function is about them. A start lies between 0 and
 * PLY_MINUTES_MAX, and so does an end; what already reaches further is moved no further. A group
 * keeps its distances and stops as a whole when one of it reaches the first or last day, room or
 * minute. Rooms follow each other in the organizer's order, then comes "no room". */

typedef struct
{
  const char *day;  /* id; NULL: unplaced */
  gint64 start;     /* minutes since the day's midnight */
  const char *room; /* id; NULL with all_rooms FALSE: no room */
  gboolean all_rooms;
} PlyPlace;

typedef enum
{
  PLY_ARRANGE_PLAIN = 0,
  /* What begins in the same room on the same day when the session does (when its end is dragged:
   * at its end) or later goes along. Sessions in all rooms stay, unless the one that leads is in
   * all rooms itself: then all that follows on that day goes along, but for breaks in all rooms. */
  PLY_ARRANGE_RIPPLE = 1 << 0,
} PlyArrangeFlags;

/* Where it is; borrows from @session. */
PlyPlace ply_place_of (const PlySession *session);
gboolean ply_place_equal (const PlyPlace *a, const PlyPlace *b);

/* @anchor, one of @sessions, goes to @place, the others keep their distances to it. Distances in
 * rooms count when the anchor goes from a room to a room. When it goes to all rooms or to no room,
 * so do the others; when it comes from there, those that were there with it go to its room.
 * Unplaced ones are put one after the other: from @place on when the anchor is one of them (placed
 * ones then stay), otherwise behind the others in the anchor's room. A @place of no day unplaces.
 */
PlyPlan *ply_arrange_move (const PlySnapshot *snapshot, const char *const *sessions,
                           const char *anchor, const PlyPlace *place, PlyArrangeFlags flags);
/* By so many minutes, rooms and days; those in all rooms stay there. Unplaced ones stay unplaced.
 */
PlyPlan *ply_arrange_shift (const PlySnapshot *snapshot, const char *const *sessions, int minutes,
                            int rooms, int days, PlyArrangeFlags flags);
/* A length below a minute becomes one minute. An unplaced session only gets the length. */
PlyPlan *ply_arrange_resize (const PlySnapshot *snapshot, const char *session, gint64 start,
                             gint64 duration, PlyArrangeFlags flags);
/* Day, start and rooms are exchanged, lengths stay; one of the two may be unplaced. */
PlyPlan *ply_arrange_swap (const PlySnapshot *snapshot, const char *a, const char *b);
/* Takes day, start and room away. */
PlyPlan *ply_arrange_unplace (const PlySnapshot *snapshot, const char *const *sessions);

/* A new session. @place may be NULL: unplaced. A @duration below 1 is the usual one of the type, or
 * half an hour; @type and @title may be NULL. @id, when not NULL, gets its id; free it. */
PlyPlan *ply_arrange_create (const PlySnapshot *snapshot, const PlyPlace *place, gint64 duration,
                             const char *type, const char *title, char **id);
/* Copies with all that belongs to them, each where its room is next free on its day (people are not
 * looked at), otherwise unplaced; copies of unplaced ones are unplaced. @ids, when not NULL, gets
 * the copies' ids in the order of @sessions; free it with g_strfreev(). */
PlyPlan *ply_arrange_duplicate (const PlySnapshot *snapshot, const char *const *sessions,
                                char ***ids);
/* The earliest one goes to @place, in its first room, as ply_arrange_move() takes an anchor: when
 * @cut the sessions themselves, otherwise copies. @place NULL: unplaced. @ids as above. */
PlyPlan *ply_arrange_paste (const PlySnapshot *snapshot, const char *const *sessions,
                            const PlyPlace *place, gboolean cut, char ***ids);
/* Hours, breaks and when rooms are available, from one day to another. What is there already is not
 * doubled; hours are taken over. */
PlyPlan *ply_arrange_copy_frame (const PlySnapshot *snapshot, const char *from_day,
                                 const char *to_day);

/* @talk becomes the @index-th of @session (behind the last when there are fewer), in or out of the
 * session it is in. A talk that goes elsewhere is pinned no longer. */
PlyPlan *ply_arrange_move_talk (const PlySnapshot *snapshot, const char *talk, const char *session,
                                guint index);
/* A length below a minute becomes one minute. With PLY_ARRANGE_RIPPLE, pinned talks behind it, the
 * session's end and what follows the session go along. */
PlyPlan *ply_arrange_resize_talk (const PlySnapshot *snapshot, const char *talk, gint64 duration,
                                  PlyArrangeFlags flags);
/* @offset: minutes after the session's start; PLY_UNSET lets it follow the one before again. */
PlyPlan *ply_arrange_pin_talk (const PlySnapshot *snapshot, const char *talk, gint64 offset);

G_END_DECLS
