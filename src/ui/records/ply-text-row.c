/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-text-row.h"

#include "ply-field-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _PlyTextRow
{
  AdwEntryRow parent_instance;

  PlyEditTarget *target;
  const PlyField *field;

  /* What the row showed when it last agreed with the event, and whose text that was. */
  char *stored;
  char *owner;
  gboolean loading, saving;
  guint empty_id;

  GtkWidget *complaint_label;
};

G_DEFINE_FINAL_TYPE (PlyTextRow, ply_text_row, ADW_TYPE_ENTRY_ROW)

static void
set_title (PlyTextRow *self, const char *title)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
}

static void
show_label (PlyTextRow *self)
{
  const char *base = ply_edit_target_get_base_text (self->target, self->field);
  g_autofree char *title = NULL;

  /* Translators: the label of an entry for a translation; %1$s is a field like “Title”, %2$s the
     text that is to be translated */
  title = base != NULL ? g_strdup_printf (_ ("%1$s: %2$s"), _ (self->field->label), base)
                       : g_strdup (_ (self->field->label));
  set_title (self, title);
}

static void
show_complaint (PlyTextRow *self)
{
  const char *complaint = ply_edit_target_get_complaint (self->target, self->field);

  gtk_widget_set_visible (self->complaint_label, complaint != NULL);
  gtk_label_set_label (GTK_LABEL (self->complaint_label), complaint != NULL ? complaint : "");
}

/* Messages repeat what was typed and then say what is wanted; the first stands just below, and
 * there is room for one line. */
static const char *
shorten (PlyTextRow *self, const char *message)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self));
  const char *at = *text != '\0' ? strstr (message, text) : NULL;

  if (at != NULL)
    at = strchr (at + strlen (text), ' ');
  return at != NULL && at[1] != '\0' ? at + 1 : message;
}

static void
show_error (PlyTextRow *self, const char *message)
{
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), message);
  if (message != NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self), "error");
      set_title (self, shorten (self, message));
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
      show_label (self);
    }
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
      message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  message != NULL ? message : "", -1);
}

/* Shows @text and leaves the cursor where it is as far as that is possible. */
static void
load_text (PlyTextRow *self, const char *text)
{
  GtkEditable *editable = GTK_EDITABLE (self);
  int position = gtk_editable_get_position (editable);

  if (strcmp (gtk_editable_get_text (editable), text) == 0)
    return;
  self->loading = TRUE;
  gtk_editable_set_text (editable, text);
  gtk_editable_set_position (editable, MIN (position, (int) g_utf8_strlen (text, -1)));
  self->loading = FALSE;
}

static gboolean
set_owner (PlyTextRow *self)
{
  const char *language = ply_edit_target_get_language (self->target);
  const char *id = ply_edit_target_get_id (self->target);
  g_autofree char *owner = g_strconcat (id, "/", language, NULL);

  return g_set_str (&self->owner, owner);
}

static void
refresh (PlyTextRow *self)
{
  g_autofree char *stored = NULL;
  gboolean moved;

  if (ply_edit_target_get_record (self->target) == NULL)
    return;

  gtk_widget_set_visible (GTK_WIDGET (self), ply_edit_target_shows (self->target, self->field));
  show_complaint (self);
  stored = ply_edit_target_dup_text (self->target, self->field);
  moved = set_owner (self);
  if (!g_set_str (&self->stored, stored) && !moved)
    return;
  /* Typing must not be turned into "09:05" under the cursor. */
  if (self->saving)
    return;
  g_clear_handle_id (&self->empty_id, g_source_remove);
  load_text (self, stored);
  show_error (self, NULL);
}

static void
save (PlyTextRow *self)
{
  g_autoptr (GError) error = NULL;
  gboolean done;

  g_clear_handle_id (&self->empty_id, g_source_remove);
  self->saving = TRUE;
  done = ply_edit_target_set_text (self->target, self->field,
                                   gtk_editable_get_text (GTK_EDITABLE (self)), &error);
  self->saving = FALSE;
  show_error (self, done ? NULL : error->message);
}

