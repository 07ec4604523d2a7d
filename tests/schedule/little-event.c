/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "little-event.h"

#include <string.h>

static const char frame[] =
    "event e title=Event timezone=Asia/Almaty base_language=en languages=en\n"
    "day d1 date=2023-10-12 opens=480 closes=1200\n"
    "day d2 date=2023-10-13\n"
    "room hall name=Hall capacity=100\n"
    "room lab name=Lab capacity=20\n"
    "session_type talk name=Talk\n"
    "session_type break name=Break is_break=1\n"
    "session_type panel name=Panel wants_chair=1\n"
    "person ann name=Ann_Alder\n"
    "person bob name=Bob_Birch\n"
    "institution uni name=University country=KZ\n"
    "institution inst name=Institute country=DE\n"
    "affiliation a1 person=ann institution=uni\n"
    "affiliation a2 person=bob institution=inst\n"
    "session s1 title=One day=d1 start=540 duration=60 room=hall type=talk\n"
    "session s2 title=Two day=d1 start=600 duration=60 room=lab type=talk\n"
    "session pause title=Pause day=d1 start=570 duration=60 all_rooms=1 type=break\n"
    "participation p1 session=s1 person=ann role=speaker\n"
    "participation p2 session=s2 person=bob role=speaker\n";

static void
set_field (gpointer record, const char *word)
{
  g_auto (GStrv) parts = g_strsplit (word, "=", 2);
  const PlyField *field = ply_field_lookup (PLY_RECORD (record)->kind, parts[0]);

  g_assert_nonnull (field);
  g_assert_nonnull (parts[1]);
  if (ply_field_storage (field) == PLY_VALUE_INTEGER)
    ply_record_set_integer (record, parts[0],
                            *parts[1] != '\0' ? g_ascii_strtoll (parts[1], NULL, 10) : PLY_UNSET);
  else
    ply_record_set_text (record, parts[0], g_strdelimit (parts[1], "_", ' '));
}

static PlySnapshot *
edit_line (PlySnapshot *snapshot, const char *line, GArray *changes)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  gboolean remove = strcmp (words[0], "-") == 0;
  PlyKind kind = ply_kind_from_name (words[remove ? 1 : 0]);
  const char *id = words[remove ? 2 : 1];
  gconstpointer old = ply_snapshot_lookup (snapshot, kind, id);
  g_autoptr (PlyRecord) record = NULL;
  PlyChange change = { kind, g_intern_string (id), NULL };
  PlySnapshot *next;

  g_assert_cmpint (kind, <, PLY_N_KINDS);
  if (!remove)
    {
      record = old != NULL ? ply_record_copy (old, NULL) : ply_record_new (kind, id);
      for (guint i = 2; words[i] != NULL; i++)
        set_field (record, words[i]);
    }
  change.record = record;
  next = ply_snapshot_update (snapshot, &change, 1);
  if (changes != NULL)
    g_array_append_val (changes, change);
  ply_snapshot_unref (snapshot);
  return next;
}

PlySnapshot *
little_event_edit (PlySnapshot *snapshot, const char *text, GArray *changes)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      snapshot = edit_line (snapshot, lines[i], changes);
  return snapshot;
}

PlyPlan *
little_event_plan (PlySnapshot *snapshot, const char *text)
{
  PlyPlan *plan = ply_plan_new ("Edit");
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (PlySnapshot) now = ply_snapshot_ref (snapshot);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (PlyChange));
      g_autoptr (PlySnapshot) next = little_event_edit (ply_snapshot_ref (now), lines[i], changes);
      const PlyChange *change = (const PlyChange *) changes->data;
      gconstpointer record =
          changes->len > 0 ? ply_snapshot_lookup (next, change->kind, change->id) : NULL;

      if (record != NULL)
        ply_plan_put (plan, now, ply_record_copy (record, NULL));
      else if (changes->len > 0 && ply_snapshot_lookup (now, change->kind, change->id) != NULL)
        ply_plan_delete (plan, now, change->kind, change->id);
      ply_snapshot_unref (now);
      now = g_steal_pointer (&next);
    }
  return plan;
}

PlySnapshot *
little_event_new (void)
{
  return little_event_edit (ply_snapshot_new (NULL), frame, NULL);
}

static void
append (GString *text, const PlyConflict *conflict)
{
  g_string_append (text, ply_conflict_kind_get_info (conflict->kind)->name);
  for (guint i = 0; i < conflict->n_records; i++)
    g_string_append_printf (text, " %s", conflict->records[i].id);
}

char *
little_event_describe (PlyConflicts *conflicts, int kind)
{
  GPtrArray *list = ply_conflicts_get_list (conflicts);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    {
      const PlyConflict *conflict = list->pdata[i];

      if (kind >= 0 && conflict->kind != (PlyConflictKind) kind)
        continue;
      if (text->len > 0)
        g_string_append (text, "; ");
      append (text, conflict);
    }
  return g_string_free_and_steal (text);
}

char *
little_event_print (PlyConflicts *conflicts)
{
  GPtrArray *list = ply_conflicts_get_list (conflicts);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    {
      const PlyConflict *conflict = list->pdata[i];
      g_autofree char *message = ply_conflicts_dup_message (conflicts, conflict);

      append (text, conflict);
      g_string_append_printf (text, " [%s] %s\n", ply_severity_get_name (conflict->severity),
                              message);
    }
  return g_string_free_and_steal (text);
}
