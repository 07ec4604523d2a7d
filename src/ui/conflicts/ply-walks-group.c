/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-walks-group.h"

#include "ply-waiver.h"

#include <glib/gi18n-lib.h>

/* Of ten buildings. */
#define PAIRS_MOST 45
#define MINUTES_MOST 180

struct _PlyWalksGroup
{
  AdwPreferencesGroup parent_instance;

  /* Owned */
  PlyWorkspace *workspace;
  GPtrArray *rows; /* AdwSpinRow, of the group's own children */
  char **buildings;
  gboolean loading;
};

G_DEFINE_FINAL_TYPE (PlyWalksGroup, ply_walks_group, ADW_TYPE_PREFERENCES_GROUP)

static PlySnapshot *
get_snapshot (PlyWalksGroup *self)
{
  return ply_workspace_get_snapshot (self->workspace);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

/* Each once. */
static char **
dup_buildings (const PlySnapshot *snapshot)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < ply_snapshot_get_n (snapshot, PLY_KIND_ROOM); i++)
    {
      const PlyRoom *room = ply_snapshot_get_at (snapshot, PLY_KIND_ROOM, i);

      if (room->building != NULL && g_hash_table_add (seen, room->building))
        g_ptr_array_add (names, room->building);
    }
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return g_strdupv ((char **) names->pdata);
}

/* A row knows its pair by its name: the walk's id. */

static const PlyWalk *
get_walk (PlyWalksGroup *self, GtkWidget *row)
{
  return ply_snapshot_lookup (get_snapshot (self), PLY_KIND_WALK, gtk_widget_get_name (row));
}

static void
find_pair (PlyWalksGroup *self, GtkWidget *row, const char **building, const char **other)
{
  const char *id = gtk_widget_get_name (row);

  for (guint i = 0; self->buildings[i] != NULL; i++)
    for (guint j = i + 1; self->buildings[j] != NULL; j++)
      {
        g_autofree char *walk = ply_walk_id (self->buildings[i], self->buildings[j]);

        if (!g_str_equal (walk, id))
          continue;
        *building = self->buildings[i];
        *other = self->buildings[j];
      }
}

static PlyPlan *
dup_plan (PlyWalksGroup *self, GtkWidget *row, gint64 minutes)
{
  PlyPlan *plan = ply_plan_new (_ ("Change Conflict Settings"));
  const char *id = gtk_widget_get_name (row);
  const char *building = NULL, *other = NULL;
  PlyWalk *walk;

  if (get_walk (self, row) != NULL)
    {
      ply_plan_set_integer (plan, PLY_KIND_WALK, id, "minutes", minutes);
      return plan;
    }
  find_pair (self, row, &building, &other);
  walk = ply_record_new (PLY_KIND_WALK, id);
  walk->building = g_strdup (building);
  walk->other = g_strdup (other);
  walk->minutes = minutes;
  ply_plan_insert (plan, walk);
  return plan;
}

static void
value_cb (PlyWalksGroup *self, GParamSpec *pspec, GtkWidget *row)
{
  gint64 minutes = (gint64) adw_spin_row_get_value (ADW_SPIN_ROW (row));
  g_autoptr (PlyPlan) plan = NULL;
  g_autofree char *key = g_strconcat ("walk/", gtk_widget_get_name (row), NULL);
  g_autoptr (GError) error = NULL;

  if (self->loading)
    return;
  plan = dup_plan (self, row, minutes);
  if (!ply_workspace_run (self->workspace, plan, key, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.report", "s", error->message);
}

static void
reset_cb (GtkWidget *button, PlyWalksGroup *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_SPIN_ROW);
  g_autoptr (GError) error = NULL;

  if (!ply_workspace_delete (self->workspace, PLY_KIND_WALK,
                             (const char *const[]) { gtk_widget_get_name (row), NULL }, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.report", "s", error->message);
}

static void
refresh_row (PlyWalksGroup *self, GtkWidget *row)
{
  const PlyWalk *walk = get_walk (self, row);
  gint64 usual = ply_snapshot_get_event (get_snapshot (self))->walking;
  GtkWidget *reset = g_object_get_data (G_OBJECT (row), "reset");

  if (usual == PLY_UNSET)
    usual = 0;
  self->loading = TRUE;
  adw_spin_row_set_value (ADW_SPIN_ROW (row), walk != NULL ? walk->minutes : usual);
  self->loading = FALSE;
  gtk_widget_set_visible (reset, walk != NULL);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), walk == NULL ? _ ("As usual") : "");
}

static void
add_row (PlyWalksGroup *self, const char *building, const char *other)
{
  GtkWidget *row = adw_spin_row_new_with_range (0, MINUTES_MOST, 1);
  GtkWidget *reset = gtk_button_new_from_icon_name ("edit-undo-symbolic");
  g_autofree char *id = ply_walk_id (building, other);
  /* Translators: a way between two buildings */
  g_autofree char *title = g_strdup_printf (_ ("%1$s – %2$s"), building, other);

  gtk_widget_set_name (row, id);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_tooltip_text (reset, _ ("As Usual"));
  gtk_widget_set_valign (reset, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (reset, "flat");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), reset);
  g_object_set_data (G_OBJECT (row), "reset", reset);
  g_signal_connect (reset, "clicked", G_CALLBACK (reset_cb), self);
  refresh_row (self, row);
  g_signal_connect_swapped (row, "notify::value", G_CALLBACK (value_cb), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
fill (PlyWalksGroup *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; self->buildings[i] != NULL; i++)
    for (guint j = i + 1; self->buildings[j] != NULL && self->rows->len < PAIRS_MOST; j++)
      add_row (self, self->buildings[i], self->buildings[j]);
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (self),
      self->rows->len > 0 ? _ ("In minutes")
                          : _ ("Give the rooms their buildings to set how long the ways are"));
}

static void
refresh (PlyWalksGroup *self)
{
  g_auto (GStrv) buildings = dup_buildings (get_snapshot (self));

  if (self->buildings == NULL
      || !g_strv_equal ((const char *const *) self->buildings, (const char *const *) buildings))
    {
      g_strfreev (self->buildings);
      self->buildings = g_steal_pointer (&buildings);
      fill (self);
    }
  for (guint i = 0; i < self->rows->len; i++)
    refresh_row (self, self->rows->pdata[i]);
}

static void
ply_walks_group_finalize (GObject *object)
{
  PlyWalksGroup *self = PLY_WALKS_GROUP (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->buildings, g_strfreev);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (ply_walks_group_parent_class)->finalize (object);
}

static void
ply_walks_group_class_init (PlyWalksGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ply_walks_group_finalize;
}

static void
ply_walks_group_init (PlyWalksGroup *self)
{
  self->rows = g_ptr_array_new ();
}

GtkWidget *
ply_walks_group_new (PlyWorkspace *workspace)
{
  PlyWalksGroup *self;

  g_return_val_if_fail (PLY_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (PLY_TYPE_WALKS_GROUP, "title", _ ("Ways between Buildings"), NULL);
  self->workspace = g_object_ref (workspace);
  refresh (self);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
