/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A rectangle in pixels; its right and lower edge lie outside it. */
typedef struct
{
  double x, y, width, height;
} PlyGridBox;

static inline gboolean
ply_grid_box_is_empty (const PlyGridBox *box)
{
  return box->width <= 0 || box->height <= 0;
}

static inline gboolean
ply_grid_box_contains (const PlyGridBox *box, double x, double y)
{
  return x >= box->x && x < box->x + box->width && y >= box->y && y < box->y + box->height;
}

static inline gboolean
ply_grid_box_meets (const PlyGridBox *a, const PlyGridBox *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height
         && b->y < a->y + a->height;
}

G_END_DECLS
