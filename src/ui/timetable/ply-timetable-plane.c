/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-timetable-plane.h"

#include "ply-plane-ground.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Blocks are built so far beyond what is seen, and their words laid out, in what is left of frames:
 * no more microseconds a frame than this. */
#define MARGIN 240
#define BUDGET 4000
#define MAX_POOL 240
#define LEAST_SEEN 40 /* of a wide block, to move its words for */

struct _PlyTimetablePlane
{
  GtkWidget parent_instance;

  /* Borrowed */
  PlyTimetableView *view;
  PlyBlockMaker *maker;

  /* Owned */
  PlyGrid *grid;
  GArray *shades;     /* PlyPlaneShade */
  GHashTable *blocks; /* session id, of the widget -> PlyBlockWidget, a child */
  GPtrArray *pool;    /* children that show nothing */
  GHashTable *held;   /* session ids; NULL: none */
  char *target;
  PlyGridBox seen, built;
  GArray *pending; /* indexes of blocks that may not be built yet */
  guint tick;      /* builds and lays out */
};

G_DEFINE_FINAL_TYPE (PlyTimetablePlane, ply_timetable_plane, GTK_TYPE_WIDGET)

/* Building and reusing */

/* A screen reader may give a block the focus, too. */
static void
focused_cb (PlyTimetablePlane *self, GParamSpec *pspec, GtkWidget *widget)
{
  const char *session = ply_block_widget_get_session (PLY_BLOCK_WIDGET (widget));

  if (gtk_widget_has_focus (widget) && gtk_widget_get_child_visible (widget) && session != NULL)
    ply_timetable_view_set_focus (self->view, session);
}

