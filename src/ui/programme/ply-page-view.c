/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-page-view-private.h"

#include "ply-page-tile.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define POINT_SCALE (96.0 / 72.0) /* pixels a point at real size */
#define MIN_ZOOM 0.25
#define MAX_ZOOM 4.0

enum
{
  PROP_PAGE = 1,
  PROP_ZOOM,
  PROP_THUMBNAILS,
  N_PROPS,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum
{
  RECORD_ACTIVATED,
  PAGE_ACTIVATED,
  SETTLED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (PlyPageView, ply_page_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static PlyLane
lane (PlyPageView *self)
{
  return self->thumbnails ? PLY_LANE_THUMBNAILS : PLY_LANE_PAGES;
}

/* Tiles */

static PlyPageTile *
get_tile (PlyPageView *self, guint page)
{
  PlyPageTile *tile = g_hash_table_lookup (self->tiles, GUINT_TO_POINTER (page + 1));

  if (tile != NULL)
    return tile;
  tile = PLY_PAGE_TILE (ply_page_tile_new ());
  gtk_widget_set_parent (GTK_WIDGET (tile), GTK_WIDGET (self));
  g_hash_table_insert (self->tiles, GUINT_TO_POINTER (page + 1), tile);
  return tile;
}

static int
pixel_width (PlyPageView *self, guint page)
{
  double width, height;

  ply_layout_get_page_size (self->layout, page, &width, &height);
  return MAX (1,
              (int) (width * self->scale + 0.5) * gtk_widget_get_scale_factor (GTK_WIDGET (self)));
}

/* TRUE when the tile shows the page as it is. */
static gboolean
update_tile (PlyPageView *self, guint page)
{
  PlyPageTile *tile = get_tile (self, page);
  int width = pixel_width (self, page);
  GdkTexture *texture = ply_painter_get_texture (self->painter, page, width);
  GArray *marks =
      self->marks != NULL ? g_hash_table_lookup (self->marks, GUINT_TO_POINTER (page)) : NULL;

  ply_page_tile_set_page (tile, page, ply_page_view_get_n_pages (self));
  ply_page_tile_set_texture (tile, texture);
  ply_page_tile_set_marks (tile, marks, page == self->active_page ? self->active_mark : -1,
                           self->scale);
  ply_page_tile_set_selected (tile, self->thumbnails && page == self->page);
  if (texture == NULL)
    ply_painter_request (self->painter, lane (self), page, width);
  return texture != NULL;
}

static void
allocate_tile (PlyPageView *self, guint page)
{
  GtkWidget *tile = GTK_WIDGET (get_tile (self, page));
  graphene_rect_t rect;

  ply_page_view_page_rect (self, page, &rect);
  gtk_widget_measure (tile, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (
      tile,
      &(GtkAllocation) { (int) (rect.origin.x - gtk_adjustment_get_value (self->hadjustment)),
                         (int) (rect.origin.y - gtk_adjustment_get_value (self->vadjustment)),
                         (int) rect.size.width, (int) rect.size.height },
      -1);
}

static gboolean
is_far_cb (gpointer key, gpointer value, gpointer data)
{
  const guint *range = data;
  guint page = GPOINTER_TO_UINT (key) - 1;

  if (page >= range[0] && page <= range[1])
    return FALSE;
  gtk_widget_unparent (value);
  return TRUE;
}

static void
settle (PlyPageView *self, gboolean complete)
{
  if (!complete || self->settled)
    return;
  self->settled = TRUE;
  g_signal_emit (self, signals[SETTLED], 0);
}

/* Pages in view first, then those around them. */
static void
update_tiles (PlyPageView *self)
{
  double y = gtk_adjustment_get_value (self->vadjustment);
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  guint first = ply_page_view_page_at (self, y);
  guint last = ply_page_view_page_at (self, y + height);
  guint around[2] = { first > 0 ? first - 1 : 0,
                      MIN (last + 1, ply_page_view_get_n_pages (self) - 1) };
  gboolean complete = TRUE;

  g_hash_table_foreach_remove (self->tiles, is_far_cb, around);
  ply_painter_clear_requests (self->painter, lane (self));
  for (guint page = first; page <= last; page++)
    complete = update_tile (self, page) && complete;
  for (guint page = around[0]; page <= around[1]; page++)
    {
      if (page < first || page > last)
        update_tile (self, page);
      allocate_tile (self, page);
    }
  settle (self, complete);
}

static void
painted_cb (PlyPageView *self, guint page)
{
  if (g_hash_table_contains (self->tiles, GUINT_TO_POINTER (page + 1)))
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
update_page (PlyPageView *self)
{
  double y = gtk_adjustment_get_value (self->vadjustment)
             + gtk_widget_get_height (GTK_WIDGET (self)) * 0.4;
  guint page = ply_page_view_page_at (self, y);

  if (self->thumbnails || page == self->page)
    return;
  self->page = page;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PAGE]);
}

/* Widget */

static void
configure (PlyPageView *self, int width, int height)
{
  double column = ply_page_view_get_column_width (self);
  double total = g_array_index (self->tops, double, self->tops->len - 1);
  double x = gtk_adjustment_get_value (self->hadjustment);
  double y = self->pending_y >= 0 ? self->pending_y : gtk_adjustment_get_value (self->vadjustment);

  self->pending_y = -1;
  gtk_adjustment_configure (self->hadjustment, CLAMP (x, 0, MAX (column - width, 0)), 0,
                            MAX (column, width), width * 0.1, width * 0.9, width);
  gtk_adjustment_configure (self->vadjustment, CLAMP (y, 0, MAX (total - height, 0)), 0,
                            MAX (total, height), height * 0.1, height * 0.9, height);
}

/* Another scale: what stands at the top stays there. */
static void
rescale (PlyPageView *self, double scale)
{
  double y = gtk_adjustment_get_value (self->vadjustment);
  guint page = ply_page_view_page_at (self, y);
  double offset = (y - g_array_index (self->tops, double, page)) / self->scale;

  ply_page_view_measure_pages (self, scale);
  if (self->pending_y < 0)
    self->pending_y = MAX (g_array_index (self->tops, double, page) + offset * scale, 0);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ZOOM]);
}

static void
ply_page_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PlyPageView *self = PLY_PAGE_VIEW (widget);
  double scale;

