/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-availability-day-private.h"

#include "ply-availability-words.h"
#include "ply-busy.h"
#include "ply-describe.h"
#include "ply-time.h"

#include <glib/gi18n-lib.h>

/* An hour is two lines of text high, and no cell lower than a finger can aim at. */
#define LINES_PER_HOUR 2.2
#define CELL_LEAST 16
#define WIDTH_LEAST 40

G_DEFINE_FINAL_TYPE (PlyAvailabilityDay, ply_availability_day, GTK_TYPE_WIDGET)

static int
get_line_height (PlyAvailabilityDay *self)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "0");
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

static int
get_cell_height (PlyAvailabilityDay *self)
{
  return MAX (CELL_LEAST, LINES_PER_HOUR * get_line_height (self) * self->frame.cell / 60);
}

static void
clear_block (gpointer data)
{
  g_free (((PlyDayBlock *) data)->title);
}

/* What is shown */

static guint
count_overlaps (GArray *blocks, gint64 start)
{
  guint n = 0;

  for (guint i = 0; i < blocks->len; i++)
    n += g_array_index (blocks, PlyDayBlock, i).end > start;
  return n;
}

static void
load_blocks (PlyAvailabilityDay *self, const PlySnapshot *snapshot, const PlyPresence *presence,
             guint index, GArray *busy)
{
  g_array_set_size (self->blocks, 0);
  for (guint i = 0; i < busy->len; i++)
    {
      const PlyBusy *one = &g_array_index (busy, PlyBusy, i);
      PlyDayBlock block = { one->start, one->end };

      if (one->day != index)
        continue;
      block.title = ply_describe_record (snapshot, one->record);
      block.lane = count_overlaps (self->blocks, one->start);
      block.clash = !ply_presence_allows (presence, index, one->start, one->end);
      g_array_append_val (self->blocks, block);
    }
}

/* "Thu 12 Oct, 09:00–09:30: available; Opening" */
static char *
dup_label (PlyAvailabilityDay *self, gint64 start, gint64 end, PlyPresenceState state)
{
  g_autofree char *span = ply_availability_words_dup_span (start, end);
  g_autoptr (GString) label = g_string_new (NULL);

  /* Translators: a cell of a timetable: %1$s is a day, %2$s its time, %3$s “available” or the like
   */
  g_string_printf (label, _ ("%1$s, %2$s: %3$s"), self->name, span,
                   ply_availability_words_get_state (state, self->limited));
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const PlyDayBlock *block = &g_array_index (self->blocks, PlyDayBlock, i);

      if (block->start < end && start < block->end)
        g_string_append_printf (label, "; %s", block->title);
    }
  return g_string_free_and_steal (g_steal_pointer (&label));
}

static void
update_cells (PlyAvailabilityDay *self, const PlyPresence *presence, guint index)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      GtkWidget *cell = self->cells->pdata[i];
      gint64 start = ply_availability_frame_get_minute (&self->frame, i);
      gint64 end = ply_availability_frame_get_minute (&self->frame, i + 1);
      g_autofree char *label =
          dup_label (self, start, end, ply_presence_get (presence, index, start, end));

      gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                      -1);
    }
}

static void
update_head (PlyAvailabilityDay *self, const PlyPresence *presence, guint index)
{
  PlyPresenceState state = ply_presence_get (presence, index, 0, PLY_PRESENCE_OPEN);
  g_autofree char *label = NULL;

  /* Translators: a button for the whole of a day: %1$s is a day, %2$s “available” or the like */
  label = g_strdup_printf (_ ("%1$s, all day: %2$s"), self->name,
                           ply_availability_words_get_state (state, self->limited));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->head), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

/* Callbacks */

static gboolean
query_tooltip_cb (PlyAvailabilityDay *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const PlyDayBlock *block = &g_array_index (self->blocks, PlyDayBlock, i);
      g_autofree char *span = NULL;

      if (y < ply_availability_day_get_y (self, block->start)
          || y >= ply_availability_day_get_y (self, block->end))
        continue;
      span = ply_availability_words_dup_span (block->start, block->end);
      g_string_append_printf (text, "%s%s  %s", text->len > 0 ? "\n" : "", span, block->title);
    }
  gtk_tooltip_set_text (tooltip, text->str);
  return text->len > 0;
}

