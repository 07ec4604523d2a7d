/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-schedule-names.h"

#include "ply-extra.h"
#include "ply-id.h"
#include "ply-programme-order.h"
#include "ply-time.h"

#include <string.h>
#include <unicode/utrans.h>

#define ACRONYM_MIN 4
#define ACRONYM_MAX 40
/* 99:59, the longest that two digits of hours can say. */
#define DURATION_MAX (99 * 60 + 59)

struct _PlyScheduleNames
{
  char *acronym;
  GHashTable *guids, *ids, *slugs, *codes; /* record id -> text; keys borrowed */
};

/* Acronym */

/* In Latin letters without marks: ICU's transform for any script. */
static char *
romanize (const char *text)
{
  static const char transform[] = "Any-Latin; Latin-ASCII; Lower";
  UErrorCode status = U_ZERO_ERROR;
  g_autofree gunichar2 *id = g_utf8_to_utf16 (transform, -1, NULL, NULL, NULL);
  g_autofree gunichar2 *wide = NULL;
  g_autofree UChar *buffer = NULL;
  UTransliterator *transliterator;
  glong length = 0;
  int32_t size, text_length, limit;

  if (g_str_is_ascii (text))
    return g_ascii_strdown (text, -1);
  wide = g_utf8_to_utf16 (text, -1, NULL, &length, NULL);
  transliterator = utrans_openU ((const UChar *) id, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
  if (wide == NULL || U_FAILURE (status))
    return g_ascii_strdown (text, -1);
  size = length * 8 + 16;
  buffer = g_new0 (UChar, size);
  memcpy (buffer, wide, length * sizeof (UChar));
  text_length = limit = length;
  utrans_transUChars (transliterator, buffer, &text_length, size, 0, &limit, &status);
  utrans_close (transliterator);
  return g_utf16_to_utf8 ((const gunichar2 *) buffer, text_length, NULL, NULL, NULL);
}

/* Letters, digits and single hyphens. */
static char *
slugify (const char *text)
{
  g_autofree char *latin = romanize (text);
  GString *slug = g_string_new (NULL);

  for (const char *at = latin != NULL ? latin : ""; *at != '\0' && slug->len < ACRONYM_MAX; at++)
    if (g_ascii_isalnum (*at) || *at == '_')
      g_string_append_c (slug, g_ascii_tolower (*at));
    else if (*at != '\'' && slug->len > 0 && slug->str[slug->len - 1] != '-')
      g_string_append_c (slug, '-');
  while (slug->len > 0 && slug->str[slug->len - 1] == '-')
    g_string_truncate (slug, slug->len - 1);
  return g_string_free_and_steal (slug);
}

char *
ply_schedule_acronym (const char *acronym, const char *title, const char *date)
{
  g_autofree char *slug = NULL;

  if (acronym != NULL && *acronym != '\0')
    slug = slugify (acronym);
  else if (title != NULL && *title != '\0')
    slug = slugify (title);
  else
    return NULL;
  if (strlen (slug) >= ACRONYM_MIN)
    return g_steal_pointer (&slug);
  if (*slug == '\0')
    g_set_str (&slug, "event");
  if (date != NULL && strlen (date) >= 4)
    return g_strdup_printf ("%s-%.4s", slug, date);
  return strlen (slug) >= ACRONYM_MIN ? g_steal_pointer (&slug)
                                      : g_strconcat (slug, "-event", NULL);
}

/* Ids */

static gboolean
is_positive_number (const char *text)
{
  gsize length = text != NULL ? strlen (text) : 0;

  if (length == 0 || length > 18 || *text == '0')
    return FALSE;
  return strspn (text, "0123456789") == length;
}

/* The schema's voc-slug-new. */
static gboolean
is_schema_slug (const char *text)
{
  static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789_";
  gsize head;

  if (text == NULL)
    return FALSE;
  head = strspn (text, letters);
  if (head < 4 || text[head] != '-' || strlen (text + head + 1) < 4)
    return FALSE;
  return strspn (text + head + 1, "abcdefghijklmnopqrstuvwxyz0123456789_-")
         == strlen (text + head + 1);
}

/* The schema's pretalx-random-code. */
static gboolean
is_schema_code (const char *text)
{
  return text != NULL && strlen (text) == 6
         && strspn (text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") == 6;
}

/* Gives @name to the session when nobody has it yet. */
static gboolean
claim (GHashTable *names, GHashTable *taken, const PlySession *session, const char *name)
{
  if (!g_hash_table_add (taken, g_ascii_strdown (name, -1)))
    return FALSE;
  g_hash_table_insert (names, session->record.id, g_strdup (name));
  return TRUE;
}

/* A number out of the record's id: small enough for every reader, the same each time. */
static void
claim_number (GHashTable *ids, GHashTable *taken, const PlySession *session)
{
  g_autofree char *hex = g_strndup (session->record.id, 7);
  guint64 number = MAX (g_ascii_strtoull (hex, NULL, 16), 1);
  g_autofree char *text = g_strdup_printf ("%" G_GUINT64_FORMAT, number);

  while (!claim (ids, taken, session, text))
    {
      g_free (text);
      text = g_strdup_printf ("%" G_GUINT64_FORMAT, ++number);
    }
}

static void
claim_guid (GHashTable *guids, GHashTable *taken, const PlySession *session)
{
  g_autofree char *guid = g_strdup (session->record.id);

  while (!claim (guids, taken, session, guid))
    {
      char *next = ply_id_derive ("guid", guid);

      g_free (guid);
      guid = next;
    }
}

static void
name_sessions (PlyScheduleNames *self, const PlySnapshot *snapshot)
{
  guint n = ply_snapshot_get_n (snapshot, PLY_KIND_SESSION);
  g_autoptr (GHashTable) guids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) slugs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < n; i++)
    {
      const PlySession *session = ply_snapshot_get_at (snapshot, PLY_KIND_SESSION, i);

      if (session->source_guid != NULL && ply_id_is_valid (session->source_guid))
        claim (self->guids, guids, session, session->source_guid);
      if (is_positive_number (session->source_id))
        claim (self->ids, ids, session, session->source_id);
      if (is_schema_slug (session->slug))
        claim (self->slugs, slugs, session, session->slug);
      if (is_schema_code (session->code))
        claim (self->codes, codes, session, session->code);
    }
  /* What is left gets names of our own, which must not take an imported one away. */
  for (guint i = 0; i < n; i++)
    {
      const PlySession *session = ply_snapshot_get_at (snapshot, PLY_KIND_SESSION, i);

      if (!g_hash_table_contains (self->guids, session->record.id))
        claim_guid (self->guids, guids, session);
      if (!g_hash_table_contains (self->ids, session->record.id))
        claim_number (self->ids, ids, session);
    }
}

