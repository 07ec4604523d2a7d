/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-child-group.h"

#include "ply-rank.h"
#include "ply-reorder.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  PlyEditTarget *target;

  GPtrArray *ids;  /* of the children */
  GPtrArray *rows; /* as many */
  char *moved_id;  /* whose row gets the focus when it is made anew */

  GtkWidget *notice;
} PlyChildGroupPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (PlyChildGroup, ply_child_group, ADW_TYPE_PREFERENCES_GROUP)

#define PRIVATE(self) ((PlyChildGroupPrivate *) ply_child_group_get_instance_private (self))

static GPtrArray *
dup_children (PlyChildGroup *self)
{
  gconstpointer record = ply_edit_target_get_record (PRIVATE (self)->target);

  return record != NULL ? PLY_CHILD_GROUP_GET_CLASS (self)->dup_children (self, record)
                        : g_ptr_array_new ();
}

static gboolean
same_children (PlyChildGroup *self, GPtrArray *children)
{
  PlyChildGroupPrivate *priv = PRIVATE (self);

  if (priv->ids->len != children->len)
    return FALSE;
  for (guint i = 0; i < children->len; i++)
    if (!g_str_equal (g_ptr_array_index (priv->ids, i),
                      PLY_RECORD (g_ptr_array_index (children, i))->id))
      return FALSE;
  return TRUE;
}

static void
remove_rows (PlyChildGroup *self)
{
  PlyChildGroupPrivate *priv = PRIVATE (self);

  for (guint i = 0; i < priv->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (priv->rows, i));
  g_ptr_array_set_size (priv->rows, 0);
  g_ptr_array_set_size (priv->ids, 0);
}

static void
make_rows (PlyChildGroup *self, GPtrArray *children)
{
  PlyChildGroupPrivate *priv = PRIVATE (self);

  remove_rows (self);
  for (guint i = 0; i < children->len; i++)
    {
      const PlyRecord *child = g_ptr_array_index (children, i);
      GtkWidget *row = PLY_CHILD_GROUP_GET_CLASS (self)->create_row (self, child);

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
      g_ptr_array_add (priv->rows, row);
      g_ptr_array_add (priv->ids, g_strdup (child->id));
    }
  if (priv->notice != NULL)
    {
      g_object_ref (priv->notice);
      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), priv->notice);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), priv->notice);
      g_object_unref (priv->notice);
    }
}

static void
refocus (PlyChildGroup *self)
{
  PlyChildGroupPrivate *priv = PRIVATE (self);
  g_autofree char *id = g_steal_pointer (&priv->moved_id);
  GtkWidget *row = id != NULL ? ply_child_group_get_row (self, id) : NULL;

  if (row != NULL)
    gtk_widget_grab_focus (row);
}

static void
refresh (PlyChildGroup *self)
{
  PlyChildGroupPrivate *priv = PRIVATE (self);
  PlyChildGroupClass *klass = PLY_CHILD_GROUP_GET_CLASS (self);
  gconstpointer record = ply_edit_target_get_record (priv->target);
  g_autoptr (GPtrArray) children = dup_children (self);

  if (!same_children (self, children))
    make_rows (self, children);
  for (guint i = 0; klass->update_row != NULL && i < children->len; i++)
    klass->update_row (self, g_ptr_array_index (priv->rows, i), g_ptr_array_index (children, i));
  if (klass->update != NULL && record != NULL)
    klass->update (self, record, children);
  refocus (self);
}

static gboolean
find_child (PlyChildGroup *self, const char *id, guint *index)
{
  PlyChildGroupPrivate *priv = PRIVATE (self);

  for (*index = 0; *index < priv->ids->len; (*index)++)
    if (g_str_equal (g_ptr_array_index (priv->ids, *index), id))
      return TRUE;
  return FALSE;
}

