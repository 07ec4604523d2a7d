/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-conflicts-private.h"

#include <string.h>

/* What the event says of the check itself. */

static void
read_severities (PlyConflicts *self)
{
  PlySettings *settings = &self->settings;

  for (guint kind = 0; kind < PLY_N_CONFLICT_KINDS; kind++)
    settings->severities[kind] = ply_conflict_kind_get_info (kind)->severity;
  for (guint i = 0; i < ply_snapshot_get_n (self->snapshot, PLY_KIND_CONFLICT_SETTING); i++)
    {
      const PlyConflictSetting *setting =
          ply_snapshot_get_at (self->snapshot, PLY_KIND_CONFLICT_SETTING, i);
      PlyConflictKind kind = ply_conflict_kind_from_name (setting->kind);

      if (kind == PLY_N_CONFLICT_KINDS || setting->severity == NULL)
        continue;
      settings->is_off[kind] = strcmp (setting->severity, "off") == 0;
      for (guint severity = 0; severity < PLY_N_SEVERITIES; severity++)
        if (strcmp (setting->severity, ply_severity_get_name (severity)) == 0)
          settings->severities[kind] = severity;
    }
}

/* The same for both directions. */
static guint64
key_of (guint64 building, guint64 other)
{
  return building + other;
}

static void
read_walks (PlyConflicts *self)
{
  PlySettings *settings = &self->settings;

  settings->walk_most = settings->walking;
  settings->walks = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < ply_snapshot_get_n (self->snapshot, PLY_KIND_WALK); i++)
    {
      const PlyWalk *walk = ply_snapshot_get_at (self->snapshot, PLY_KIND_WALK, i);
      guint64 key;
      gint64 minutes = MIN (MAX (walk->minutes, 0), G_MAXINT32);

      if (walk->building == NULL || walk->other == NULL)
        continue;
      key = key_of (ply_hash_title (walk->building), ply_hash_title (walk->other));
      /* Of two rows about one pair the longer way counts. */
      if (minutes >= GPOINTER_TO_INT (g_hash_table_lookup (settings->walks, &key)))
        g_hash_table_insert (settings->walks, g_memdup2 (&key, sizeof key),
                             GINT_TO_POINTER ((int) minutes));
      settings->walk_most = MAX (settings->walk_most, minutes);
    }
}

void
ply_settings_read (PlyConflicts *self)
{
  PlySettings *settings = &self->settings;
  const PlyEvent *event = ply_snapshot_get_event (self->snapshot);

  *settings = (PlySettings) {
    .break_least = event != NULL ? event->break_least : PLY_UNSET,
    .gap_most = event != NULL ? event->gap_most : PLY_UNSET,
    .turnover_least = event != NULL ? event->turnover_least : PLY_UNSET,
    .walking = event != NULL ? MAX (event->walking, 0) : 0,
    .base_language = g_strdup (event != NULL ? event->base_language : NULL),
    .wanted_languages = g_strdup (event != NULL ? event->wanted_languages : NULL),
  };
  read_severities (self);
  read_walks (self);
}

void
ply_settings_clear (PlyConflicts *self)
{
  g_free (self->settings.base_language);
  g_free (self->settings.wanted_languages);
  g_clear_pointer (&self->settings.walks, g_hash_table_unref);
}

static gboolean
event_differs (const PlyEvent *a, const PlyEvent *b)
{
  return a->break_least != b->break_least || a->gap_most != b->gap_most
         || a->turnover_least != b->turnover_least || a->walking != b->walking
         || g_strcmp0 (a->wanted_languages, b->wanted_languages) != 0;
}

gboolean
ply_settings_touch_all (const PlyRecord *old, const PlyRecord *record)
{
  PlyKind kind = (record != NULL ? record : old)->kind;

  if (kind == PLY_KIND_EVENT && old != NULL && record != NULL)
    return event_differs ((const PlyEvent *) old, (const PlyEvent *) record);
  return kind == PLY_KIND_CONFLICT_SETTING || kind == PLY_KIND_WALK;
}

gint64
ply_settings_walk (const PlyConflicts *self, guint64 building, guint64 other)
{
  guint64 key = key_of (building, other);
  gpointer minutes;

  if (building == 0 || other == 0 || building == other)
    return 0;
  if (g_hash_table_lookup_extended (self->settings.walks, &key, NULL, &minutes))
    return GPOINTER_TO_INT (minutes);
  return self->settings.walking;
}