/* Public functions */

PlyScheduleNames *
ply_schedule_names_new (const PlySnapshot *snapshot)
{
  PlyScheduleNames *self;
  const PlyEvent *event;
  g_autoptr (GPtrArray) days = NULL;
  const PlyDay *first;

  g_return_val_if_fail (snapshot != NULL, NULL);

  self = g_new0 (PlyScheduleNames, 1);
  self->guids = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->slugs = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->codes = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  event = ply_snapshot_get_event (snapshot);
  days = ply_snapshot_dup_ordered (snapshot, PLY_KIND_DAY);
  first = days->len > 0 ? days->pdata[0] : NULL;
  if (event != NULL)
    self->acronym =
        ply_schedule_acronym (event->acronym, event->title, first != NULL ? first->date : NULL);
  name_sessions (self, snapshot);
  return self;
}

void
ply_schedule_names_free (PlyScheduleNames *self)
{
  g_free (self->acronym);
  g_hash_table_unref (self->guids);
  g_hash_table_unref (self->ids);
  g_hash_table_unref (self->slugs);
  g_hash_table_unref (self->codes);
  g_free (self);
}

const char *
ply_schedule_names_get_acronym (const PlyScheduleNames *self)
{
  return self->acronym;
}

const char *
ply_schedule_names_get_guid (const PlyScheduleNames *self, const PlySession *session)
{
  return g_hash_table_lookup (self->guids, session->record.id);
}

const char *
ply_schedule_names_get_id (const PlyScheduleNames *self, const PlySession *session)
{
  return g_hash_table_lookup (self->ids, session->record.id);
}

const char *
ply_schedule_names_get_slug (const PlyScheduleNames *self, const PlySession *session)
{
  return g_hash_table_lookup (self->slugs, session->record.id);
}

const char *
ply_schedule_names_get_code (const PlyScheduleNames *self, const PlySession *session)
{
  return g_hash_table_lookup (self->codes, session->record.id);
}

