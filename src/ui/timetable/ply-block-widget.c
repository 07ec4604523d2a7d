/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-block-widget.h"

#define GAP 1 /* between neighbours, on each side */
#define RADIUS 5
#define STRIPE 4
#define PADDING_X 6
#define PADDING_Y 3
#define RING 2
#define COUNTED_WIDTH 5 /* in marks: what is narrower shows no number */
#define FOCUS_ALPHA 0.65f
#define HELD_OPACITY 0.4

struct _PlyBlockWidget
{
  GtkWidget parent_instance;

  /* Owned; the strings of @face are not kept, but for these */
  char *session, *name;
  PlySession *record;
  PlyBlockText *text;
  GdkPaintable *mark;
  PangoLayout *count;

  PlyBlockFace face;
  PlyBlockShape shape; /* the widget itself has whole pixels */
  PlyBlockState state;
  double seen_offset, seen_width;
  gboolean is_fitted;
};

G_DEFINE_FINAL_TYPE (PlyBlockWidget, ply_block_widget, GTK_TYPE_WIDGET)

/* Geometry */

static double
mark_size (PlyBlockWidget *self)
{
  return self->face.line * PLY_BLOCK_MARK_LINES;
}

static gboolean
shows_mark (PlyBlockWidget *self)
{
  return self->face.n_conflicts > 0 && self->shape.height >= mark_size (self) * 0.7
         && self->shape.width >= mark_size (self) * 1.5;
}

static double
count_width (PlyBlockWidget *self)
{
  int width = 0;

  if (self->count != NULL && self->shape.width > mark_size (self) * COUNTED_WIDTH)
    pango_layout_get_pixel_size (self->count, &width, NULL);
  return width > 0 ? width + 2 : 0;
}

static double
stripe_width (PlyBlockWidget *self)
{
  return self->face.is_break ? 0 : STRIPE;
}

static double
padding_y (PlyBlockWidget *self)
{
  return self->shape.height < self->face.line + 2 * PADDING_Y + 2
             ? MAX (0, (self->shape.height - self->face.line) / 2 - GAP)
             : PADDING_Y;
}

static double
words_width (PlyBlockWidget *self)
{
  return MIN (self->seen_width, self->shape.caption_width) - stripe_width (self)
         - 2 * (PADDING_X + GAP);
}

/* Drawing */

static void
get_shape (PlyBlockWidget *self, GskRoundedRect *shape)
{
  graphene_rect_t bounds =
      GRAPHENE_RECT_INIT (GAP, GAP, (float) MAX (1, self->shape.width - 2 * GAP),
                          (float) MAX (1, self->shape.height - 2 * GAP));

  gsk_rounded_rect_init_from_rect (shape, &bounds,
                                   (float) MIN (RADIUS, (self->shape.height - 2 * GAP) / 3));
}

/* Full, in dashes, in dots, double ...: tracks are told apart without their color, too. */
static void
draw_stripe (PlyBlockWidget *self, GtkSnapshot *snapshot)
{
  static const double lengths[][2] = { { 0, 0 }, { 9, 4 }, { 4, 4 }, { 16, 4 }, { 2, 3 } };
  const double *pattern = lengths[self->face.pattern % G_N_ELEMENTS (lengths)];
  float height = (float) (self->shape.height - 2 * GAP);

  if (pattern[0] <= 0)
    gtk_snapshot_append_color (snapshot, &self->face.colors.stripe,
                               &GRAPHENE_RECT_INIT (GAP, GAP, STRIPE, height));
  else
    {
      gtk_snapshot_push_repeat (
          snapshot, &GRAPHENE_RECT_INIT (GAP, GAP, STRIPE, height),
          &GRAPHENE_RECT_INIT (GAP, GAP, STRIPE, (float) (pattern[0] + pattern[1])));
      gtk_snapshot_append_color (snapshot, &self->face.colors.stripe,
                                 &GRAPHENE_RECT_INIT (GAP, GAP, STRIPE, (float) pattern[0]));
      gtk_snapshot_pop (snapshot);
    }
}

static void
draw_border (GtkSnapshot *snapshot, const GskRoundedRect *shape, const GdkRGBA *color, float width)
{
  gtk_snapshot_append_border (snapshot, shape, (const float[4]) { width, width, width, width },
                              (const GdkRGBA[4]) { *color, *color, *color, *color });
}

static void
draw_dashes (PlyBlockWidget *self, GtkSnapshot *snapshot, const GskRoundedRect *shape)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  GskStroke *stroke = gsk_stroke_new (1.5f);
  GskRoundedRect inner = *shape;

  gsk_rounded_rect_shrink (&inner, 1, 1, 1, 1);
  gsk_path_builder_add_rounded_rect (builder, &inner);
  path = gsk_path_builder_free_to_path (g_steal_pointer (&builder));
  gsk_stroke_set_dash (stroke, (const float[2]) { 5, 4 }, 2);
  gtk_snapshot_append_stroke (snapshot, path, stroke, &self->face.colors.stripe);
  gsk_stroke_free (stroke);
}

