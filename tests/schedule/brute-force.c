/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "brute-force-private.h"

#include "ply-programme-order.h"
#include "ply-time.h"

#include <stdarg.h>
#include <string.h>

/* Things */

const char *
thing_id (const Thing *thing)
{
  return thing->talk != NULL ? thing->talk->record.id : thing->session->record.id;
}

gboolean
thing_is_break (const Brute *brute, const Thing *thing)
{
  return ply_session_is_break (brute->snapshot, thing->session);
}

gboolean
takes_time (const Thing *thing)
{
  return thing->is_placed && thing->end > thing->start;
}

gboolean
share_a_minute (const Thing *a, const Thing *b)
{
  return a->is_placed && b->is_placed && MIN (a->end, b->end) - MAX (a->start, b->start) >= 1;
}

int
compare_things (const Thing *a, const Thing *b)
{
  if (a->start != b->start)
    return a->start < b->start ? -1 : 1;
  if (a->end != b->end)
    return a->end < b->end ? -1 : 1;
  if ((a->talk != NULL) != (b->talk != NULL))
    return a->talk == NULL ? -1 : 1;
  return strcmp (thing_id (a), thing_id (b));
}

char *
plain_text (const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);
  g_auto (GStrv) words = g_strsplit (lower, " ", -1);
  GString *plain = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (plain, "%s%s", plain->len > 0 ? " " : "", words[i]);
  return g_string_free_and_steal (plain);
}

GPtrArray *
parts_of (const Brute *brute, const Thing *thing)
{
  GPtrArray *parts = g_ptr_array_new ();

  for (guint i = 0; i < ply_snapshot_get_n (brute->snapshot, PLY_KIND_PARTICIPATION); i++)
    {
      const PlyParticipation *part =
          ply_snapshot_get_at (brute->snapshot, PLY_KIND_PARTICIPATION, i);
      const char *of = part->session != NULL ? part->session : part->talk;

      if (g_strcmp0 (of, thing_id (thing)) == 0 && (part->session == NULL) == (thing->talk != NULL))
        g_ptr_array_add (parts, (gpointer) part);
    }
  return parts;
}

gboolean
is_speaking (const PlyParticipation *part)
{
  return g_strcmp0 (part->role, "speaker") == 0 || g_strcmp0 (part->role, "panellist") == 0
         || g_strcmp0 (part->role, "moderator") == 0 || g_strcmp0 (part->role, "author") == 0;
}

const PlyRoom *
room_of (const Brute *brute, const Thing *thing)
{
  if (thing->session->all_rooms == 1)
    return NULL;
  return ply_snapshot_lookup (brute->snapshot, PLY_KIND_ROOM, thing->session->room);
}

GArray *
engagements_of (const Brute *brute, const PlyPerson *person)
{
  GArray *indexes = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < THINGS (brute); i++)
    {
      g_autoptr (GPtrArray) parts = parts_of (brute, THING (brute, i));
      gboolean takes_part = FALSE;

      for (guint p = 0; p < parts->len; p++)
        if (g_strcmp0 (((PlyParticipation *) parts->pdata[p])->person, person->record.id) == 0)
          takes_part = TRUE;
      if (takes_part && THING (brute, i)->is_placed)
        g_array_append_val (indexes, i);
    }
  return indexes;
}

/* Telling */

static gboolean
severity_of (const Brute *brute, PlyConflictKind kind, const char **severity)
{
  const PlyConflictKindInfo *info = ply_conflict_kind_get_info (kind);

  *severity = ply_severity_get_name (info->severity);
  for (guint i = 0; i < ply_snapshot_get_n (brute->snapshot, PLY_KIND_CONFLICT_SETTING); i++)
    {
      const PlyConflictSetting *setting =
          ply_snapshot_get_at (brute->snapshot, PLY_KIND_CONFLICT_SETTING, i);

      if (g_strcmp0 (setting->kind, info->name) == 0)
        *severity = setting->severity;
    }
  return strcmp (*severity, "off") != 0;
}

