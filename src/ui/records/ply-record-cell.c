/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-record-cell.h"

#include "ply-color-dot.h"
#include "ply-conflict-mark.h"

#define SPACING 6
#define LINE_SPACING 3

/* A list builds 200 rows at once, most of them out of sight, whenever it shows other records. So a
 * cell draws its text itself, and only when it is seen: labels in its place double what the whole
 * list costs (build-aux/bench/filter). */
struct _PlyRecordCell
{
  GtkWidget parent_instance;

  PlyWorkspace *workspace;
  const PlyColumn *column;

  PlyRow *row;
  gulong changed_id;
  char *text;

  GtkWidget *dot;
  GtkWidget *summary_label;
};

G_DEFINE_FINAL_TYPE (PlyRecordCell, ply_record_cell, GTK_TYPE_WIDGET)

/* Helpers */

static PangoLayout *
make_layout (PlyRecordCell *self)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->text);

  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

/* The height of a line in the widget's font, whatever its text is. The last one is kept: hundreds
 * of cells in one font ask for it. */
static int
measure_line (GtkWidget *widget)
{
  static PangoFontDescription *measured;
  static double resolution;
  static int height;
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontDescription *font = pango_context_get_font_description (context);
  double now = pango_cairo_context_get_resolution (context);

  if (measured == NULL || resolution != now || !pango_font_description_equal (measured, font))
    {
      PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);

      height = PANGO_PIXELS_CEIL (pango_font_metrics_get_ascent (metrics)
                                  + pango_font_metrics_get_descent (metrics));
      pango_font_metrics_unref (metrics);
      g_clear_pointer (&measured, pango_font_description_free);
      measured = pango_font_description_copy (font);
      resolution = now;
    }
  return height;
}

static int
measure_child (GtkWidget *child, GtkOrientation orientation)
{
  int natural = 0;

  if (child != NULL && gtk_widget_should_layout (child))
    gtk_widget_measure (child, orientation, -1, NULL, &natural, NULL, NULL);
  return natural;
}

/* The dot, and the gap behind it. */
static int
measure_start (PlyRecordCell *self)
{
  int width = measure_child (self->dot, GTK_ORIENTATION_HORIZONTAL);

  return width > 0 ? width + SPACING : 0;
}

static int
measure_height (PlyRecordCell *self)
{
  int summary = measure_child (self->summary_label, GTK_ORIENTATION_VERTICAL);

  return measure_line (GTK_WIDGET (self)) + (summary > 0 ? LINE_SPACING + summary : 0);
}

static void
allocate_child (GtkWidget *child, int x, int y, int width, int height)
{
  gtk_widget_size_allocate (child, &(GtkAllocation) { x, y, width, height }, -1);
}

static gboolean
is_right_to_left (PlyRecordCell *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static PlyItem *
get_item (PlyRecordCell *self)
{
  return self->row != NULL ? ply_row_get_item (self->row) : NULL;
}

/* What is worth a mark stands in the title's cell; looked up when it is drawn. */
static PlyConflictMark
get_mark (PlyRecordCell *self)
{
  const PlyConflictMark none = { 0 };
  PlyItem *item = get_item (self);

  if (self->column->width != 0 || item == NULL)
    return none;
  return ply_conflict_mark_of (self->workspace, ply_item_get_kind (item), ply_item_get_id (item));
}

static void
update (PlyRecordCell *self)
{
  PlySnapshot *snapshot = ply_workspace_get_snapshot (self->workspace);
  gconstpointer record = ply_item_get_record (get_item (self));

  g_free (self->text);
  self->text = self->column->dup_text (snapshot, record);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->text != NULL ? self->text : "", -1);
  if (self->dot != NULL)
    ply_color_dot_set_color (PLY_COLOR_DOT (self->dot), self->column->get_color (snapshot, record));
  if (self->summary_label != NULL)
    {
      g_autofree char *summary = ply_record_columns_dup_summary (snapshot, record);

      gtk_label_set_label (GTK_LABEL (self->summary_label), summary);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
let_go (PlyRecordCell *self)
{
  if (self->row != NULL)
    g_clear_signal_handler (&self->changed_id, self->row);
  g_clear_object (&self->row);
}

/* Class */

/* The width comes from the column; the height of the row from its title. */
static void
ply_record_cell_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                         int *natural, int *minimum_baseline, int *natural_baseline)
{
  PlyRecordCell *self = PLY_RECORD_CELL (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = measure_start (self);
  else
    *minimum = *natural = self->column->width == 0 ? measure_height (self) : 0;
}

static void
ply_record_cell_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PlyRecordCell *self = PLY_RECORD_CELL (widget);
  int dot = measure_child (self->dot, GTK_ORIENTATION_HORIZONTAL);
  int start = measure_start (self);
  int summary = measure_child (self->summary_label, GTK_ORIENTATION_VERTICAL);

  if (self->dot != NULL)
    allocate_child (self->dot, is_right_to_left (self) ? width - dot : 0, 0, dot, height);
  if (self->summary_label != NULL)
    allocate_child (self->summary_label, is_right_to_left (self) ? 0 : start, height - summary,
                    MAX (width - start, 0), summary);
}

static void
ply_record_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlyRecordCell *self = PLY_RECORD_CELL (widget);
  PlyConflictMark mark = get_mark (self);
  int mark_width = ply_conflict_mark_measure (&mark, widget);
  int end = mark_width > 0 ? mark_width + SPACING : 0;
  int start = measure_start (self);
  int width = gtk_widget_get_width (widget) - start - end;
  int space = gtk_widget_get_height (widget);

  if (self->summary_label != NULL)
    space -= LINE_SPACING + measure_child (self->summary_label, GTK_ORIENTATION_VERTICAL);
  if (self->text != NULL && width > 0)
    {
      g_autoptr (PangoLayout) layout = make_layout (self);
      int height;
      GdkRGBA color;

      pango_layout_set_width (layout, width * PANGO_SCALE);
      pango_layout_get_pixel_size (layout, NULL, &height);
      gtk_widget_get_color (widget, &color);
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (is_right_to_left (self) ? end : start,
                                                              (space - height) / 2));
      gtk_snapshot_append_layout (snapshot, layout, &color);
      gtk_snapshot_restore (snapshot);
    }
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot, &GRAPHENE_POINT_INIT (
                    is_right_to_left (self) ? 0 : gtk_widget_get_width (widget) - mark_width, 0));
  ply_conflict_mark_snapshot (&mark, widget, snapshot, space);
  gtk_snapshot_restore (snapshot);
  GTK_WIDGET_CLASS (ply_record_cell_parent_class)->snapshot (widget, snapshot);
}