static void
draw_frame (PlyBlockWidget *self, GtkSnapshot *snapshot)
{
  GskRoundedRect shape;

  get_shape (self, &shape);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_append_color (snapshot, &self->face.colors.fill, &shape.bounds);
  if (!self->face.is_break)
    draw_stripe (self, snapshot);
  gtk_snapshot_pop (snapshot);
  if (self->face.is_tentative)
    draw_dashes (self, snapshot, &shape);
  else
    draw_border (snapshot, &shape, &self->face.colors.border, 1);
}

/* The selection is a ring at the edge, the focus one inside it. */
static void
draw_rings (PlyBlockWidget *self, GtkSnapshot *snapshot)
{
  GskRoundedRect shape;
  GdkRGBA ink = self->face.colors.text;

  get_shape (self, &shape);
  if (self->state & (PLY_BLOCK_SELECTED | PLY_BLOCK_TARGET))
    {
      draw_border (snapshot, &shape, &self->face.accent, RING);
      gsk_rounded_rect_shrink (&shape, RING, RING, RING, RING);
    }
  if (!gtk_widget_has_visible_focus (GTK_WIDGET (self)))
    return;
  ink.alpha = FOCUS_ALPHA;
  draw_border (snapshot, &shape, &ink, RING);
}

static void
draw_count (PlyBlockWidget *self, GtkSnapshot *snapshot, double size)
{
  int height;

  pango_layout_get_pixel_size (self->count, NULL, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot, &GRAPHENE_POINT_INIT ((float) -count_width (self), (float) ((size - height) / 2)));
  gtk_snapshot_append_layout (snapshot, self->count, &self->face.mark_color);
  gtk_snapshot_restore (snapshot);
}

static void
draw_mark (PlyBlockWidget *self, GtkSnapshot *snapshot)
{
  double size = mark_size (self);
  double width = MIN (self->seen_width, self->shape.caption_width);
  double x = self->seen_offset + width - GAP - size - 4;
  const GdkRGBA *color = &self->face.mark_color;
  GdkRGBA colors[4] = { *color, *color, *color, *color };

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((float) x, (float) (padding_y (self) + GAP + 1)));
  if (count_width (self) > 0)
    draw_count (self, snapshot, size);
  if (GTK_IS_SYMBOLIC_PAINTABLE (self->mark))
    gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (self->mark), snapshot, size,
                                              size, colors, G_N_ELEMENTS (colors));
  gtk_snapshot_restore (snapshot);
}

static void
draw_words (PlyBlockWidget *self, GtkSnapshot *snapshot)
{
  double x = self->seen_offset + stripe_width (self) + PADDING_X + GAP;
  double y = padding_y (self) + GAP;
  double free_height = self->shape.height - 2 * y - ply_block_text_get_height (self->text);

  if (self->face.is_break && ply_block_text_get_n_talks (self->text) == 0 && free_height > 0)
    y += free_height / 2;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  ply_block_text_draw (self->text, snapshot, &self->face.colors);
  gtk_snapshot_restore (snapshot);
  ply_block_text_draw_talks (self->text, snapshot, &self->face.colors, &self->face.mark_color);
}

static void
ply_block_widget_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlyBlockWidget *self = PLY_BLOCK_WIDGET (widget);
  gboolean held = (self->state & PLY_BLOCK_HELD) != 0;

  if (self->text == NULL)
    return;
  if (held)
    gtk_snapshot_push_opacity (snapshot, HELD_OPACITY);
  draw_frame (self, snapshot);
  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT (GAP, GAP, (float) (self->shape.width - 2 * GAP),
                                               (float) (self->shape.height - 2 * GAP)));
  draw_words (self, snapshot);
  gtk_snapshot_pop (snapshot);
  if (shows_mark (self))
    draw_mark (self, snapshot);
  draw_rings (self, snapshot);
  if (held)
    gtk_snapshot_pop (snapshot);
}

/* Widget */

static void
ply_block_widget_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                          int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
state_flags_cb (GtkWidget *widget, GtkStateFlags before)
{
  if ((gtk_widget_get_state_flags (widget) ^ before)
      & (GTK_STATE_FLAG_FOCUSED | GTK_STATE_FLAG_FOCUS_VISIBLE))
    gtk_widget_queue_draw (widget);
}

static void
ply_block_widget_dispose (GObject *object)
{
  PlyBlockWidget *self = PLY_BLOCK_WIDGET (object);

  g_clear_pointer (&self->session, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->record, ply_record_unref);
  g_clear_pointer (&self->text, ply_block_text_unref);
  g_clear_object (&self->mark);
  g_clear_object (&self->count);

  G_OBJECT_CLASS (ply_block_widget_parent_class)->dispose (object);
}

