/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-tray-row.h"

#include "ply-color-dot.h"
#include "ply-conflict-mark.h"
#include "ply-describe.h"

#include <glib/gi18n-lib.h>

#define SPACING 8
#define MARGIN 6

struct _PlyTrayRow
{
  GtkWidget parent_instance;

  PlyWorkspace *workspace;
  PlyItem *item;
  gulong changed_id;

  PlyConflictMark mark;
  int mark_width; /* drawn at the end; 0: none */

  GtkWidget *dot;
  GtkWidget *words;
  GtkWidget *title_label;
  GtkWidget *summary_label;
};

G_DEFINE_FINAL_TYPE (PlyTrayRow, ply_tray_row, GTK_TYPE_WIDGET)

static GtkWidget *
label_new (void)
{
  return g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, "hexpand",
                       TRUE, NULL);
}

static void
update_mark (PlyTrayRow *self)
{
  g_autofree char *tooltip = NULL;

  if (self->item == NULL)
    return;
  self->mark =
      ply_conflict_mark_of (self->workspace, PLY_KIND_SESSION, ply_item_get_id (self->item));
  self->mark_width = ply_conflict_mark_measure (&self->mark, GTK_WIDGET (self));
  gtk_widget_set_margin_end (self->words, self->mark_width > 0 ? self->mark_width + SPACING : 0);
  tooltip = ply_conflict_mark_dup_tooltip (self->workspace, PLY_KIND_SESSION,
                                           ply_item_get_id (self->item));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), tooltip);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static char *
dup_summary (const PlySnapshot *snapshot, const PlySession *session)
{
  const PlyTrack *track = ply_snapshot_lookup (snapshot, PLY_KIND_TRACK, session->track);
  g_autofree char *people = ply_describe_people (snapshot, session);
  g_autofree char *length = NULL;
  const char *parts[4] = { NULL };
  guint n_parts = 0;

  if (session->duration != PLY_UNSET)
    {
      /* Translators: a session's length in minutes; %d is a number */
      length = g_strdup_printf (_ ("%d min"), (int) session->duration);
      parts[n_parts++] = length;
    }
  if (*people != '\0')
    parts[n_parts++] = people;
  if (track != NULL && track->name != NULL)
    parts[n_parts++] = track->name;
  return g_strjoinv (" · ", (char **) parts);
}

static void
update (PlyTrayRow *self)
{
  const PlySnapshot *snapshot = ply_workspace_get_snapshot (self->workspace);
  const PlySession *session = ply_item_get_record (self->item);
  const PlyTrack *track = ply_snapshot_lookup (snapshot, PLY_KIND_TRACK, session->track);
  g_autofree char *title = ply_describe_record (snapshot, session);
  g_autofree char *summary = dup_summary (snapshot, session);

  gtk_label_set_label (GTK_LABEL (self->title_label), title);
  gtk_label_set_label (GTK_LABEL (self->summary_label), summary);
  ply_color_dot_set_color (PLY_COLOR_DOT (self->dot), track != NULL ? track->color : NULL);
  update_mark (self);
}

static void
let_go (PlyTrayRow *self)
{
  if (self->item != NULL)
    g_clear_signal_handler (&self->changed_id, self->item);
  g_clear_object (&self->item);
}

static void
ply_tray_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlyTrayRow *self = PLY_TRAY_ROW (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  float x = rtl ? 0 : (float) (gtk_widget_get_width (widget) - self->mark_width);

  GTK_WIDGET_CLASS (ply_tray_row_parent_class)->snapshot (widget, snapshot);
  if (self->mark_width == 0)
    return;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, 0));
  ply_conflict_mark_snapshot (&self->mark, widget, snapshot, gtk_widget_get_height (widget));
  gtk_snapshot_restore (snapshot);
}

static void
ply_tray_row_dispose (GObject *object)
{
  PlyTrayRow *self = PLY_TRAY_ROW (object);
  GtkWidget *child;

  let_go (self);
  g_clear_object (&self->workspace);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ply_tray_row_parent_class)->dispose (object);
}

static void
ply_tray_row_class_init (PlyTrayRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ply_tray_row_dispose;
  GTK_WIDGET_CLASS (klass)->snapshot = ply_tray_row_snapshot;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ply_tray_row_init (PlyTrayRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_set_margin_top (box, MARGIN);
  gtk_widget_set_margin_bottom (box, MARGIN);

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                              SPACING);
  self->dot = ply_color_dot_new ();
  self->title_label = label_new ();
  self->summary_label = label_new ();
  gtk_widget_add_css_class (self->summary_label, "caption");
  gtk_widget_add_css_class (self->summary_label, "dimmed");
  gtk_box_append (GTK_BOX (box), self->title_label);
  gtk_box_append (GTK_BOX (box), self->summary_label);
  gtk_widget_set_parent (self->dot, GTK_WIDGET (self));
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  self->words = box;
}

GtkWidget *
ply_tray_row_new (PlyWorkspace *workspace)
{
  PlyTrayRow *self;

  g_return_val_if_fail (PLY_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (PLY_TYPE_TRAY_ROW, NULL);
  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "conflicts-changed", G_CALLBACK (update_mark), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
ply_tray_row_set_item (PlyTrayRow *self, PlyItem *item)
{
  g_return_if_fail (PLY_IS_TRAY_ROW (self));

  let_go (self);
  if (item == NULL)
    return;
  self->item = g_object_ref (item);
  self->changed_id = g_signal_connect_swapped (item, "changed", G_CALLBACK (update), self);
  update (self);
}

PlyItem *
ply_tray_row_get_item (PlyTrayRow *self)
{
  g_return_val_if_fail (PLY_IS_TRAY_ROW (self), NULL);
  return self->item;
}

const char *
ply_tray_row_get_title (PlyTrayRow *self)
{
  g_return_val_if_fail (PLY_IS_TRAY_ROW (self), NULL);
  return gtk_label_get_label (GTK_LABEL (self->title_label));
}

const char *
ply_tray_row_get_summary (PlyTrayRow *self)
{
  g_return_val_if_fail (PLY_IS_TRAY_ROW (self), NULL);
  return gtk_label_get_label (GTK_LABEL (self->summary_label));
}