static PlyBlockWidget *
take_widget (PlyTimetablePlane *self)
{
  GtkWidget *widget;

  if (self->pool->len > 0)
    {
      widget = g_ptr_array_steal_index_fast (self->pool, self->pool->len - 1);
      gtk_widget_set_child_visible (widget, TRUE);
      gtk_accessible_update_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_HIDDEN, FALSE, -1);
      return PLY_BLOCK_WIDGET (widget);
    }
  widget = ply_block_widget_new ();
  g_signal_connect_object (widget, "notify::has-focus", G_CALLBACK (focused_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (widget, GTK_WIDGET (self));
  return PLY_BLOCK_WIDGET (widget);
}

static void
put_away (PlyTimetablePlane *self, GtkWidget *widget)
{
  if (self->pool->len >= MAX_POOL)
    {
      gtk_widget_unparent (widget);
      return;
    }
  gtk_widget_set_child_visible (widget, FALSE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  g_ptr_array_add (self->pool, widget);
}

static PlyBlockState
state_of (PlyTimetablePlane *self, const char *session)
{
  PlyBlockState state = 0;

  if (ply_timetable_view_is_selected (self->view, session))
    state |= PLY_BLOCK_SELECTED;
  if (self->held != NULL && g_hash_table_contains (self->held, session))
    state |= PLY_BLOCK_HELD;
  if (g_strcmp0 (self->target, session) == 0)
    state |= PLY_BLOCK_TARGET;
  return state;
}

/* What is in all rooms lies under the others. */
static void
set_depth (PlyTimetablePlane *self, GtkWidget *widget, const PlyGridBlock *block)
{
  if (block->n_lanes > 1)
    gtk_widget_insert_after (widget, GTK_WIDGET (self), NULL);
  else if (gtk_widget_get_next_sibling (widget) != NULL)
    gtk_widget_insert_before (widget, GTK_WIDGET (self), NULL);
}

/* The words of what is wider than the view stay in view. */
static void
update_seen (PlyTimetablePlane *self, PlyBlockWidget *widget, guint index)
{
  const PlyGridBlock *block = ply_grid_get_block (self->grid, index);
  double left = MAX (block->box.x, self->seen.x);
  double right = MIN (block->box.x + block->box.width, self->seen.x + self->seen.width);

  if (block->n_lanes <= 1)
    return;
  if (right - left < LEAST_SEEN
      || ply_grid_get_caption (self->grid, index).width < block->box.width)
    ply_block_widget_set_seen (widget, 0, block->box.width);
  else
    ply_block_widget_set_seen (widget, floor (left - block->box.x), floor (right - left));
}

static void
bind (PlyTimetablePlane *self, PlyBlockWidget *widget, guint index)
{
  const PlyGridBlock *block = ply_grid_get_block (self->grid, index);

  ply_block_maker_bind (self->maker, widget, self->grid, index);
  ply_block_widget_set_state (widget, state_of (self, block->session->record.id));
  update_seen (self, widget, index);
}

static GtkWidget *
build (PlyTimetablePlane *self, guint index)
{
  const PlyGridBlock *block = ply_grid_get_block (self->grid, index);
  PlyBlockWidget *widget = g_hash_table_lookup (self->blocks, block->session->record.id);

  if (widget != NULL)
    return GTK_WIDGET (widget);
  widget = take_widget (self);
  bind (self, widget, index);
  set_depth (self, GTK_WIDGET (widget), block);
  g_hash_table_insert (self->blocks, (char *) ply_block_widget_get_session (widget), widget);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  return GTK_WIDGET (widget);
}

/* The focus must not be lost by scrolling. */
static gboolean
is_kept (PlyTimetablePlane *self, GtkWidget *widget, int index)
{
  if (index < 0)
    return FALSE;
  return gtk_widget_is_focus (widget)
         || ply_grid_box_meets (&ply_grid_get_block (self->grid, (guint) index)->box, &self->built);
}

static void
drop_unseen (PlyTimetablePlane *self)
{
  GHashTableIter iter;
  gpointer id, widget;

  g_hash_table_iter_init (&iter, self->blocks);
  while (g_hash_table_iter_next (&iter, &id, &widget))
    if (self->grid == NULL || !is_kept (self, widget, ply_grid_find (self->grid, id)))
      {
        g_hash_table_iter_remove (&iter);
        put_away (self, widget);
      }
}

static void
build_area (PlyTimetablePlane *self, const PlyGridBox *area)
{
  g_autoptr (GArray) indexes = g_array_new (FALSE, FALSE, sizeof (guint));

  ply_grid_visible (self->grid, area, indexes);
  for (guint i = 0; i < indexes->len; i++)
    build (self, g_array_index (indexes, guint, i));
}

/* Laying out in what is left of frames */

static gboolean
is_seen (PlyTimetablePlane *self, PlyBlockWidget *widget)
{
  int index = ply_grid_find (self->grid, ply_block_widget_get_session (widget));

  return index >= 0
         && ply_grid_box_meets (&ply_grid_get_block (self->grid, (guint) index)->box, &self->seen);
}

/* FALSE when the time was up before all were done. */
static gboolean
fit_blocks (PlyTimetablePlane *self, gboolean seen_only, gint64 deadline)
{
  GHashTableIter iter;
  gpointer widget;

  g_hash_table_iter_init (&iter, self->blocks);
  while (g_hash_table_iter_next (&iter, NULL, &widget))
    {
      if (ply_block_widget_is_fitted (widget) || (seen_only && !is_seen (self, widget)))
        continue;
      if (g_get_monotonic_time () > deadline)
        return FALSE;
      ply_block_widget_fit (widget);
    }
  return TRUE;
}

static gboolean
build_pending (PlyTimetablePlane *self, gint64 deadline)
{
  while (self->pending->len > 0)
    {
      if (g_get_monotonic_time () > deadline)
        return FALSE;
      build (self, g_array_index (self->pending, guint, self->pending->len - 1));
      g_array_set_size (self->pending, self->pending->len - 1);
    }
  return TRUE;
}

static gboolean
work (PlyTimetablePlane *self)
{
  gint64 deadline = g_get_monotonic_time () + BUDGET;

  return self->grid == NULL
         || (fit_blocks (self, TRUE, deadline) && build_pending (self, deadline)
             && fit_blocks (self, FALSE, deadline));
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  PlyTimetablePlane *self = PLY_TIMETABLE_PLANE (widget);

  if (!work (self))
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

static void
queue_work (PlyTimetablePlane *self)
{
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

/* What is seen at once, the rest soon. */
static void
build_seen (PlyTimetablePlane *self)
{
  drop_unseen (self);
  g_array_set_size (self->pending, 0);
  if (self->grid == NULL)
    return;
  build_area (self, &self->seen);
  ply_grid_visible (self->grid, &self->built, self->pending);
  queue_work (self);
}

static void
set_seen (PlyTimetablePlane *self, const PlyGridBox *seen)
{
  self->seen = *seen;
  self->built = (PlyGridBox) { seen->x - MARGIN, seen->y - MARGIN, seen->width + 2 * MARGIN,
                               seen->height + 2 * MARGIN };
}

static gboolean
is_inside (const PlyGridBox *inner, const PlyGridBox *outer)
{
  return inner->x >= outer->x && inner->y >= outer->y
         && inner->x + inner->width <= outer->x + outer->width
         && inner->y + inner->height <= outer->y + outer->height;
}

/* Widget */

static void
allocate_block (PlyTimetablePlane *self, GtkWidget *widget, const PlyGridBlock *block)
{
  const PlyGridBox *box = &block->box;
  GskTransform *transform = gsk_transform_translate (
      NULL, &GRAPHENE_POINT_INIT ((float) floor (box->x), (float) floor (box->y)));

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_allocate (widget, MAX (1, (int) ceil (box->width)), MAX (1, (int) ceil (box->height)),
                       -1, transform);
}

static void
ply_timetable_plane_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PlyTimetablePlane *self = PLY_TIMETABLE_PLANE (widget);
  GHashTableIter iter;
  gpointer id, block;

  g_hash_table_iter_init (&iter, self->blocks);
  while (g_hash_table_iter_next (&iter, &id, &block))
    allocate_block (self, block,
                    ply_grid_get_block (self->grid, (guint) ply_grid_find (self->grid, id)));
}

static void
ply_timetable_plane_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                             int *minimum, int *natural, int *minimum_baseline,
                             int *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
ply_timetable_plane_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlyTimetablePlane *self = PLY_TIMETABLE_PLANE (widget);
  PlyPlaneGround ground = { 0 };

  if (self->grid == NULL)
    return;
  ground.grid = self->grid;
  ground.scheme = ply_block_maker_get_scheme (self->maker);
  gtk_widget_get_color (widget, &ground.ink);
  ground.shades = (const PlyPlaneShade *) self->shades->data;
  ground.n_shades = self->shades->len;
  ply_plane_ground_draw (&ground, snapshot);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_snapshot_child (widget, child, snapshot);
}

static gboolean
query_tooltip_cb (PlyTimetablePlane *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  const char *focus = ply_timetable_view_get_focus (self->view);
  g_autofree char *words = NULL;
  int index = -1;

  if (self->grid == NULL || self->held != NULL)
    return FALSE;
  if (!keyboard)
    index = ply_grid_at (self->grid, x, y);
  else if (focus != NULL)
    index = ply_grid_find (self->grid, focus);
  if (index < 0)
    return FALSE;
  words = ply_block_maker_dup_tooltip (self->maker, self->grid, (guint) index);
  gtk_tooltip_set_text (tooltip, words);
  return TRUE;
}

static void
ply_timetable_plane_dispose (GObject *object)
{
  PlyTimetablePlane *self = PLY_TIMETABLE_PLANE (object);
  GtkWidget *child;

  if (self->blocks != NULL)
    g_hash_table_remove_all (self->blocks);
  g_ptr_array_set_size (self->pool, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->grid, ply_grid_unref);

  G_OBJECT_CLASS (ply_timetable_plane_parent_class)->dispose (object);
}

static void
ply_timetable_plane_finalize (GObject *object)
{
  PlyTimetablePlane *self = PLY_TIMETABLE_PLANE (object);

  g_hash_table_unref (self->blocks);
  g_ptr_array_unref (self->pool);
  g_array_unref (self->shades);
  g_array_unref (self->pending);
  g_clear_pointer (&self->held, g_hash_table_unref);
  g_free (self->target);

  G_OBJECT_CLASS (ply_timetable_plane_parent_class)->finalize (object);
}

static void
ply_timetable_plane_class_init (PlyTimetablePlaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ply_timetable_plane_dispose;
  G_OBJECT_CLASS (klass)->finalize = ply_timetable_plane_finalize;
  widget_class->measure = ply_timetable_plane_measure;
  widget_class->size_allocate = ply_timetable_plane_size_allocate;
  widget_class->snapshot = ply_timetable_plane_snapshot;
  gtk_widget_class_set_css_name (widget_class, "plane");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
ply_timetable_plane_init (PlyTimetablePlane *self)
{
  self->blocks = g_hash_table_new (g_str_hash, g_str_equal);
  self->pool = g_ptr_array_new ();
  self->shades = g_array_new (FALSE, FALSE, sizeof (PlyPlaneShade));
  self->pending = g_array_new (FALSE, FALSE, sizeof (guint));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Timetable"), GTK_ACCESSIBLE_PROPERTY_MULTI_SELECTABLE, TRUE,
                                  -1);
}

/* Public */

GtkWidget *
ply_timetable_plane_new (PlyTimetableView *view, PlyBlockMaker *maker)
{
  PlyTimetablePlane *self = g_object_new (PLY_TYPE_TIMETABLE_PLANE, NULL);

  self->view = view;
  self->maker = maker;
  return GTK_WIDGET (self);
}

static void
rebind (PlyTimetablePlane *self, gboolean kept)
{
  GHashTableIter iter;
  gpointer id, widget;

  g_hash_table_iter_init (&iter, self->blocks);
  while (g_hash_table_iter_next (&iter, &id, &widget))
    {
      guint index = (guint) ply_grid_find (self->grid, id);
      gboolean was_wide = ply_block_widget_is_wide (widget);

      ply_block_maker_rebind (self->maker, widget, self->grid, index, kept);
      update_seen (self, widget, index);
      if (ply_block_widget_is_wide (widget) != was_wide)
        set_depth (self, widget, ply_grid_get_block (self->grid, index));
    }
  queue_work (self);
}

void
ply_timetable_plane_set_grid (PlyTimetablePlane *self, PlyGrid *grid, const PlyGridBox *seen,
                              gboolean kept)
{
  g_return_if_fail (PLY_IS_TIMETABLE_PLANE (self) && grid != NULL && seen != NULL);

  ply_grid_ref (grid);
  g_clear_pointer (&self->grid, ply_grid_unref);
  self->grid = grid;
  set_seen (self, seen);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_COL_COUNT,
                                  (int) ply_grid_get_n_lanes (grid), -1);
  drop_unseen (self);
  rebind (self, kept);
  build_seen (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
ply_timetable_plane_update_conflicts (PlyTimetablePlane *self)
{
  g_return_if_fail (PLY_IS_TIMETABLE_PLANE (self));

  if (self->grid != NULL)
    rebind (self, TRUE);
}

void
ply_timetable_plane_set_seen (PlyTimetablePlane *self, const PlyGridBox *seen)
{
  GHashTableIter iter;
  gpointer id, widget;

  g_return_if_fail (PLY_IS_TIMETABLE_PLANE (self) && seen != NULL);

  self->seen = *seen;
  if (self->grid == NULL)
    return;
  if (!is_inside (seen, &self->built))
    {
      set_seen (self, seen);
      build_seen (self);
    }
  else if (self->pending->len > 0)
    build_area (self, seen);
  g_hash_table_iter_init (&iter, self->blocks);
  while (g_hash_table_iter_next (&iter, &id, &widget))
    if (ply_block_widget_is_wide (widget))
      update_seen (self, widget, (guint) ply_grid_find (self->grid, id));
}

void
ply_timetable_plane_set_shades (PlyTimetablePlane *self, const PlyPlaneShade *shades,
                                guint n_shades)
{
  g_return_if_fail (PLY_IS_TIMETABLE_PLANE (self));

  if (n_shades == 0 && self->shades->len == 0)
    return;
  g_array_set_size (self->shades, 0);
  if (n_shades > 0)
    g_array_append_vals (self->shades, shades, n_shades);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
ply_timetable_plane_update_states (PlyTimetablePlane *self)
{
  GHashTableIter iter;
  gpointer id, widget;

  g_return_if_fail (PLY_IS_TIMETABLE_PLANE (self));

  g_hash_table_iter_init (&iter, self->blocks);
  while (g_hash_table_iter_next (&iter, &id, &widget))
    ply_block_widget_set_state (widget, state_of (self, id));
}

void
ply_timetable_plane_set_held (PlyTimetablePlane *self, const char *const *sessions)
{
  g_return_if_fail (PLY_IS_TIMETABLE_PLANE (self));

  g_clear_pointer (&self->held, g_hash_table_unref);
  if (sessions != NULL && sessions[0] != NULL)
    self->held = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; self->held != NULL && sessions[i] != NULL; i++)
    g_hash_table_add (self->held, g_strdup (sessions[i]));
  ply_timetable_plane_update_states (self);
}

void
ply_timetable_plane_set_target (PlyTimetablePlane *self, const char *session)
{
  g_return_if_fail (PLY_IS_TIMETABLE_PLANE (self));

  if (g_set_str (&self->target, session))
    ply_timetable_plane_update_states (self);
}

GtkWidget *
ply_timetable_plane_get_block (PlyTimetablePlane *self, const char *session)
{
  g_return_val_if_fail (PLY_IS_TIMETABLE_PLANE (self) && session != NULL, NULL);
  return g_hash_table_lookup (self->blocks, session);
}

GtkWidget *
ply_timetable_plane_build_block (PlyTimetablePlane *self, const char *session)
{
  int index;

  g_return_val_if_fail (PLY_IS_TIMETABLE_PLANE (self) && session != NULL, NULL);

  index = self->grid != NULL ? ply_grid_find (self->grid, session) : -1;
  return index >= 0 ? build (self, (guint) index) : NULL;
}