static void
save_empty (gpointer data)
{
  PlyTextRow *self = data;

  self->empty_id = 0;
  save (self);
}

/* Typing over a selection first empties the entry: that alone is not what was meant. */
static void
changed_cb (PlyTextRow *self)
{
  if (self->loading)
    return;
  g_clear_handle_id (&self->empty_id, g_source_remove);
  if (*gtk_editable_get_text (GTK_EDITABLE (self)) != '\0')
    save (self);
  else
    self->empty_id = g_idle_add_once (save_empty, self);
}

/* What was typed and fits is shown as it will be read back. */
static void
leave_cb (PlyTextRow *self)
{
  if (self->stored != NULL && !gtk_widget_has_css_class (GTK_WIDGET (self), "error"))
    load_text (self, self->stored);
}

static void
step (PlyTextRow *self, int direction)
{
  GtkEditable *editable = GTK_EDITABLE (self);
  g_autofree char *text =
      ply_field_text_step (self->field, gtk_editable_get_text (editable), direction);

  if (text != NULL)
    gtk_editable_set_text (editable, text);
}

static gboolean
key_pressed_cb (PlyTextRow *self, guint key, guint code, GdkModifierType state)
{
  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK))
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Up || key == GDK_KEY_KP_Up)
    step (self, 1);
  else if (key == GDK_KEY_Down || key == GDK_KEY_KP_Down)
    step (self, -1);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
step_cb (PlyTextRow *self, GtkWidget *button)
{
  step (self, strcmp (gtk_widget_get_name (button), "up") == 0 ? 1 : -1);
}

static void
add_step_button (PlyTextRow *self, const char *name, const char *icon, const char *tooltip)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_name (button, name);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_focusable (button, FALSE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  g_signal_connect_object (button, "clicked", G_CALLBACK (step_cb), self, G_CONNECT_SWAPPED);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), button);
}

static void
add_steps (PlyTextRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  add_step_button (self, "down", "list-remove-symbolic", _ ("Less"));
  add_step_button (self, "up", "list-add-symbolic", _ ("More"));
}

static GtkInputPurpose
get_purpose (const PlyField *field)
{
  if (field->type == PLY_FIELD_URL)
    return GTK_INPUT_PURPOSE_URL;
  if (field->type == PLY_FIELD_INTEGER)
    return GTK_INPUT_PURPOSE_DIGITS;
  return GTK_INPUT_PURPOSE_FREE_FORM;
}

static void
ply_text_row_finalize (GObject *object)
{
  PlyTextRow *self = PLY_TEXT_ROW (object);

  g_clear_handle_id (&self->empty_id, g_source_remove);
  g_clear_object (&self->target);
  g_clear_pointer (&self->stored, g_free);
  g_clear_pointer (&self->owner, g_free);

  G_OBJECT_CLASS (ply_text_row_parent_class)->finalize (object);
}

static void
ply_text_row_class_init (PlyTextRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ply_text_row_finalize;
}

static void
ply_text_row_init (PlyTextRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->complaint_label = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->complaint_label, "caption");
  gtk_widget_add_css_class (self->complaint_label, "warning");
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), self->complaint_label);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  /* The event's undo takes the place of the entry's own. */
  gtk_editable_set_enable_undo (GTK_EDITABLE (self), FALSE);
  g_signal_connect (self, "changed", G_CALLBACK (changed_cb), NULL);
  g_signal_connect_object (focus, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

GtkWidget *
ply_text_row_new (PlyEditTarget *target, const PlyField *field)
{
  PlyTextRow *self;

  g_return_val_if_fail (PLY_IS_EDIT_TARGET (target) && field != NULL, NULL);

  self = g_object_new (PLY_TYPE_TEXT_ROW, NULL);
  self->target = g_object_ref (target);
  self->field = field;
  adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (self), get_purpose (field));
  if (ply_field_text_has_steps (field))
    add_steps (self);
  show_label (self);
  g_signal_connect_object (target, "refresh", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}
