/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-schedule-import-private.h"

#include "ply-extra.h"
#include "ply-id.h"
#include "ply-language.h"
#include "ply-time.h"
#include "ply-validate.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
is_set (const char *text)
{
  return text != NULL && *text != '\0';
}

/* The canonical tags in a text like "de", "German", "de/en"; owned, "" when there is none. */
char *
ply_import_languages (const char *text)
{
  g_auto (GStrv) parts = g_strsplit_set (text, ",;/& ", -1);
  g_autoptr (GPtrArray) tags = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *tag = ply_language_canonical (parts[i]);

      if (tag != NULL && !g_ptr_array_find_with_equal_func (tags, tag, g_str_equal, NULL))
        g_ptr_array_add (tags, g_steal_pointer (&tag));
    }
  g_ptr_array_add (tags, NULL);
  return g_strjoinv (" ", (char **) tags->pdata);
}

/* What the conference says, else what most sessions are held in; NULL when the file says neither.
 */
static char *
find_base_language (const PlyScheduleFile *file)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *best = is_set (file->language) ? ply_language_canonical (file->language) : NULL;
  guint most = 0;

  if (best != NULL)
    return g_steal_pointer (&best);
  for (guint i = 0; i < file->events->len; i++)
    {
      const PlyFileEvent *event = file->events->pdata[i];
      g_autofree char *tags = ply_import_languages (event->language != NULL ? event->language : "");
      guint count;

      if (*tags == '\0')
        continue;
      *strchrnul (tags, ' ') = '\0';
      count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, tags)) + 1;
      if (count > most)
        g_set_str (&best, tags);
      most = MAX (most, count);
      g_hash_table_replace (counts, g_steal_pointer (&tags), GUINT_TO_POINTER (count));
    }
  return g_steal_pointer (&best);
}

static void
set_languages (PlyImport *self, PlyEvent *event)
{
  g_autofree char *base = NULL;
  g_auto (GStrv) known = NULL;
  g_autoptr (GString) languages = NULL;

  if (!self->fresh && event->base_language != NULL)
    return;
  base = find_base_language (self->file);
  if (base == NULL && event->base_language != NULL)
    return;
  if (base == NULL)
    base = g_strdup ("en");
  known = ply_language_split (event->languages != NULL ? event->languages : "");
  languages = g_string_new (base);
  for (guint i = 0; known[i] != NULL; i++)
    if (strcmp (known[i], base) != 0)
      g_string_append_printf (languages, " %s", known[i]);
  ply_import_set (self, event, "base_language", base, 0);
  ply_import_set (self, event, "languages", languages->str, 0);
}

static void
add_extra (JsonObject *extra, const char *name, const char *text)
{
  if (is_set (text))
    json_object_set_string_member (extra, name, text);
}

/* The dates that the conference gives, where its days do not say the same. */
static void
add_dates (PlyImport *self, JsonObject *extra)
{
  const PlyScheduleFile *file = self->file;
  g_autofree char *days = g_strdup_printf ("%u", file->days->len);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  for (guint i = 0; i < file->days->len; i++)
    {
      g_autofree char *date = ply_schedule_clock_day_date (&self->clock, file->days->pdata[i]);

      if (date == NULL)
        continue;
      if (first == NULL || strcmp (date, first) < 0)
        g_set_str (&first, date);
      if (last == NULL || strcmp (date, last) > 0)
        g_set_str (&last, date);
    }
  if (is_set (file->start) && g_strcmp0 (file->start, first) != 0)
    add_extra (extra, "start", file->start);
  if (is_set (file->end) && g_strcmp0 (file->end, last) != 0)
    add_extra (extra, "end", file->end);
  if (json_object_has_member (extra, "days")
      && strcmp (json_object_get_string_member (extra, "days"), days) == 0)
    json_object_remove_member (extra, "days");
  if (is_set (file->start) && is_set (file->end) && strcmp (file->end, file->start) < 0)
    ply_plan_remark (self->plan, file->line,
                     /* Translators: both are dates */
                     _ ("The conference ends on %1$s, before it begins on %2$s; the days count"),
                     file->end, file->start);
}

static void
set_event_extra (PlyImport *self, PlyEvent *event)
{
  const PlyScheduleFile *file = self->file;
  g_autoptr (JsonObject) extra =
      file->extra != NULL ? json_object_ref (file->extra) : json_object_new ();
  g_autofree char *merged = NULL;

  add_dates (self, extra);
  add_extra (extra, "base_url", file->base_url);
  if (file->url != NULL && !g_uri_is_valid (file->url, G_URI_FLAGS_PARSE_RELAXED, NULL))
    add_extra (extra, "url", file->url);
  add_extra (extra, "day_change", file->day_change);
  merged = ply_extra_merge (event->extra, extra);
  if (merged != NULL && strlen (merged) > PLY_LONGTEXT_MAX)
    ply_plan_remark (self->plan, file->line,
                     _ ("The elements that Plenary does not know are too long and were left out"));
  else
    g_set_str (&event->extra, merged);
}

static void
set_event_title (PlyImport *self, PlyEvent *event)
{
  const PlyScheduleFile *file = self->file;

  ply_import_set (self, event, "title", file->title, file->line);
  if (event->title == NULL)
    ply_import_set (self, event, "title", is_set (file->acronym) ? file->acronym : _ ("Untitled"),
                    file->line);
  if (!is_set (file->title))
    ply_plan_remark (self->plan, file->line, _ ("The conference has no title"));
  if (is_set (file->acronym)
      && g_strcmp0 (file->acronym, ply_schedule_names_get_acronym (self->names)) != 0)
    ply_import_set (self, event, "acronym", file->acronym, file->line);
}

void
ply_import_event (PlyImport *self)
{
  const PlyScheduleFile *file = self->file;
  const PlyEvent *old = ply_snapshot_get_event (self->existing);
  g_autofree char *id =
      old != NULL ? g_strdup (old->record.id) : ply_id_derive (self->scope, "event");
  PlyEvent *event = ply_import_begin (self, PLY_KIND_EVENT, id);
  gint64 slot;

  set_event_title (self, event);
  ply_import_set (self, event, "subtitle", file->subtitle, file->line);
  ply_import_set (self, event, "venue", file->venue, file->line);
  ply_import_set (self, event, "city", file->city, file->line);
  if (file->url == NULL || *file->url == '\0'
      || g_uri_is_valid (file->url, G_URI_FLAGS_PARSE_RELAXED, NULL))
    ply_import_set (self, event, "url", file->url, file->line);
  ply_import_set (self, event, "country", file->country, file->line);
  if (old != NULL && !self->fresh && g_strcmp0 (old->timezone, self->clock.zone) != 0)
    ply_plan_remark (self->plan, file->line,
                     /* Translators: both are time zones like “Asia/Almaty” */
                     _ ("The event’s time zone was “%1$s” and is “%2$s” now"), old->timezone,
                     self->clock.zone);
  ply_import_set (self, event, "timezone", self->clock.zone, file->line);
  set_languages (self, event);
  if (is_set (file->slot) && ply_duration_parse (file->slot, &slot))
    event->slot_minutes = slot;
  set_event_extra (self, event);
  ply_plan_put (self->plan, self->existing, event);
}
