/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-conflict-row.h"

#include "ply-conflict-words.h"
#include "ply-fix-popover.h"
#include "ply-fixes.h"
#include "ply-waive-dialog.h"

#include <glib/gi18n-lib.h>

struct _PlyConflictRow
{
  AdwBin parent_instance;

  /* Owned */
  PlyWorkspace *workspace;
  PlyConflictItem *item; /* NULL while it waits for one */
  char *description;

  gboolean narrow;

  /* Template */
  GtkImage *icon;
  GtkBox *content;
  GtkLabel *message_label, *place_label, *note_label;
  GtkMenuButton *fix_button;
  GtkWidget *restore_button;
};

G_DEFINE_FINAL_TYPE (PlyConflictRow, ply_conflict_row, ADW_TYPE_BIN)

enum
{
  PROP_DESCRIPTION = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

/* What is shown */

static void
show_severity (PlyConflictRow *self, PlySeverity severity)
{
  for (guint other = 0; other < PLY_N_SEVERITIES; other++)
    if (other != severity)
      gtk_widget_remove_css_class (GTK_WIDGET (self->icon), ply_severity_css_class (other));
  gtk_widget_add_css_class (GTK_WIDGET (self->icon), ply_severity_css_class (severity));
  gtk_image_set_from_icon_name (self->icon, ply_severity_icon_name (severity));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  ply_severity_get_label (severity), -1);
}

static void
show_words (PlyConflictRow *self)
{
  PlySnapshot *snapshot = ply_workspace_get_snapshot (self->workspace);
  PlySeverity severity = ply_conflict_item_get_severity (self->item);
  g_autofree char *markup = ply_conflict_words_dup_markup (snapshot, self->item);
  g_autofree char *place = ply_conflict_words_dup_place (snapshot, self->item);
  /* Translators: %1$s is "Error", "Warning" or "Hint", %2$s a sentence */
  g_autofree char *description =
      g_strdup_printf (_ ("%1$s: %2$s"), ply_severity_get_label (severity),
                       ply_conflict_item_get_message (self->item));

  show_severity (self, severity);
  gtk_label_set_markup (self->message_label, markup);
  gtk_label_set_markup (self->place_label, place);
  gtk_widget_set_visible (GTK_WIDGET (self->place_label), *place != '\0');
  if (g_set_str (&self->description, description))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DESCRIPTION]);
}

static void
show_waiver (PlyConflictRow *self)
{
  const PlyWaiver *waiver = ply_workspace_get_waiver (self->workspace, self->item);
  gboolean noted = waiver != NULL && waiver->note != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->fix_button),
                          waiver == NULL
                              && ply_fixes_has_kind (ply_conflict_item_get_kind (self->item)));
  gtk_widget_set_visible (self->restore_button, waiver != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->note_label), noted);
  gtk_label_set_label (self->note_label, noted ? waiver->note : "");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "conflict.waive", waiver == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "conflict.edit-note", waiver != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "conflict.restore", waiver != NULL);
}

/* Buttons with words find no room beside others in a narrow row. */
static void
arrange (PlyConflictRow *self)
{
  gboolean below = self->narrow
                   && (gtk_widget_get_visible (GTK_WIDGET (self->fix_button))
                       || gtk_widget_get_visible (self->restore_button));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->content),
                                  below ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_spacing (self->content, below ? 6 : 12);
}

static const PlySession *
get_session (PlyConflictRow *self)
{
  guint n;
  const PlyConflictRecord *records = ply_conflict_item_get_records (self->item, &n);

  return n > 0 ? ply_conflict_words_get_session (ply_workspace_get_snapshot (self->workspace),
                                                 records)
               : NULL;
}

static void
update (PlyConflictRow *self)
{
  /* The row of a conflict that has just gone is about to go, too. */
  if (self->item == NULL || ply_conflict_item_get_conflict (self->item) == NULL)
    return;
  show_words (self);
  show_waiver (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "conflict.show-in-timetable",
                                 get_session (self) != NULL);
  arrange (self);
}

/* What can be done */

static void
report (PlyConflictRow *self, const GError *error)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.report", "s", error->message);
}

static void
open_fixes (GtkMenuButton *button, gpointer data)
{
  PlyConflictRow *self = data;

  gtk_menu_button_set_popover (button,
                               ply_fix_popover_new (self->workspace, self->item, self->narrow));
}

