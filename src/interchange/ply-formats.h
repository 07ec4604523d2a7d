/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "ply-interchange-error.h"
#include "ply-plan.h"

G_BEGIN_DECLS

/* Every foreign format in one table: the command line's --format and --as, and the filters of the
 * file dialogs, are made from it. */
typedef struct
{
  const char *name;         /* on the command line: "schedule.xml" */
  const char *label;        /* English, marked for translation */
  const char *const *globs; /* "*.xml" ..., ends with NULL */
  /* Whether the bytes may be of this format; cheap, may be wrong. */
  gboolean (*sniff) (GBytes *input);
  /* The edits that bring what the file says into @existing (NULL: an event without records), with
   * remarks on what was odd. Any thread. NULL: cannot be imported. */
  PlyPlan *(*import) (GBytes *input, const char *display_name, const PlySnapshot *existing,
                      GCancellable *cancellable, GError **error);
  /* The event in @language (NULL: the base language); @remarks, when not NULL, gets a text (char *)
   * for each thing that the format cannot say. NULL: cannot be exported. */
  GBytes *(*export) (const PlySnapshot *snapshot, const char *language, GPtrArray *remarks,
                     GError **error);
} PlyFormat;

/* Ends with NULL. */
const PlyFormat *const *ply_formats_get (void);
/* NULL when there is none of that name. */
const PlyFormat *ply_formats_lookup (const char *name);
/* What the bytes look like; PLY_INTERCHANGE_ERROR_FORMAT, naming what can be read, when like
 * nothing. */
const PlyFormat *ply_formats_recognize (GBytes *input, const char *display_name, GError **error);

G_END_DECLS
