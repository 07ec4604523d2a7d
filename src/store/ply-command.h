/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-db.h"
#include "ply-plan.h"

G_BEGIN_DECLS

/* Runs the edits of @plan inside a transaction that the caller ends: by rolling back on error.
 * Gives back the changeset, without bytes when nothing has changed, and in *@changes the rows that
 * differ (PlyChange). What they have become has been checked with ply_command_check(). */
GBytes *ply_command_write (PlyDb *db, const PlyPlan *plan, GArray **changes, GError **error);

/* Whether the rows of @changes, as they are now, are an event that the model allows: every record
 * is valid, what it refers to is there, nobody refers to what is gone, there is one event record.
 * PLY_STORE_ERROR_INVALID. */
gboolean ply_command_check (PlyDb *db, GArray *changes, GError **error);

G_END_DECLS