static void
ply_availability_day_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                              int *minimum, int *natural, int *minimum_baseline,
                              int *natural_baseline)
{
  PlyAvailabilityDay *self = PLY_AVAILABILITY_DAY (widget);

  gtk_widget_measure (self->head, orientation, -1, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = *natural + self->cells->len * get_cell_height (self);
  else
    *minimum = *natural = MAX (*minimum, WIDTH_LEAST);
}

static void
ply_availability_day_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PlyAvailabilityDay *self = PLY_AVAILABILITY_DAY (widget);
  int cell_height = get_cell_height (self);
  GtkAllocation box = { 0, 0, width, height - (int) self->cells->len * cell_height };

  gtk_widget_size_allocate (self->head, &box, -1);
  box.y = box.height;
  box.height = cell_height;
  for (guint i = 0; i < self->cells->len; i++)
    {
      gtk_widget_size_allocate (self->cells->pdata[i], &box, -1);
      box.y += cell_height;
    }
}

static void
ply_availability_day_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlyAvailabilityDay *self = PLY_AVAILABILITY_DAY (widget);

  ply_availability_day_draw (self, snapshot);
  gtk_widget_snapshot_child (widget, self->head, snapshot);
}

static void
ply_availability_day_dispose (GObject *object)
{
  PlyAvailabilityDay *self = PLY_AVAILABILITY_DAY (object);

  for (guint i = 0; i < self->cells->len; i++)
    gtk_widget_unparent (self->cells->pdata[i]);
  g_ptr_array_set_size (self->cells, 0);
  g_clear_pointer (&self->head, gtk_widget_unparent);
  g_clear_pointer (&self->success, gtk_widget_unparent);
  g_clear_pointer (&self->error, gtk_widget_unparent);

  G_OBJECT_CLASS (ply_availability_day_parent_class)->dispose (object);
}

static void
ply_availability_day_finalize (GObject *object)
{
  PlyAvailabilityDay *self = PLY_AVAILABILITY_DAY (object);

  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->runs, g_array_unref);
  g_clear_pointer (&self->blocks, g_array_unref);
  g_clear_pointer (&self->cells, g_ptr_array_unref);

  G_OBJECT_CLASS (ply_availability_day_parent_class)->finalize (object);
}

static void
ply_availability_day_class_init (PlyAvailabilityDayClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ply_availability_day_dispose;
  G_OBJECT_CLASS (klass)->finalize = ply_availability_day_finalize;
  widget_class->measure = ply_availability_day_measure;
  widget_class->size_allocate = ply_availability_day_size_allocate;
  widget_class->snapshot = ply_availability_day_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static GtkWidget *
color_source_new (PlyAvailabilityDay *self, const char *style)
{
  GtkWidget *source = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (source, style);
  gtk_widget_set_visible (source, FALSE);
  gtk_widget_set_parent (source, GTK_WIDGET (self));
  return source;
}

static void
ply_availability_day_init (PlyAvailabilityDay *self)
{
  self->runs = g_array_new (FALSE, FALSE, sizeof (PlyPresenceRun));
  self->blocks = g_array_new (FALSE, FALSE, sizeof (PlyDayBlock));
  g_array_set_clear_func (self->blocks, clear_block);
  self->cells = g_ptr_array_new ();
  self->success = color_source_new (self, "success");
  self->error = color_source_new (self, "error");
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}

static void
add_head (PlyAvailabilityDay *self)
{
  g_auto (GStrv) words = g_strsplit (self->name, " ", 2);
  g_autofree char *lines = g_strjoinv ("\n", words);
  GtkWidget *label = gtk_label_new (lines);

  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  self->head = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->head), label);
  gtk_widget_add_css_class (self->head, "flat");
  gtk_widget_set_tooltip_text (self->head, _ ("The Whole Day"));
  gtk_widget_set_parent (self->head, GTK_WIDGET (self));
}

