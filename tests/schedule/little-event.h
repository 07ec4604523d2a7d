/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-conflicts.h"

G_BEGIN_DECLS

/* An event that has no conflict: two days (d1, d2), rooms hall (100 seats) and lab (20), the types
 * talk, break and panel (wants a chair), the session s1 (d1, 9:00 to 10:00, hall) by ann, s2 (d1,
 * 10:00, lab) by bob, the break pause (d1, 9:30, all rooms). ann belongs to uni, bob to inst. */
PlySnapshot *little_event_new (void);

/* @snapshot with what the lines of @text say, one a line:
 *   KIND ID FIELD=VALUE FIELD=VALUE ...    sets fields; a record of a new id is added. "_" in a
 *                                          value stands for a space, an empty value unsets.
 *   - KIND ID                              takes the record away.
 * @changes gets the PlyChange of it; may be NULL. Takes @snapshot. */
PlySnapshot *little_event_edit (PlySnapshot *snapshot, const char *text, GArray *changes);

/* The same as a plan: what belongs to a record goes with it. */
PlyPlan *little_event_plan (PlySnapshot *snapshot, const char *text);

/* "room-overlap s1 s2 hall; no-room s3": all conflicts, or those of @kind when it is not -1. */
char *little_event_describe (PlyConflicts *conflicts, int kind);
/* With messages and severities, a line each. */
char *little_event_print (PlyConflicts *conflicts);

G_END_DECLS
