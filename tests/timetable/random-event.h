/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-plan.h"

/* An event with something of everything that a timetable and its conflicts are made of, all of it
 * valid: three days, four rooms, some thirty sessions with talks, people, rules, availability. */
PlyPlan *random_event_plan (GRand *dice);
PlySnapshot *random_event_snapshot (GRand *dice);

/* Below @n. */
guint random_event_roll (GRand *dice, guint n);
/* The id of some record of the kind; NULL when there is none. */
const char *random_event_pick (const PlySnapshot *snapshot, PlyKind kind, GRand *dice);
/* Up to @most sessions, NULL-terminated; one may come twice. */
char **random_event_pick_sessions (const PlySnapshot *snapshot, gboolean placed, guint most,
                                   GRand *dice);
