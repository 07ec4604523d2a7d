/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-page-view-private.h"

#define TOP(self, page) g_array_index ((self)->tops, double, page)

double
ply_page_view_fitting_scale (PlyPageView *self, int width, int height)
{
  double page_width, page_height;
  double scale = MAX (width - 2 * PLY_PAGE_GAP, 20) / self->widest;

  if (self->fit != PLY_FIT_PAGE)
    return scale;
  ply_layout_get_page_size (self->layout, MIN (self->page, ply_page_view_get_n_pages (self) - 1),
                            &page_width, &page_height);
  return MIN (scale, MAX (height - 2 * PLY_PAGE_GAP, 20) / page_height);
}

void
ply_page_view_measure_pages (PlyPageView *self, double scale)
{
  guint n_pages = ply_page_view_get_n_pages (self);
  double y = PLY_PAGE_GAP;

  self->scale = scale;
  self->widest = 1;
  g_array_set_size (self->tops, 0);
  for (guint page = 0; page < n_pages; page++)
    {
      double width, height;

      ply_layout_get_page_size (self->layout, page, &width, &height);
      g_array_append_val (self->tops, y);
      y += height * scale + PLY_PAGE_GAP;
      self->widest = MAX (self->widest, width);
    }
  g_array_append_val (self->tops, y);
}

double
ply_page_view_get_column_width (PlyPageView *self)
{
  return self->widest * self->scale + 2 * PLY_PAGE_GAP;
}

guint
ply_page_view_page_at (PlyPageView *self, double y)
{
  guint first = 0, last = ply_page_view_get_n_pages (self);

  while (first + 1 < last)
    {
      guint middle = (first + last) / 2;

      if (TOP (self, middle) <= y)
        first = middle;
      else
        last = middle;
    }
  return first;
}

void
ply_page_view_page_rect (PlyPageView *self, guint page, graphene_rect_t *rect)
{
  double width, height;
  double column =
      MAX (ply_page_view_get_column_width (self), gtk_widget_get_width (GTK_WIDGET (self)));

  ply_layout_get_page_size (self->layout, page, &width, &height);
  graphene_rect_init (rect, (float) (int) ((column - width * self->scale) / 2),
                      (float) (int) TOP (self, page), (float) (int) (width * self->scale + 0.5),
                      (float) (int) (height * self->scale + 0.5));
}

gboolean
ply_page_view_hit (PlyPageView *self, double x, double y, guint *page, double *page_x,
                   double *page_y)
{
  graphene_rect_t rect;

  if (ply_page_view_get_n_pages (self) == 0)
    return FALSE;
  x += gtk_adjustment_get_value (self->hadjustment);
  y += gtk_adjustment_get_value (self->vadjustment);
  *page = ply_page_view_page_at (self, y);
  ply_page_view_page_rect (self, *page, &rect);
  *page_x = (x - rect.origin.x) / self->scale;
  *page_y = (y - rect.origin.y) / self->scale;
  return graphene_rect_contains_point (&rect, &GRAPHENE_POINT_INIT ((float) x, (float) y));
}

/* The topmost box of a page that begins at @y or below; NULL when there is none. */
static const PlyBox *
box_below (PlyLayout *layout, guint page, double y)
{
  guint n_boxes;
  const PlyBox *boxes = ply_layout_get_boxes (layout, &n_boxes), *best = NULL;

  for (guint i = 0; i < n_boxes; i++)
    if (boxes[i].page == page && boxes[i].record != NULL && boxes[i].y >= y
        && (best == NULL || boxes[i].y < best->y))
      best = &boxes[i];
  return best;
}

/* A record's text may stand in several places: the same one of them, or the last there is. */
static gboolean
same_box (PlyLayout *old_layout, const PlyBox *box, PlyLayout *layout, PlyBox *found)
{
  g_autoptr (GArray) before = ply_layout_find_boxes (old_layout, box->record, box->field);
  g_autoptr (GArray) after = ply_layout_find_boxes (layout, box->record, box->field);
  guint index = 0;

  if (after->len == 0)
    return FALSE;
  while (index + 1 < before->len
         && (g_array_index (before, PlyBox, index).page != box->page
             || g_array_index (before, PlyBox, index).y != box->y))
    index++;
  *found = g_array_index (after, PlyBox, MIN (index, after->len - 1));
  return TRUE;
}

double
ply_page_view_find_place (PlyPageView *self, PlyLayout *old_layout, PlyLayout *layout)
{
  double y = gtk_adjustment_get_value (self->vadjustment);
  guint page = ply_page_view_page_at (self, y);
  double offset = (y - TOP (self, page)) / self->scale;
  const PlyBox *box = box_below (old_layout, page, offset);
  PlyBox found;

  if (box != NULL && same_box (old_layout, box, layout, &found))
    {
      offset += found.y - box->y;
      page = found.page;
    }
  page = MIN (page, ply_layout_get_n_pages (layout) - 1);
  self->layout = layout;
  ply_page_view_measure_pages (self, self->scale);
  return MAX (TOP (self, page) + offset * self->scale, 0);
}
