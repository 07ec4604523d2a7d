/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "ply-plan.h"

G_BEGIN_DECLS

/* Reads the file, recognizes its format and makes the plan, in a worker thread. @existing may be
 * NULL: for a new event. */
void ply_import_job_start (const char *path, PlySnapshot *existing, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer data);
/* Owned. Errors: PLY_INTERCHANGE_ERROR, G_IO_ERROR, G_FILE_ERROR; they name the file. */
PlyPlan *ply_import_job_finish (GAsyncResult *result, GError **error);
/* TRUE when the file looks like a format that is imported; event files do not. */
gboolean ply_import_job_is_foreign (const char *path);

G_END_DECLS