static gboolean
ply_record_cell_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard_tooltip,
                               GtkTooltip *tooltip)
{
  PlyRecordCell *self = PLY_RECORD_CELL (widget);
  PlyItem *item = get_item (self);
  g_autofree char *text = NULL;

  if (item != NULL)
    text = ply_conflict_mark_dup_tooltip (self->workspace, ply_item_get_kind (item),
                                          ply_item_get_id (item));

  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

static void
ply_record_cell_dispose (GObject *object)
{
  PlyRecordCell *self = PLY_RECORD_CELL (object);

  let_go (self);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->dot, gtk_widget_unparent);
  g_clear_pointer (&self->summary_label, gtk_widget_unparent);

  G_OBJECT_CLASS (ply_record_cell_parent_class)->dispose (object);
}

static void
ply_record_cell_finalize (GObject *object)
{
  g_free (PLY_RECORD_CELL (object)->text);

  G_OBJECT_CLASS (ply_record_cell_parent_class)->finalize (object);
}

static void
ply_record_cell_class_init (PlyRecordCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ply_record_cell_dispose;
  object_class->finalize = ply_record_cell_finalize;
  widget_class->measure = ply_record_cell_measure;
  widget_class->size_allocate = ply_record_cell_size_allocate;
  widget_class->snapshot = ply_record_cell_snapshot;
  widget_class->query_tooltip = ply_record_cell_query_tooltip;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
ply_record_cell_init (PlyRecordCell *self)
{
}

static void
add_summary (PlyRecordCell *self)
{
  self->summary_label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize",
                                      PANGO_ELLIPSIZE_END, "single-line-mode", TRUE, NULL);
  gtk_widget_add_css_class (self->summary_label, "caption");
  gtk_widget_add_css_class (self->summary_label, "dimmed");
  gtk_widget_set_parent (self->summary_label, GTK_WIDGET (self));
}

/* Public functions */

GtkWidget *
ply_record_cell_new (PlyWorkspace *workspace, const PlyColumn *column, gboolean two_lines)
{
  PlyRecordCell *self;

  g_return_val_if_fail (PLY_IS_WORKSPACE (workspace) && column != NULL, NULL);

  self = g_object_new (PLY_TYPE_RECORD_CELL, NULL);
  self->workspace = g_object_ref (workspace);
  self->column = column;
  if (column->get_color != NULL)
    {
      self->dot = ply_color_dot_new ();
      gtk_widget_set_parent (self->dot, GTK_WIDGET (self));
    }
  if (two_lines)
    add_summary (self);
  if (column->width == 0)
    {
      gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
      g_signal_connect_object (workspace, "conflicts-changed", G_CALLBACK (gtk_widget_queue_draw),
                               self, G_CONNECT_SWAPPED);
    }
  return GTK_WIDGET (self);
}

void
ply_record_cell_set_row (PlyRecordCell *self, PlyRow *row)
{
  g_return_if_fail (PLY_IS_RECORD_CELL (self));

  let_go (self);
  if (row == NULL)
    return;
  self->row = g_object_ref (row);
  self->changed_id = g_signal_connect_swapped (row, "changed", G_CALLBACK (update), self);
  update (self);
}