static void
move_child (PlyChildGroup *self, const char *id, int direction)
{
  g_autoptr (GPtrArray) children = dup_children (self);
  g_autoptr (GError) error = NULL;
  guint index;

  if (!PLY_CHILD_GROUP_GET_CLASS (self)->can_move || !find_child (self, id, &index))
    return;
  g_set_str (&PRIVATE (self)->moved_id, id);
  if (!ply_reorder (ply_edit_target_get_workspace (PRIVATE (self)->target), children, index,
                    direction, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.report", "s", error->message);
}

static void
remove_child (PlyChildGroup *self, const char *id)
{
  g_autoptr (GPtrArray) children = dup_children (self);
  const char *const ids[] = { id, NULL };
  g_autoptr (GError) error = NULL;
  guint index;

  if (!PLY_CHILD_GROUP_GET_CLASS (self)->can_remove || !find_child (self, id, &index))
    return;
  if (!ply_workspace_delete (ply_edit_target_get_workspace (PRIVATE (self)->target),
                             PLY_RECORD (g_ptr_array_index (children, index))->kind, ids, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.report", "s", error->message);
}

static void
child_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PlyChildGroup *self = PLY_CHILD_GROUP (widget);
  g_autofree char *id = g_variant_dup_string (parameter, NULL);

  if (g_str_equal (action, "child.remove"))
    remove_child (self, id);
  else
    move_child (self, id, g_str_equal (action, "child.move-up") ? -1 : 1);
}

/* The child whose row has the focus itself, not something that is typed into inside it. */
static const char *
get_focused_child (PlyChildGroup *self)
{
  PlyChildGroupPrivate *priv = PRIVATE (self);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (focus == NULL || GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus))
    return NULL;
  for (guint i = 0; i < priv->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (priv->rows, i);

      if (focus == row || gtk_widget_is_ancestor (focus, row))
        return g_ptr_array_index (priv->ids, i);
    }
  return NULL;
}

static gboolean
shortcut_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  PlyChildGroup *self = PLY_CHILD_GROUP (widget);
  g_autofree char *id = g_strdup (get_focused_child (self));
  int direction;

  if (id == NULL)
    return GDK_EVENT_PROPAGATE;
  g_variant_get (args, "i", &direction);
  if (direction == 0)
    remove_child (self, id);
  else
    move_child (self, id, direction);
  return GDK_EVENT_STOP;
}

static void
ply_child_group_finalize (GObject *object)
{
  PlyChildGroupPrivate *priv = PRIVATE (PLY_CHILD_GROUP (object));

  g_clear_object (&priv->target);
  g_clear_pointer (&priv->ids, g_ptr_array_unref);
  g_clear_pointer (&priv->rows, g_ptr_array_unref);
  g_clear_pointer (&priv->moved_id, g_free);

  G_OBJECT_CLASS (ply_child_group_parent_class)->finalize (object);
}

static void
ply_child_group_class_init (PlyChildGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ply_child_group_finalize;

  gtk_widget_class_install_action (widget_class, "child.move-up", "s", child_action_cb);
  gtk_widget_class_install_action (widget_class, "child.move-down", "s", child_action_cb);
  gtk_widget_class_install_action (widget_class, "child.remove", "s", child_action_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_ALT_MASK, shortcut_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_ALT_MASK, shortcut_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, shortcut_cb, "i", 0);
}

static void
ply_child_group_init (PlyChildGroup *self)
{
  PRIVATE (self)->ids = g_ptr_array_new_with_free_func (g_free);
  PRIVATE (self)->rows = g_ptr_array_new ();
}

void
ply_child_group_follow (PlyChildGroup *self, PlyEditTarget *target)
{
  g_return_if_fail (PLY_IS_CHILD_GROUP (self) && PLY_IS_EDIT_TARGET (target));

  PRIVATE (self)->target = g_object_ref (target);
  g_signal_connect_object (target, "refresh", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
}

PlyEditTarget *
ply_child_group_get_target (PlyChildGroup *self)
{
  g_return_val_if_fail (PLY_IS_CHILD_GROUP (self), NULL);
  return PRIVATE (self)->target;
}

GtkWidget *
ply_child_group_get_row (PlyChildGroup *self, const char *id)
{
  guint index;

  g_return_val_if_fail (PLY_IS_CHILD_GROUP (self) && id != NULL, NULL);
  return find_child (self, id, &index) ? g_ptr_array_index (PRIVATE (self)->rows, index) : NULL;
}

static void
append_action (GMenu *menu, const char *label, const char *action, const char *id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", id);
  g_menu_append_item (menu, item);
}

static void
append_open (GMenu *menu, PlyKind kind, const char *id)
{
  g_autoptr (GMenu) section = g_menu_new ();
  g_autoptr (GMenuItem) item = g_menu_item_new (_ ("_Open"), NULL);

  g_menu_item_set_action_and_target (item, "win.show-record", "(ss)",
                                     ply_kind_get_info (kind)->name, id);
  g_menu_append_item (section, item);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

GtkWidget *
ply_child_group_menu_new (PlyChildGroup *self, const char *child_id, PlyKind kind, const char *id)
{
  PlyChildGroupClass *klass;
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new ();
  GtkWidget *button;

  g_return_val_if_fail (PLY_IS_CHILD_GROUP (self), NULL);

  klass = PLY_CHILD_GROUP_GET_CLASS (self);
  if (id != NULL)
    append_open (menu, kind, id);
  if (klass->can_move)
    {
      append_action (section, _ ("Move _Up"), "child.move-up", child_id);
      append_action (section, _ ("Move _Down"), "child.move-down", child_id);
    }
  if (klass->can_remove)
    append_action (section, _ ("_Remove"), "child.remove", child_id);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));

  button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (button, _ ("More"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static void
set_head_button (PlyChildGroup *self, GtkWidget *button, const char *tooltip)
{
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), button);
}

void
ply_child_group_add_picker (PlyChildGroup *self, GtkWidget *popover, const char *tooltip)
{
  GtkWidget *button;

  g_return_if_fail (PLY_IS_CHILD_GROUP (self) && GTK_IS_POPOVER (popover));

  button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "list-add-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  set_head_button (self, button, tooltip);
}

void
ply_child_group_add_button (PlyChildGroup *self, const char *tooltip, GCallback callback)
{
  GtkWidget *button;

  g_return_if_fail (PLY_IS_CHILD_GROUP (self) && callback != NULL);

  button = gtk_button_new_from_icon_name ("list-add-symbolic");
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  set_head_button (self, button, tooltip);
}

void
ply_child_group_set_notice (PlyChildGroup *self, const char *notice)
{
  PlyChildGroupPrivate *priv;

  g_return_if_fail (PLY_IS_CHILD_GROUP (self));

  priv = PRIVATE (self);
  if (priv->notice == NULL)
    {
      priv->notice = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, NULL);
      gtk_widget_add_css_class (priv->notice, "warning");
      adw_action_row_add_prefix (ADW_ACTION_ROW (priv->notice),
                                 gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), priv->notice);
    }
  gtk_widget_set_visible (priv->notice, notice != NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (priv->notice), notice != NULL ? notice : "");
}

gboolean
ply_child_group_run (PlyChildGroup *self, const PlyPlan *plan)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (PLY_IS_CHILD_GROUP (self) && plan != NULL, FALSE);

  if (ply_workspace_run (ply_edit_target_get_workspace (PRIVATE (self)->target), plan, NULL,
                         &error))
    return TRUE;
  gtk_widget_activate_action (GTK_WIDGET (self), "win.report", "s", error->message);
  return FALSE;
}

char *
ply_child_group_dup_next_rank (PlyChildGroup *self)
{
  g_autoptr (GPtrArray) children = NULL;
  const char *last = NULL;

  g_return_val_if_fail (PLY_IS_CHILD_GROUP (self), NULL);

  children = dup_children (self);
  for (guint i = 0; i < children->len; i++)
    {
      const PlyRecord *child = g_ptr_array_index (children, i);
      const char *rank = ply_record_get_text (child, ply_field_lookup (child->kind, "rank"));

      if (g_strcmp0 (rank, last) > 0)
        last = rank;
    }
  return ply_rank_between (last, NULL);
}
