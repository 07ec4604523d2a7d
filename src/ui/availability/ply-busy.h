/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-presence.h"

G_BEGIN_DECLS

/* A time at which a person takes part in something, or something takes place in a room. */
typedef struct
{
  guint day; /* index, as in PlyPresence */
  gint64 start, end;
  const PlyRecord *record; /* session or talk, borrowed from the snapshot */
} PlyBusy;

/* PlyBusy of @owner, a person or a room, in the order of days and starts; what is cancelled or not
 * placed is left out. Free the array. */
GArray *ply_busy_of (const PlySnapshot *snapshot, const PlyPresence *presence, gconstpointer owner);

G_END_DECLS