static gboolean
is_waived (const Brute *brute, PlyConflictKind kind, const char *records, const char *text)
{
  for (guint i = 0; i < ply_snapshot_get_n (brute->snapshot, PLY_KIND_WAIVER); i++)
    {
      const PlyWaiver *waiver = ply_snapshot_get_at (brute->snapshot, PLY_KIND_WAIVER, i);

      if (g_strcmp0 (waiver->kind, ply_conflict_kind_get_info (kind)->name) == 0
          && g_strcmp0 (waiver->records, records) == 0 && g_strcmp0 (waiver->text, text) == 0)
        return TRUE;
    }
  return FALSE;
}

static char *
make_line (const char *severity, PlyConflictKind kind, const char *records, const char *text)
{
  return g_strdup_printf ("%s %s %s%s%s\n", severity, ply_conflict_kind_get_info (kind)->name,
                          records, text != NULL ? " " : "", text != NULL ? text : "");
}

void
tell (Brute *brute, PlyConflictKind kind, const char *text, ...)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *records = NULL;
  const char *severity, *id;
  va_list args;

  va_start (args, text);
  while ((id = va_arg (args, const char *)) != NULL)
    g_ptr_array_add (ids, (gpointer) id);
  va_end (args);
  records = ply_waiver_join_records ((const char *const *) ids->pdata, ids->len);
  if (severity_of (brute, kind, &severity) && !is_waived (brute, kind, records, text))
    g_ptr_array_add (brute->lines, make_line (severity, kind, records, text));
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static char *
join (GPtrArray *lines)
{
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("", (char **) lines->pdata);
}

/* The event */

static void
add_talks (Brute *brute, const Thing *whole)
{
  GPtrArray *talks = ply_session_talks (brute->snapshot, whole->session);
  g_autofree gint64 *offsets = ply_session_talk_offsets (brute->snapshot, whole->session, NULL);

  for (guint i = 0; i < talks->len; i++)
    {
      Thing talk = *whole;

      talk.talk = talks->pdata[i];
      talk.start = whole->start + offsets[i];
      talk.end = talk.start + MAX (talk.talk->duration, 0);
      g_array_append_val (brute->things, talk);
    }
}

static void
add_session (Brute *brute, const PlySession *session)
{
  const PlyDay *day = ply_snapshot_lookup (brute->snapshot, PLY_KIND_DAY, session->day);
  Thing whole = { .session = session };

  if (g_strcmp0 (session->state, "cancelled") == 0)
    return;
  if (day != NULL && ply_date_is_valid (day->date) && session->start != PLY_UNSET)
    {
      whole.is_placed = TRUE;
      whole.date = ply_date_difference ("2000-01-01", day->date);
      whole.start = whole.date * 24 * 60 + session->start;
      whole.end = whole.start + MAX (session->duration, 0);
    }
  g_array_append_val (brute->things, whole);
  add_talks (brute, &whole);
}

/* Public functions */

gboolean
brute_force_knows (PlyConflictKind kind)
{
  return kind != PLY_CONFLICT_DUPLICATE_PERSON && kind != PLY_CONFLICT_MISSING_TRANSLATION;
}

char *
brute_force_describe (const PlySnapshot *snapshot)
{
  g_autoptr (GArray) things = g_array_new (FALSE, FALSE, sizeof (Thing));
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  Brute brute = { snapshot, ply_snapshot_get_event (snapshot), things, lines };

  for (guint i = 0; i < ply_snapshot_get_n (snapshot, PLY_KIND_SESSION); i++)
    add_session (&brute, ply_snapshot_get_at (snapshot, PLY_KIND_SESSION, i));
  brute_sessions (&brute);
  brute_rooms (&brute);
  brute_people (&brute);
  brute_groups (&brute);
  return join (lines);
}

char *
brute_force_describe_found (PlyConflicts *conflicts)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *list = ply_conflicts_get_list (conflicts);

  for (guint i = 0; i < list->len; i++)
    {
      const PlyConflict *conflict = list->pdata[i];
      g_autofree const char **ids = g_new (const char *, conflict->n_records);
      g_autofree char *records = NULL;

      if (!brute_force_knows (conflict->kind))
        continue;
      for (guint r = 0; r < conflict->n_records; r++)
        ids[r] = conflict->records[r].id;
      records = ply_waiver_join_records (ids, conflict->n_records);
      g_ptr_array_add (lines, make_line (ply_severity_get_name (conflict->severity), conflict->kind,
                                         records, ply_conflict_get_text (conflict)));
    }
  return join (lines);
}
