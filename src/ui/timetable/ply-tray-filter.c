/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-tray-filter.h"

#include "ply-programme-order.h"

struct _PlyTrayFilter
{
  GtkFilter parent_instance;

  PlyWorkspace *workspace;
  char *wanted[PLY_N_TRAY_FIELDS];
};

G_DEFINE_FINAL_TYPE (PlyTrayFilter, ply_tray_filter, GTK_TYPE_FILTER)

/* People: @institution NULL stands for any. */

static gboolean
is_affiliated (const PlySnapshot *snapshot, const char *person, const char *institution)
{
  GPtrArray *affiliations =
      ply_snapshot_get_children (snapshot, PLY_KIND_AFFILIATION, "person", person);

  for (guint i = 0; i < affiliations->len; i++)
    {
      const PlyAffiliation *affiliation = affiliations->pdata[i];

      if (institution == NULL || g_strcmp0 (affiliation->institution, institution) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
takes_part (const PlySnapshot *snapshot, gconstpointer session_or_talk, const char *institution)
{
  GPtrArray *parts = ply_participations_of (snapshot, session_or_talk);

  for (guint i = 0; i < parts->len; i++)
    {
      const PlyParticipation *part = parts->pdata[i];

      if (part->institution != NULL
          && (institution == NULL || g_str_equal (part->institution, institution)))
        return TRUE;
      if (part->person != NULL && is_affiliated (snapshot, part->person, institution))
        return TRUE;
    }
  return FALSE;
}

static gboolean
takes_part_in_any (const PlySnapshot *snapshot, const PlySession *session, const char *institution)
{
  GPtrArray *talks = ply_session_talks (snapshot, session);

  if (takes_part (snapshot, session, institution))
    return TRUE;
  for (guint i = 0; i < talks->len; i++)
    if (takes_part (snapshot, talks->pdata[i], institution))
      return TRUE;
  return FALSE;
}

static gboolean
is_asked (PlyTrayFilter *self, PlyTrayField field)
{
  return g_strcmp0 (self->wanted[field], PLY_TRAY_ANY) != 0;
}

static gboolean
ply_tray_filter_match (GtkFilter *filter, gpointer item)
{
  PlyTrayFilter *self = PLY_TRAY_FILTER (filter);
  const PlySession *session = ply_item_get_record (item);
  const char *institution = self->wanted[PLY_TRAY_INSTITUTION];

  if (is_asked (self, PLY_TRAY_TRACK)
      && g_strcmp0 (session->track, self->wanted[PLY_TRAY_TRACK]) != 0)
    return FALSE;
  if (is_asked (self, PLY_TRAY_TYPE) && g_strcmp0 (session->type, self->wanted[PLY_TRAY_TYPE]) != 0)
    return FALSE;
  return !is_asked (self, PLY_TRAY_INSTITUTION)
         || takes_part_in_any (ply_workspace_get_snapshot (self->workspace), session, institution)
                == (institution != NULL);
}

static GtkFilterMatch
ply_tray_filter_get_strictness (GtkFilter *filter)
{
  return ply_tray_filter_is_active (PLY_TRAY_FILTER (filter)) ? GTK_FILTER_MATCH_SOME
                                                              : GTK_FILTER_MATCH_ALL;
}

static void
ply_tray_filter_finalize (GObject *object)
{
  PlyTrayFilter *self = PLY_TRAY_FILTER (object);

  for (guint i = 0; i < PLY_N_TRAY_FIELDS; i++)
    g_free (self->wanted[i]);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (ply_tray_filter_parent_class)->finalize (object);
}

static void
ply_tray_filter_class_init (PlyTrayFilterClass *klass)
{
  GtkFilterClass *filter_class = GTK_FILTER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ply_tray_filter_finalize;
  filter_class->match = ply_tray_filter_match;
  filter_class->get_strictness = ply_tray_filter_get_strictness;
}

static void
ply_tray_filter_init (PlyTrayFilter *self)
{
  for (guint i = 0; i < PLY_N_TRAY_FIELDS; i++)
    self->wanted[i] = g_strdup (PLY_TRAY_ANY);
}

PlyTrayFilter *
ply_tray_filter_new (PlyWorkspace *workspace)
{
  PlyTrayFilter *self;

  g_return_val_if_fail (PLY_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (PLY_TYPE_TRAY_FILTER, NULL);
  self->workspace = g_object_ref (workspace);
  return self;
}

void
ply_tray_filter_set (PlyTrayFilter *self, PlyTrayField field, const char *id)
{
  g_return_if_fail (PLY_IS_TRAY_FILTER (self) && field < PLY_N_TRAY_FIELDS);

  if (g_set_str (&self->wanted[field], id))
    gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}

const char *
ply_tray_filter_get (PlyTrayFilter *self, PlyTrayField field)
{
  g_return_val_if_fail (PLY_IS_TRAY_FILTER (self) && field < PLY_N_TRAY_FIELDS, NULL);
  return self->wanted[field];
}

gboolean
ply_tray_filter_is_active (PlyTrayFilter *self)
{
  g_return_val_if_fail (PLY_IS_TRAY_FILTER (self), FALSE);

  for (guint i = 0; i < PLY_N_TRAY_FIELDS; i++)
    if (is_asked (self, i))
      return TRUE;
  return FALSE;
}
