/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-workspace.h"

#include "ply-rank.h"
#include "ply-translation.h"

#include <glib/gi18n-lib.h>

/* The label of a command, by kind: translated sentences cannot be put together from parts. */
static const char *const edit_labels[PLY_N_KINDS] = {
  [PLY_KIND_EVENT] = N_ ("Edit Event"),
  [PLY_KIND_DAY] = N_ ("Edit Day"),
  [PLY_KIND_ROOM] = N_ ("Edit Room"),
  [PLY_KIND_TRACK] = N_ ("Edit Track"),
  [PLY_KIND_SESSION_TYPE] = N_ ("Edit Session Type"),
  [PLY_KIND_SESSION] = N_ ("Edit Session"),
  [PLY_KIND_TALK] = N_ ("Edit Talk"),
  [PLY_KIND_PERSON] = N_ ("Edit Person"),
  [PLY_KIND_INSTITUTION] = N_ ("Edit Institution"),
  [PLY_KIND_AFFILIATION] = N_ ("Edit Affiliation"),
  [PLY_KIND_PARTICIPATION] = N_ ("Edit Participation"),
  [PLY_KIND_LINK] = N_ ("Edit Link"),
  [PLY_KIND_WALK] = N_ ("Change Conflict Settings"),
  [PLY_KIND_CONFLICT_SETTING] = N_ ("Change Conflict Settings"),
  [PLY_KIND_WAIVER] = N_ ("Edit Note"),
};

static const char *const add_labels[PLY_N_KINDS] = {
  [PLY_KIND_DAY] = N_ ("Add Day"),
  [PLY_KIND_ROOM] = N_ ("Add Room"),
  [PLY_KIND_TRACK] = N_ ("Add Track"),
  [PLY_KIND_SESSION_TYPE] = N_ ("Add Session Type"),
  [PLY_KIND_SESSION] = N_ ("Add Session"),
  [PLY_KIND_TALK] = N_ ("Add Talk"),
  [PLY_KIND_PERSON] = N_ ("Add Person"),
  [PLY_KIND_INSTITUTION] = N_ ("Add Institution"),
  [PLY_KIND_AFFILIATION] = N_ ("Add Affiliation"),
  [PLY_KIND_PARTICIPATION] = N_ ("Add Participation"),
  [PLY_KIND_LINK] = N_ ("Add Link"),
  [PLY_KIND_WALK] = N_ ("Change Conflict Settings"),
  [PLY_KIND_WAIVER] = N_ ("Waive Conflict"),
};

static const char *
label_of (const char *const *labels, PlyKind kind, const char *otherwise)
{
  return labels[kind] != NULL ? _ (labels[kind]) : otherwise;
}

/* "Delete Session", "Delete 3 Sessions". */
static char *
delete_label (PlyKind kind, guint n)
{
  switch (kind)
    {
    case PLY_KIND_DAY:
      return g_strdup_printf (ngettext ("Delete Day", "Delete %u Days", n), n);
    case PLY_KIND_ROOM:
      return g_strdup_printf (ngettext ("Delete Room", "Delete %u Rooms", n), n);
    case PLY_KIND_TRACK:
      return g_strdup_printf (ngettext ("Delete Track", "Delete %u Tracks", n), n);
    case PLY_KIND_SESSION_TYPE:
      return g_strdup_printf (ngettext ("Delete Session Type", "Delete %u Session Types", n), n);
    case PLY_KIND_SESSION:
      return g_strdup_printf (ngettext ("Delete Session", "Delete %u Sessions", n), n);
    case PLY_KIND_TALK:
      return g_strdup_printf (ngettext ("Delete Talk", "Delete %u Talks", n), n);
    case PLY_KIND_PERSON:
      return g_strdup_printf (ngettext ("Delete Person", "Delete %u People", n), n);
    case PLY_KIND_INSTITUTION:
      return g_strdup_printf (ngettext ("Delete Institution", "Delete %u Institutions", n), n);
    case PLY_KIND_WALK:
      return g_strdup (_ ("Change Conflict Settings"));
    case PLY_KIND_WAIVER:
      return g_strdup (_ ("Restore Conflict"));
    default:
      return g_strdup (_ ("Delete"));
    }
}

static gboolean
set_value (PlyWorkspace *self, PlyKind kind, const char *id, const PlyField *field,
           const PlyValue *value, GError **error)
{
  g_autoptr (PlyPlan) plan = ply_plan_new (label_of (edit_labels, kind, _ ("Edit")));
  g_autofree char *key = g_strdup_printf ("%s/%s", id, field->name);

  ply_plan_set (plan, kind, id, field, value);
  return ply_workspace_run (self, plan, key, error);
}

