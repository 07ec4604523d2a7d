/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "ply-store-error.h"

G_BEGIN_DECLS

/* The folder of all working copies, made if needed. */
char *ply_lock_folder (GError **error);

/* Takes the lock of an event file (resolved, see ply_file_resolve()): one program of this user, and
 * in it one store, has it at a time. Gives back a file descriptor: closing it, or dying, gives the
 * lock back. -1 and PLY_STORE_ERROR_IN_USE when someone has it. */
int ply_lock_take (GFile *file, GError **error);
/* Whether someone has it, this program included. */
gboolean ply_lock_is_taken (GFile *file);

G_END_DECLS
