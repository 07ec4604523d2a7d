/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The events opened last, newest first, as the settings keep them: each a file URI whose fragment
 * is the event's title, so that the start page need not open any. */

typedef struct
{
  char *path;
  char *title;     /* never NULL */
  gint64 modified; /* seconds since 1970; -1: the file is not there */
} PlyRecent;

/* Array of PlyRecent, owned. */
GPtrArray *ply_recent_dup (void);
void ply_recent_add (const char *path, const char *title);
void ply_recent_remove (const char *path);

G_END_DECLS