const char *
ply_schedule_record_guid (gconstpointer record, const char *imported)
{
  return imported != NULL && ply_id_is_valid (imported) ? imported : PLY_RECORD (record)->id;
}

void
ply_schedule_day_span (const PlySnapshot *snapshot, const PlyDay *day, gint64 *opens,
                       gint64 *closes)
{
  g_autoptr (GPtrArray) sessions = ply_day_sessions (snapshot, day);
  gint64 first = PLY_UNSET;
  gint64 last = PLY_UNSET;

  for (guint i = 0; i < sessions->len; i++)
    {
      const PlySession *session = sessions->pdata[i];

      if (first == PLY_UNSET || session->start < first)
        first = session->start;
      last = MAX (last, ply_session_end (session));
    }
  if (day->opens != PLY_UNSET)
    *opens = day->opens;
  else
    *opens = first != PLY_UNSET ? first : 9 * 60;
  if (day->closes != PLY_UNSET)
    *closes = day->closes;
  else
    *closes = last != PLY_UNSET ? MIN (last, PLY_MINUTES_MAX) : 18 * 60;
  if (*closes <= *opens)
    *closes = *opens + 1;
}

gint64
ply_schedule_duration (const PlySession *session)
{
  return session->duration == PLY_UNSET ? 0 : CLAMP (session->duration, 0, DURATION_MAX);
}

const char *
ply_schedule_optout (const PlySession *session)
{
  g_autofree char *licence = ply_extra_dup_text (session->extra, "recording_license");
  g_autofree char *optout = ply_extra_dup_text (session->extra, "recording_optout");

  if (licence == NULL && optout == NULL)
    return NULL;
  return g_strcmp0 (optout, "true") == 0 || g_strcmp0 (optout, "1") == 0 ? "true" : "false";
}

/* "Name, Name" of those who take part, institutions too; NULL when nobody does. */
static char *
list_participants (const PlySnapshot *snapshot, gconstpointer owner, const char *language,
                   gboolean institutions_only)
{
  GPtrArray *participations = ply_participations_of (snapshot, owner);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < participations->len; i++)
    {
      const PlyParticipation *part = participations->pdata[i];
      const PlyPerson *person = ply_snapshot_lookup (snapshot, PLY_KIND_PERSON, part->person);
      const PlyInstitution *institution =
          ply_snapshot_lookup (snapshot, PLY_KIND_INSTITUTION, part->institution);

      if (person != NULL && !institutions_only)
        g_ptr_array_add (names, ply_person_display_name (snapshot, person, language, TRUE));
      else if (person == NULL && institution != NULL && institution->name != NULL)
        g_ptr_array_add (
            names, g_strdup (ply_snapshot_get_text (snapshot, institution, "name", language)));
    }
  if (names->len == 0)
    return NULL;
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}

static void
append_talk (GString *text, const PlySnapshot *snapshot, const PlySession *session,
             const PlyTalk *talk, gint64 offset, const char *language)
{
  g_autofree char *names = list_participants (snapshot, talk, language, FALSE);

  g_string_append (text, "• ");
  if (session->start != PLY_UNSET)
    {
      g_autofree char *clock = ply_minutes_format (session->start + offset);

      g_string_append_printf (text, "%s ", clock);
    }
  if (talk->title != NULL)
    g_string_append (text, ply_snapshot_get_text (snapshot, talk, "title", language));
  if (names != NULL)
    g_string_append_printf (text, " (%s)", names);
}

char *
ply_schedule_description (const PlySnapshot *snapshot, const PlySession *session,
                          const char *language)
{
  const char *own = ply_snapshot_get_text (snapshot, session, "description", language);
  g_autofree char *institutions = list_participants (snapshot, session, language, TRUE);
  GPtrArray *talks = ply_session_talks (snapshot, session);
  g_autofree gint64 *offsets = ply_session_talk_offsets (snapshot, session, NULL);
  g_autoptr (GString) text = g_string_new (own);

  if (institutions != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n\n" : "", institutions);
  for (guint i = 0; i < talks->len; i++)
    {
      if (text->len > 0)
        g_string_append (text, i == 0 ? "\n\n" : "\n");
      append_talk (text, snapshot, session, talks->pdata[i], offsets[i], language);
    }
  return text->len > 0 ? g_strdup (text->str) : NULL;
}
