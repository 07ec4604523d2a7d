/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-snapshot.h"

G_BEGIN_DECLS

/* The columns of the list of each kind of record, the most telling first: those at the end go when
 * there is little room. */

typedef struct
{
  const char *title; /* English, marked for translation */
  int width;         /* pixels; 0 takes the room that is left (the first column) */
  /* Owned, NULL or empty for nothing. */
  char *(*dup_text) (const PlySnapshot *snapshot, gconstpointer record);
  /* How it sorts when not by its text. */
  gint64 (*get_number) (const PlySnapshot *snapshot, gconstpointer record);
  /* "#rrggbb" of a dot before the text; NULL for none. */
  const char *(*get_color) (const PlySnapshot *snapshot, gconstpointer record);
} PlyColumn;

/* Ends with a column without title. */
const PlyColumn *ply_record_columns_get (PlyKind kind);
/* The second line of a row where there is room for one column only; owned. */
char *ply_record_columns_dup_summary (const PlySnapshot *snapshot, gconstpointer record);

G_END_DECLS