static void
ply_block_widget_class_init (PlyBlockWidgetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ply_block_widget_dispose;
  widget_class->measure = ply_block_widget_measure;
  widget_class->snapshot = ply_block_widget_snapshot;
  gtk_widget_class_set_css_name (widget_class, "block");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
ply_block_widget_init (PlyBlockWidget *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "state-flags-changed", G_CALLBACK (state_flags_cb), NULL);
}

/* Public */

GtkWidget *
ply_block_widget_new (void)
{
  return g_object_new (PLY_TYPE_BLOCK_WIDGET, NULL);
}

static void
tell_name (PlyBlockWidget *self, const char *name)
{
  if (g_set_str (&self->name, name))
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
tell_place (PlyBlockWidget *self, const PlyBlockShape *shape)
{
  if (self->shape.row == shape->row && self->shape.column == shape->column
      && self->shape.n_columns == shape->n_columns)
    return;
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ROW_INDEX,
                                  (int) shape->row, GTK_ACCESSIBLE_RELATION_COL_INDEX,
                                  (int) shape->column, GTK_ACCESSIBLE_RELATION_COL_SPAN,
                                  (int) shape->n_columns, -1);
}

void
ply_block_widget_bind (PlyBlockWidget *self, const PlyBlockFace *face, const PlyBlockShape *shape)
{
  PlySession *record;

  g_return_if_fail (PLY_IS_BLOCK_WIDGET (self) && face != NULL && shape != NULL);

  tell_name (self, face->name);
  record = ply_record_ref (face->session);
  g_clear_pointer (&self->record, ply_record_unref);
  self->record = record;
  g_set_str (&self->session, record->record.id);
  ply_block_text_ref (face->text);
  g_clear_pointer (&self->text, ply_block_text_unref);
  self->text = face->text;
  g_set_object (&self->mark, face->mark);
  g_set_object (&self->count, face->count);
  self->face = *face;
  self->is_fitted = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  ply_block_widget_reshape (self, shape);
}

void
ply_block_widget_reshape (PlyBlockWidget *self, const PlyBlockShape *shape)
{
  g_return_if_fail (PLY_IS_BLOCK_WIDGET (self) && shape != NULL);

  tell_place (self, shape);
  if (self->shape.width != shape->width || self->shape.height != shape->height
      || self->shape.caption_width != shape->caption_width
      || self->shape.caption_height != shape->caption_height
      || self->shape.is_small != shape->is_small || !self->is_fitted)
    {
      self->is_fitted = FALSE;
      self->seen_offset = 0;
      self->seen_width = shape->width;
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
  self->shape = *shape;
}

gboolean
ply_block_widget_is_fitted (PlyBlockWidget *self)
{
  g_return_val_if_fail (PLY_IS_BLOCK_WIDGET (self), TRUE);
  return self->is_fitted;
}

void
ply_block_widget_fit (PlyBlockWidget *self)
{
  double width, height;

  g_return_if_fail (PLY_IS_BLOCK_WIDGET (self) && self->text != NULL);

  width = words_width (self);
  height = MIN (self->shape.caption_height, self->shape.height) - 2 * (padding_y (self) + GAP);
  if (shows_mark (self))
    width -= mark_size (self) + count_width (self) + 2;
  ply_block_text_fit (self->text, width, height, self->face.line, self->shape.is_small);
  self->is_fitted = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const PlySession *
ply_block_widget_get_record (PlyBlockWidget *self)
{
  g_return_val_if_fail (PLY_IS_BLOCK_WIDGET (self), NULL);
  return self->record;
}

gboolean
ply_block_widget_is_wide (PlyBlockWidget *self)
{
  g_return_val_if_fail (PLY_IS_BLOCK_WIDGET (self), FALSE);
  return self->shape.n_columns > 1;
}

guint
ply_block_widget_get_n_conflicts (PlyBlockWidget *self, PlySeverity *worst)
{
  g_return_val_if_fail (PLY_IS_BLOCK_WIDGET (self) && worst != NULL, 0);

  *worst = self->face.worst;
  return self->face.n_conflicts;
}

const char *
ply_block_widget_get_session (PlyBlockWidget *self)
{
  g_return_val_if_fail (PLY_IS_BLOCK_WIDGET (self), NULL);
  return self->session;
}

void
ply_block_widget_set_state (PlyBlockWidget *self, PlyBlockState state)
{
  g_return_if_fail (PLY_IS_BLOCK_WIDGET (self));

  if (self->state == state)
    return;
  if ((self->state ^ state) & PLY_BLOCK_SELECTED)
    gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED,
                                 (state & PLY_BLOCK_SELECTED) != 0, -1);
  self->state = state;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
ply_block_widget_set_seen (PlyBlockWidget *self, double offset, double width)
{
  g_return_if_fail (PLY_IS_BLOCK_WIDGET (self));

  if (self->seen_offset == offset && self->seen_width == width)
    return;
  self->seen_offset = offset;
  if (self->seen_width != width)
    {
      self->seen_width = width;
      if (self->is_fitted)
        ply_block_widget_fit (self);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