static void
add_cells (PlyAvailabilityDay *self)
{
  for (guint i = 0; i < ply_availability_frame_get_n_cells (&self->frame); i++)
    {
      GtkWidget *cell = g_object_new (GTK_TYPE_BOX, "accessible-role",
                                      GTK_ACCESSIBLE_ROLE_GRID_CELL, "focusable", TRUE, NULL);

      gtk_widget_set_parent (cell, GTK_WIDGET (self));
      g_ptr_array_add (self->cells, cell);
    }
}

GtkWidget *
ply_availability_day_new (const PlyDay *day, const PlyAvailabilityFrame *frame)
{
  PlyAvailabilityDay *self;

  g_return_val_if_fail (day != NULL && frame != NULL, NULL);

  self = g_object_new (PLY_TYPE_AVAILABILITY_DAY, NULL);
  self->frame = *frame;
  self->name = ply_availability_words_dup_day (day);
  add_head (self);
  add_cells (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->name,
                                  -1);
  return GTK_WIDGET (self);
}

void
ply_availability_day_show (PlyAvailabilityDay *self, const PlySnapshot *snapshot,
                           const PlyPresence *presence, guint index, GArray *busy)
{
  g_return_if_fail (PLY_IS_AVAILABILITY_DAY (self));
  g_return_if_fail (snapshot != NULL && presence != NULL && busy != NULL);

  g_array_unref (self->runs);
  self->runs = ply_presence_dup_runs (presence, index);
  self->limited = ply_presence_is_limited (presence);
  load_blocks (self, snapshot, presence, index, busy);
  update_cells (self, presence, index);
  update_head (self, presence, index);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

GtkWidget *
ply_availability_day_get_cell (PlyAvailabilityDay *self, int cell)
{
  g_return_val_if_fail (PLY_IS_AVAILABILITY_DAY (self), NULL);
  g_return_val_if_fail (cell < (int) self->cells->len, NULL);

  return cell == PLY_AVAILABILITY_HEAD ? self->head : self->cells->pdata[cell];
}

gboolean
ply_availability_day_find_cell (PlyAvailabilityDay *self, GtkWidget *widget, int *cell)
{
  guint index;

  g_return_val_if_fail (PLY_IS_AVAILABILITY_DAY (self), FALSE);

  *cell = PLY_AVAILABILITY_HEAD;
  if (widget == self->head)
    return TRUE;
  if (!g_ptr_array_find (self->cells, widget, &index))
    return FALSE;
  *cell = index;
  return TRUE;
}

int
ply_availability_day_cell_at (PlyAvailabilityDay *self, double y)
{
  double top;

  g_return_val_if_fail (PLY_IS_AVAILABILITY_DAY (self), PLY_AVAILABILITY_HEAD);

  top = ply_availability_day_get_y (self, self->frame.start);
  if (y < top)
    return PLY_AVAILABILITY_HEAD;
  return MIN ((y - top) / get_cell_height (self), self->cells->len - 1);
}

double
ply_availability_day_get_y (PlyAvailabilityDay *self, gint64 minute)
{
  double height;

  g_return_val_if_fail (PLY_IS_AVAILABILITY_DAY (self), 0);

  height = (double) self->cells->len * get_cell_height (self);
  return gtk_widget_get_height (GTK_WIDGET (self))
         - height * (self->frame.end - minute) / (self->frame.end - self->frame.start);
}

static void
set_selected (PlyAvailabilityDay *self, gboolean selected)
{
  for (int i = MAX (self->first_marked, 0); self->marked && i <= self->last_marked; i++)
    gtk_accessible_update_state (self->cells->pdata[i], GTK_ACCESSIBLE_STATE_SELECTED, selected,
                                 -1);
}

void
ply_availability_day_mark (PlyAvailabilityDay *self, int first, int last, PlyPresenceState state)
{
  g_return_if_fail (PLY_IS_AVAILABILITY_DAY (self) && last < (int) self->cells->len);

  ply_availability_day_unmark (self);
  self->marked = TRUE;
  self->first_marked = first;
  self->last_marked = last;
  self->mark_state = state;
  set_selected (self, TRUE);
}

void
ply_availability_day_unmark (PlyAvailabilityDay *self)
{
  g_return_if_fail (PLY_IS_AVAILABILITY_DAY (self));

  set_selected (self, FALSE);
  self->marked = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