  if (ply_page_view_get_n_pages (self) == 0 || self->hadjustment == NULL)
    return;
  scale = self->fit == PLY_FIT_NONE ? self->zoom * POINT_SCALE
                                    : ply_page_view_fitting_scale (self, width, height);
  if (fabs (scale - self->scale) > 1e-6)
    rescale (self, scale);
  configure (self, width, height);
  update_page (self);
  update_tiles (self);
}

static void
ply_page_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                       int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = 60;
  *natural = 300;
}

static void
ply_page_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                               (float) gtk_widget_get_height (widget)));
  GTK_WIDGET_CLASS (ply_page_view_parent_class)->snapshot (widget, snapshot);
  gtk_snapshot_pop (snapshot);
}

/* Object */

static void
set_adjustment (PlyPageView *self, GtkAdjustment **place, GtkAdjustment *adjustment)
{
  if (*place != NULL)
    g_signal_handlers_disconnect_by_data (*place, self);
  g_set_object (place, adjustment);
  if (adjustment != NULL)
    g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_allocate),
                             self, G_CONNECT_SWAPPED);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
ply_page_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  PlyPageView *self = PLY_PAGE_VIEW (object);

  switch (prop_id)
    {
    case PROP_THUMBNAILS:
      self->thumbnails = g_value_get_boolean (value);
      break;
    case PROP_HADJUSTMENT:
      set_adjustment (self, &self->hadjustment, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, &self->vadjustment, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->hscroll_policy = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->vscroll_policy = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ply_page_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  PlyPageView *self = PLY_PAGE_VIEW (object);

  switch (prop_id)
    {
    case PROP_PAGE:
      g_value_set_uint (value, self->page);
      break;
    case PROP_ZOOM:
      g_value_set_double (value, ply_page_view_get_zoom (self));
      break;
    case PROP_THUMBNAILS:
      g_value_set_boolean (value, self->thumbnails);
      break;
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->hadjustment);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->vadjustment);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->hscroll_policy);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->vscroll_policy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ply_page_view_dispose (GObject *object)
{
  PlyPageView *self = PLY_PAGE_VIEW (object);
  GtkWidget *child;

  g_clear_pointer (&self->tiles, g_hash_table_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->marks, g_hash_table_unref);
  g_clear_pointer (&self->layout, ply_layout_unref);
  g_clear_pointer (&self->tops, g_array_unref);
  g_clear_object (&self->painter);
  g_clear_object (&self->hadjustment);
  g_clear_object (&self->vadjustment);

  G_OBJECT_CLASS (ply_page_view_parent_class)->dispose (object);
}

