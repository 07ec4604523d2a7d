/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-presence.h"

G_BEGIN_DECLS

/* How the editors of availability call days, times and states. Owned by the caller when "dup". */

/* "Thu 12 Oct" */
char *ply_availability_words_dup_day (const PlyDay *day);
/* "09:00–12:30", "from 09:00", "until 12:30", "all day"; both may be PLY_UNSET. */
char *ply_availability_words_dup_span (gint64 start, gint64 end);
/* "available"; @limited: no statement means unavailable. */
const char *ply_availability_words_get_state (PlyPresenceState state, gboolean limited);
/* The name of the command that says so of a time. */
const char *ply_availability_words_get_command (PlyPresenceState state);

G_END_DECLS
