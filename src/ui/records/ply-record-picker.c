/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-record-picker.h"

#include "ply-collate.h"
#include "ply-describe.h"
#include "ply-record-columns.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* Who sees more than this should type on. */
#define MAX_SHOWN 30

struct _PlyRecordPicker
{
  GtkPopover parent_instance;

  PlyWorkspace *workspace;
  PlyKind kinds[2];

  GtkSearchEntry *search_entry;
  GtkListBox *list_box;
  GtkScrolledWindow *scrolled_window;
};

enum
{
  PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlyRecordPicker, ply_record_picker, GTK_TYPE_POPOVER)

typedef struct
{
  PlyKind kind;
  char *id; /* NULL: a new one */
} Pick;

static void
pick_free (gpointer data)
{
  Pick *pick = data;

  g_free (pick->id);
  g_free (pick);
}

static char *
dup_name (PlyRecordPicker *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search_entry))));
}

static void
add_row (PlyRecordPicker *self, PlyKind kind, const char *id, const char *title,
         const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  Pick *pick = g_new0 (Pick, 1);

  pick->kind = kind;
  pick->id = g_strdup (id);
  g_object_set_data_full (G_OBJECT (row), "pick", pick, pick_free);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  if (id == NULL)
    adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                               gtk_image_new_from_icon_name ("list-add-symbolic"));
  gtk_list_box_append (self->list_box, row);
}

static guint
add_matches (PlyRecordPicker *self, PlyKind kind, const char *needle, guint room)
{
  PlySnapshot *snapshot = ply_workspace_get_snapshot (self->workspace);
  GListModel *items = ply_workspace_get_items (self->workspace, kind);
  guint n_items = g_list_model_get_n_items (items);

  for (guint i = 0; i < n_items && room > 0; i++)
    {
      g_autoptr (PlyItem) item = g_list_model_get_item (items, i);
      g_autofree char *title = NULL;
      g_autofree char *summary = NULL;

      if (*needle != '\0' && strstr (ply_item_get_search_key (item), needle) == NULL)
        continue;
      title = ply_describe_record (snapshot, ply_item_get_record (item));
      summary = ply_record_columns_dup_summary (snapshot, ply_item_get_record (item));
      add_row (self, kind, ply_item_get_id (item), title, summary);
      room--;
    }
  return room;
}

static void
add_new (PlyRecordPicker *self, PlyKind kind, const char *name)
{
  g_autofree char *title = NULL;

  if (kind == PLY_KIND_PERSON)
    /* Translators: %s is a name that was typed */
    title = g_strdup_printf (_ ("New Person “%s”"), name);
  else
    /* Translators: %s is a name that was typed */
    title = g_strdup_printf (_ ("New Institution “%s”"), name);
  add_row (self, kind, NULL, title, NULL);
}

static void
search_cb (PlyRecordPicker *self)
{
  g_autofree char *name = dup_name (self);
  g_autofree char *needle = ply_search_fold (name);
  guint room = MAX_SHOWN;

  gtk_list_box_remove_all (self->list_box);
  for (guint i = 0; i < G_N_ELEMENTS (self->kinds); i++)
    if (self->kinds[i] != PLY_N_KINDS)
      room = add_matches (self, self->kinds[i], needle, room);
  for (guint i = 0; *name != '\0' && i < G_N_ELEMENTS (self->kinds); i++)
    if (self->kinds[i] == PLY_KIND_PERSON || self->kinds[i] == PLY_KIND_INSTITUTION)
      add_new (self, self->kinds[i], name);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled_window), 0);
}

static void
row_cb (PlyRecordPicker *self, GtkListBoxRow *row)
{
  const Pick *pick = g_object_get_data (G_OBJECT (row), "pick");
  g_autofree char *id = g_strdup (pick->id);
  g_autofree char *name = dup_name (self);
  PlyKind kind = pick->kind;

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[PICKED], 0, kind, id, name);
}

/* Enter takes the first. */
static void
activate_cb (PlyRecordPicker *self)
{
  GtkListBoxRow *row;

  search_cb (self);
  row = gtk_list_box_get_row_at_index (self->list_box, 0);
  if (row != NULL && *gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0')
    row_cb (self, row);
}

static void
show_cb (PlyRecordPicker *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  search_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
stop_cb (PlyRecordPicker *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
ply_record_picker_dispose (GObject *object)
{
  g_clear_object (&PLY_RECORD_PICKER (object)->workspace);

  G_OBJECT_CLASS (ply_record_picker_parent_class)->dispose (object);
}

static void
ply_record_picker_class_init (PlyRecordPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ply_record_picker_dispose;

  signals[PICKED] =
      g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 3, G_TYPE_INT, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/plenary_app/Plenary/ui/ply-record-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, PlyRecordPicker, search_entry);
  gtk_widget_class_bind_template_child (widget_class, PlyRecordPicker, list_box);
  gtk_widget_class_bind_template_child (widget_class, PlyRecordPicker, scrolled_window);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
}

static void
ply_record_picker_init (PlyRecordPicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ply_record_picker_new (PlyWorkspace *workspace, PlyKind first, PlyKind second)
{
  PlyRecordPicker *self;

  g_return_val_if_fail (PLY_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (PLY_TYPE_RECORD_PICKER, NULL);
  self->workspace = g_object_ref (workspace);
  self->kinds[0] = first;
  self->kinds[1] = second;
  return GTK_WIDGET (self);
}