static void
ply_page_view_class_init (PlyPageViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->set_property = ply_page_view_set_property;
  object_class->get_property = ply_page_view_get_property;
  object_class->dispose = ply_page_view_dispose;
  widget_class->size_allocate = ply_page_view_size_allocate;
  widget_class->measure = ply_page_view_measure;
  widget_class->snapshot = ply_page_view_snapshot;

  props[PROP_PAGE] = g_param_spec_uint ("page", NULL, NULL, 0, G_MAXUINT, 0,
                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, 0, G_MAXDOUBLE, 1,
                                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_THUMBNAILS] =
      g_param_spec_boolean ("thumbnails", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  signals[RECORD_ACTIVATED] = g_signal_new ("record-activated", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                            NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[PAGE_ACTIVATED] = g_signal_new ("page-activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SETTLED] =
      g_signal_new ("settled", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "pages");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  ply_page_view_add_bindings (widget_class);
}

static void
ply_page_view_init (PlyPageView *self)
{
  self->tiles = g_hash_table_new (NULL, NULL);
  self->tops = g_array_new (FALSE, FALSE, sizeof (double));
  self->fit = PLY_FIT_WIDTH;
  self->zoom = 1;
  self->scale = POINT_SCALE;
  self->pending_y = -1;
  self->active_mark = -1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  ply_page_view_add_input (self);
}

/* Public */

void
ply_page_view_set_painter (PlyPageView *self, PlyPainter *painter)
{
  g_return_if_fail (PLY_IS_PAGE_VIEW (self) && PLY_IS_PAINTER (painter));

  g_set_object (&self->painter, painter);
  g_signal_connect_object (painter, "painted", G_CALLBACK (painted_cb), self, G_CONNECT_SWAPPED);
}

void
ply_page_view_layout_changed (PlyPageView *self)
{
  g_autoptr (PlyLayout) old = NULL;
  PlyLayout *layout;

  g_return_if_fail (PLY_IS_PAGE_VIEW (self) && self->painter != NULL);

  old = g_steal_pointer (&self->layout);
  layout = ply_layout_ref (ply_painter_get_layout (self->painter));
  if (old != NULL && self->tops->len > 1 && ply_layout_get_n_pages (layout) > 0)
    self->pending_y = ply_page_view_find_place (self, old, layout);
  self->layout = layout;
  ply_page_view_measure_pages (self, self->scale);
  self->settled = FALSE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PAGE]);
}

guint
ply_page_view_get_n_pages (PlyPageView *self)
{
  g_return_val_if_fail (PLY_IS_PAGE_VIEW (self), 0);
  return self->layout != NULL ? ply_layout_get_n_pages (self->layout) : 0;
}

guint
ply_page_view_get_page (PlyPageView *self)
{
  g_return_val_if_fail (PLY_IS_PAGE_VIEW (self), 0);
  return self->page;
}

static void
scroll_to (PlyPageView *self, double y)
{
  self->pending_y = MAX (y, 0);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
ply_page_view_set_page (PlyPageView *self, guint page)
{
  g_return_if_fail (PLY_IS_PAGE_VIEW (self));

  if (page < ply_page_view_get_n_pages (self))
    scroll_to (self, g_array_index (self->tops, double, page) - PLY_PAGE_GAP);
}

void
ply_page_view_reveal_page (PlyPageView *self, guint page)
{
  double y, height, top, bottom;

  g_return_if_fail (PLY_IS_PAGE_VIEW (self));

  if (page >= ply_page_view_get_n_pages (self) || self->vadjustment == NULL)
    return;
  y = gtk_adjustment_get_value (self->vadjustment);
  height = gtk_adjustment_get_page_size (self->vadjustment);
  top = g_array_index (self->tops, double, page) - PLY_PAGE_GAP;
  bottom = g_array_index (self->tops, double, page + 1);
  if (self->thumbnails)
    self->page = page;
  if (top < y)
    scroll_to (self, top);
  else if (bottom > y + height)
    scroll_to (self, bottom - height);
  else
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
ply_page_view_reveal (PlyPageView *self, guint page, const graphene_rect_t *place)
{
  double y, top, height;

  g_return_if_fail (PLY_IS_PAGE_VIEW (self) && place != NULL);

  if (page >= ply_page_view_get_n_pages (self))
    return;
  y = gtk_adjustment_get_value (self->vadjustment);
  height = gtk_adjustment_get_page_size (self->vadjustment);
  top = g_array_index (self->tops, double, page) + place->origin.y * self->scale;
  if (top < y + 20 || top > y + height - 60)
    scroll_to (self, top - height / 3);
}

double
ply_page_view_get_zoom (PlyPageView *self)
{
  g_return_val_if_fail (PLY_IS_PAGE_VIEW (self), 1);
  return self->fit == PLY_FIT_NONE ? self->zoom : self->scale / POINT_SCALE;
}

void
ply_page_view_set_zoom (PlyPageView *self, double zoom)
{
  g_return_if_fail (PLY_IS_PAGE_VIEW (self));

  self->fit = PLY_FIT_NONE;
  self->zoom = CLAMP (zoom, MIN_ZOOM, MAX_ZOOM);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

PlyFit
ply_page_view_get_fit (PlyPageView *self)
{
  g_return_val_if_fail (PLY_IS_PAGE_VIEW (self), PLY_FIT_NONE);
  return self->fit;
}

void
ply_page_view_set_fit (PlyPageView *self, PlyFit fit)
{
  g_return_if_fail (PLY_IS_PAGE_VIEW (self));

  self->fit = fit;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
ply_page_view_set_marks (PlyPageView *self, GHashTable *marks, guint active_page, int active_index)
{
  g_return_if_fail (PLY_IS_PAGE_VIEW (self));

  if (marks != NULL)
    g_hash_table_ref (marks);
  g_clear_pointer (&self->marks, g_hash_table_unref);
  self->marks = marks;
  self->active_page = active_page;
  self->active_mark = active_index;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