gboolean
ply_workspace_set_text (PlyWorkspace *self, PlyKind kind, const char *id, const char *field_name,
                        const char *text, GError **error)
{
  g_auto (PlyValue) value = ply_value_text (text);

  g_return_val_if_fail (PLY_IS_WORKSPACE (self) && id != NULL, FALSE);
  return set_value (self, kind, id, ply_field_lookup (kind, field_name), &value, error);
}

gboolean
ply_workspace_set_integer (PlyWorkspace *self, PlyKind kind, const char *id, const char *field_name,
                           gint64 integer, GError **error)
{
  PlyValue value = ply_value_integer (integer);

  g_return_val_if_fail (PLY_IS_WORKSPACE (self) && id != NULL, FALSE);
  return set_value (self, kind, id, ply_field_lookup (kind, field_name), &value, error);
}

gboolean
ply_workspace_set_translation (PlyWorkspace *self, PlyKind kind, const char *id,
                               const char *field_name, const char *language, const char *text,
                               GError **error)
{
  PlySnapshot *snapshot = ply_workspace_get_snapshot (self);
  const PlyEvent *event = ply_snapshot_get_event (snapshot);
  g_autoptr (PlyPlan) plan = NULL;
  g_autofree char *key = NULL;

  if (language == NULL || g_strcmp0 (language, event->base_language) == 0)
    return ply_workspace_set_text (self, kind, id, field_name, text, error);

  plan = ply_plan_new (_ ("Translate"));
  key = g_strdup_printf ("%s/%s/%s", id, field_name, language);
  ply_plan_translate (plan, snapshot, ply_snapshot_lookup (snapshot, kind, id), field_name,
                      language, text, "final");
  return ply_workspace_run (self, plan, key, error);
}

/* Behind the last of its kind; ranks need not be even, only ordered. */
static void
give_rank (PlySnapshot *snapshot, PlyRecord *record)
{
  const PlyField *rank = ply_field_lookup (record->kind, "rank");
  const char *last = NULL;
  g_autofree char *behind = NULL;

  if (rank == NULL || ply_record_get_text (record, rank) != NULL)
    return;
  for (guint i = 0; i < ply_snapshot_get_n (snapshot, record->kind); i++)
    {
      const char *other =
          ply_record_get_text (ply_snapshot_get_at (snapshot, record->kind, i), rank);

      if (g_strcmp0 (other, last) > 0)
        last = other;
    }
  behind = ply_rank_between (last, NULL);
  ply_record_set_text (record, "rank", behind);
}

gboolean
ply_workspace_add (PlyWorkspace *self, gpointer record, GError **error)
{
  g_autoptr (PlyPlan) plan = NULL;

  g_return_val_if_fail (PLY_IS_WORKSPACE (self) && record != NULL, FALSE);

  plan = ply_plan_new (label_of (add_labels, PLY_RECORD (record)->kind, _ ("Add")));
  give_rank (ply_workspace_get_snapshot (self), record);
  ply_plan_insert (plan, record);
  return ply_workspace_run (self, plan, NULL, error);
}

gboolean
ply_workspace_delete (PlyWorkspace *self, PlyKind kind, const char *const *ids, GError **error)
{
  g_autofree char *label = NULL;
  g_autoptr (PlyPlan) plan = NULL;

  g_return_val_if_fail (PLY_IS_WORKSPACE (self) && ids != NULL, FALSE);

  label = delete_label (kind, g_strv_length ((char **) ids));
  plan = ply_plan_new (label);
  for (guint i = 0; ids[i] != NULL; i++)
    ply_plan_delete (plan, ply_workspace_get_snapshot (self), kind, ids[i]);
  return ply_workspace_run (self, plan, NULL, error);
}

char *
ply_workspace_duplicate (PlyWorkspace *self, PlyKind kind, const char *id, GError **error)
{
  const PlyField *title_field = ply_kind_title_field (kind);
  PlySnapshot *snapshot;
  g_autoptr (PlyPlan) plan = NULL;
  g_autofree char *title = NULL;
  g_autofree char *copy = NULL;

  g_return_val_if_fail (PLY_IS_WORKSPACE (self) && id != NULL, NULL);

  snapshot = ply_workspace_get_snapshot (self);
  plan = ply_plan_new (_ ("Duplicate"));
  if (title_field != NULL)
    /* Translators: the title of a copy; %s is the title of the original */
    title = g_strdup_printf (
        _ ("%s (copy)"),
        ply_record_get_text (ply_snapshot_lookup (snapshot, kind, id), title_field));
  copy = g_strdup (ply_plan_duplicate (plan, snapshot, kind, id, title));
  return ply_workspace_run (self, plan, NULL, error) ? g_steal_pointer (&copy) : NULL;
}
