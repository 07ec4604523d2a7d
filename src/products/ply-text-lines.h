/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The shape of a long text as people type it: paragraphs between blank lines, and lists in the
 * plain-text manner ("- one", "* one", "• one", "1. one"). */

typedef struct
{
  char *label; /* "•", "1." */
  char *text;
} PlyTextItem;

/* Either a paragraph or a list. */
typedef struct
{
  char *text;       /* NULL for a list */
  GPtrArray *items; /* PlyTextItem, NULL for a paragraph */
} PlyTextPart;

/* Array of PlyTextPart, in order, nothing but blanks left out; unreference it. */
GPtrArray *ply_text_parts (const char *text);

G_END_DECLS