static void
show_in_timetable_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const PlySession *session = get_session (PLY_CONFLICT_ROW (widget));

  if (session != NULL)
    gtk_widget_activate_action (widget, "win.show-in-timetable", "s", session->record.id);
}

static void
waive_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PlyConflictRow *self = PLY_CONFLICT_ROW (widget);

  ply_waive_dialog_present (self->workspace, self->item, widget);
}

static void
restore_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PlyConflictRow *self = PLY_CONFLICT_ROW (widget);
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (widget));
  g_autoptr (GError) error = NULL;

  if (!ply_workspace_unwaive (self->workspace, self->item, &error))
    report (self, error);
  else
    gtk_widget_activate_action (root, "win.undo-toast", "s", _ ("Conflict restored"));
}

static void
switch_off_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PlyConflictRow *self = PLY_CONFLICT_ROW (widget);
  PlyConflictKind kind = ply_conflict_item_get_kind (self->item);
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (widget));
  /* Translators: %s is a kind of conflict such as "Room Taken Twice" */
  g_autofree char *message =
      g_strdup_printf (_ ("“%s” switched off"), _ (ply_conflict_kind_get_info (kind)->label));
  g_autoptr (GError) error = NULL;

  if (!ply_workspace_set_conflict_severity (self->workspace, kind, "off", &error))
    report (self, error);
  else
    gtk_widget_activate_action (root, "win.undo-toast", "s", message);
}

static gboolean
activate_link_cb (GtkLabel *label, const char *uri)
{
  return ply_conflict_words_follow_link (label, uri);
}

static void
ply_conflict_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PlyConflictRow *self = PLY_CONFLICT_ROW (object);

  switch (id)
    {
    case PROP_DESCRIPTION:
      g_value_set_string (value, self->description);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ply_conflict_row_dispose (GObject *object)
{
  PlyConflictRow *self = PLY_CONFLICT_ROW (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->item);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->description, g_free);

  G_OBJECT_CLASS (ply_conflict_row_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "conflict.show-in-timetable", NULL,
                                   show_in_timetable_cb);
  gtk_widget_class_install_action (widget_class, "conflict.waive", NULL, waive_cb);
  gtk_widget_class_install_action (widget_class, "conflict.edit-note", NULL, waive_cb);
  gtk_widget_class_install_action (widget_class, "conflict.restore", NULL, restore_cb);
  gtk_widget_class_install_action (widget_class, "conflict.switch-off", NULL, switch_off_cb);
}

static void
ply_conflict_row_class_init (PlyConflictRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ply_conflict_row_get_property;
  object_class->dispose = ply_conflict_row_dispose;
  props[PROP_DESCRIPTION] = g_param_spec_string ("description", NULL, NULL, NULL,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/plenary_app/Plenary/ui/ply-conflict-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PlyConflictRow, icon);
  gtk_widget_class_bind_template_child (widget_class, PlyConflictRow, content);
  gtk_widget_class_bind_template_child (widget_class, PlyConflictRow, message_label);
  gtk_widget_class_bind_template_child (widget_class, PlyConflictRow, place_label);
  gtk_widget_class_bind_template_child (widget_class, PlyConflictRow, note_label);
  gtk_widget_class_bind_template_child (widget_class, PlyConflictRow, fix_button);
  gtk_widget_class_bind_template_child (widget_class, PlyConflictRow, restore_button);
  gtk_widget_class_bind_template_callback (widget_class, activate_link_cb);
  install_actions (widget_class);
}

static void
ply_conflict_row_init (PlyConflictRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->fix_button, open_fixes, self, NULL);
}

GtkWidget *
ply_conflict_row_new (PlyWorkspace *workspace)
{
  PlyConflictRow *self;

  g_return_val_if_fail (PLY_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (PLY_TYPE_CONFLICT_ROW, NULL);
  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "conflicts-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
ply_conflict_row_set_item (PlyConflictRow *self, PlyConflictItem *item)
{
  g_return_if_fail (PLY_IS_CONFLICT_ROW (self));

  if (g_set_object (&self->item, item))
    update (self);
}

PlyConflictItem *
ply_conflict_row_get_item (PlyConflictRow *self)
{
  g_return_val_if_fail (PLY_IS_CONFLICT_ROW (self), NULL);
  return self->item;
}

void
ply_conflict_row_set_narrow (PlyConflictRow *self, gboolean narrow)
{
  g_return_if_fail (PLY_IS_CONFLICT_ROW (self));
  self->narrow = narrow;
  arrange (self);
}
