/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-conflict-filter.h"

#include "ply-collate.h"
#include "ply-conflict-words.h"

#include <string.h>

struct _PlyConflictFilter
{
  GtkFilter parent_instance;

  PlyWorkspace *workspace; /* unowned: the page's, which owns the filter */
  PlySeverity severity;
  PlyConflictKind kind;

  /* Owned */
  char *day, *track;
  char *needle; /* folded */
  char **words; /* of it */
};

G_DEFINE_FINAL_TYPE (PlyConflictFilter, ply_conflict_filter, GTK_TYPE_FILTER)

/* One of its sessions is on the day and in the track, or it is about the day or track itself. */
static gboolean
fits_place (PlyConflictFilter *self, PlyConflictItem *item)
{
  PlySnapshot *snapshot = ply_workspace_get_snapshot (self->workspace);
  guint n;
  const PlyConflictRecord *records = ply_conflict_item_get_records (item, &n);
  gboolean on_day = self->day == NULL;
  gboolean in_track = self->track == NULL;

  for (guint i = 0; i < n && !(on_day && in_track); i++)
    {
      const PlySession *session = ply_conflict_words_get_session (snapshot, &records[i]);

      on_day = on_day || (session != NULL && g_strcmp0 (session->day, self->day) == 0)
               || g_strcmp0 (records[i].id, self->day) == 0;
      in_track = in_track || (session != NULL && g_strcmp0 (session->track, self->track) == 0)
                 || g_strcmp0 (records[i].id, self->track) == 0;
    }
  return on_day && in_track;
}

static gboolean
fits_text (PlyConflictFilter *self, PlyConflictItem *item)
{
  const char *key;

  if (self->words == NULL || self->words[0] == NULL)
    return TRUE;
  key = ply_conflict_item_get_search_key (item);
  for (guint i = 0; self->words[i] != NULL; i++)
    if (strstr (key, self->words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
ply_conflict_filter_match (GtkFilter *filter, gpointer item)
{
  PlyConflictFilter *self = PLY_CONFLICT_FILTER (filter);

  if (self->severity != PLY_N_SEVERITIES && ply_conflict_item_get_severity (item) != self->severity)
    return FALSE;
  if (self->kind != PLY_N_CONFLICT_KINDS && ply_conflict_item_get_kind (item) != self->kind)
    return FALSE;
  return fits_place (self, item) && fits_text (self, item);
}

static GtkFilterMatch
ply_conflict_filter_get_strictness (GtkFilter *filter)
{
  return ply_conflict_filter_is_active (PLY_CONFLICT_FILTER (filter)) ? GTK_FILTER_MATCH_SOME
                                                                      : GTK_FILTER_MATCH_ALL;
}

static void
ply_conflict_filter_finalize (GObject *object)
{
  PlyConflictFilter *self = PLY_CONFLICT_FILTER (object);

  g_free (self->day);
  g_free (self->track);
  g_free (self->needle);
  g_strfreev (self->words);

  G_OBJECT_CLASS (ply_conflict_filter_parent_class)->finalize (object);
}

static void
ply_conflict_filter_class_init (PlyConflictFilterClass *klass)
{
  GtkFilterClass *filter_class = GTK_FILTER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ply_conflict_filter_finalize;
  filter_class->match = ply_conflict_filter_match;
  filter_class->get_strictness = ply_conflict_filter_get_strictness;
}

static void
ply_conflict_filter_init (PlyConflictFilter *self)
{
  self->severity = PLY_N_SEVERITIES;
  self->kind = PLY_N_CONFLICT_KINDS;
}

static void
changed (PlyConflictFilter *self)
{
  gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}

PlyConflictFilter *
ply_conflict_filter_new (PlyWorkspace *workspace)
{
  PlyConflictFilter *self;

  g_return_val_if_fail (PLY_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (PLY_TYPE_CONFLICT_FILTER, NULL);
  self->workspace = workspace;
  return self;
}

void
ply_conflict_filter_set_severity (PlyConflictFilter *self, PlySeverity severity)
{
  g_return_if_fail (PLY_IS_CONFLICT_FILTER (self));

  if (self->severity == severity)
    return;
  self->severity = severity;
  changed (self);
}

void
ply_conflict_filter_set_kind (PlyConflictFilter *self, PlyConflictKind kind)
{
  g_return_if_fail (PLY_IS_CONFLICT_FILTER (self));

  if (self->kind == kind)
    return;
  self->kind = kind;
  changed (self);
}

void
ply_conflict_filter_set_day (PlyConflictFilter *self, const char *day)
{
  g_return_if_fail (PLY_IS_CONFLICT_FILTER (self));

  if (g_set_str (&self->day, day))
    changed (self);
}

void
ply_conflict_filter_set_track (PlyConflictFilter *self, const char *track)
{
  g_return_if_fail (PLY_IS_CONFLICT_FILTER (self));

  if (g_set_str (&self->track, track))
    changed (self);
}

void
ply_conflict_filter_set_text (PlyConflictFilter *self, const char *text)
{
  g_autofree char *needle = NULL;

  g_return_if_fail (PLY_IS_CONFLICT_FILTER (self) && text != NULL);

  needle = g_strstrip (ply_search_fold (text));
  if (!g_set_str (&self->needle, *needle != '\0' ? needle : NULL))
    return;
  g_strfreev (self->words);
  self->words = g_strsplit_set (needle, " \t", -1);
  changed (self);
}

guint
ply_conflict_filter_count (PlyConflictFilter *self)
{
  g_return_val_if_fail (PLY_IS_CONFLICT_FILTER (self), 0);
  return (self->kind != PLY_N_CONFLICT_KINDS) + (self->day != NULL) + (self->track != NULL);
}

PlyConflictKind
ply_conflict_filter_get_kind (PlyConflictFilter *self)
{
  g_return_val_if_fail (PLY_IS_CONFLICT_FILTER (self), PLY_N_CONFLICT_KINDS);
  return self->kind;
}

const char *
ply_conflict_filter_get_day (PlyConflictFilter *self)
{
  g_return_val_if_fail (PLY_IS_CONFLICT_FILTER (self), NULL);
  return self->day;
}

const char *
ply_conflict_filter_get_track (PlyConflictFilter *self)
{
  g_return_val_if_fail (PLY_IS_CONFLICT_FILTER (self), NULL);
  return self->track;
}

gboolean
ply_conflict_filter_is_active (PlyConflictFilter *self)
{
  g_return_val_if_fail (PLY_IS_CONFLICT_FILTER (self), FALSE);
  return self->severity != PLY_N_SEVERITIES || ply_conflict_filter_count (self) > 0
         || self->needle != NULL;
}
