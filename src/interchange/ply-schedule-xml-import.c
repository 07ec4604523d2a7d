/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-schedule-xml.h"

#include "ply-schedule-import-private.h"

#include "ply-html-text.h"
#include "ply-id.h"
#include "ply-rank.h"
#include "ply-time.h"
#include "ply-validate.h"
#include "ply-xml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
is_set (const char *text)
{
  return text != NULL && *text != '\0';
}

/* Putting texts into records */

/* As much of @text as the field may hold; owned. */
static char *
clip (PlyImport *self, const PlyField *field, const char *text, int line)
{
  gboolean is_long = field->type == PLY_FIELD_LONGTEXT || field->type == PLY_FIELD_JSON;
  gsize limit = is_long ? PLY_LONGTEXT_MAX : PLY_TEXT_MAX;
  const char *end = text + limit;

  if (strlen (text) <= limit)
    return g_strdup (text);
  while (end > text && (*end & 0xC0) == 0x80)
    end--;
  /* Translators: %1$s is a field like “Abstract”, %2$zu the number of bytes that fit */
  ply_plan_remark (self->plan, line, _ ("%1$s is too long; the first %2$zu bytes were kept"),
                   _ (field->label), limit);
  return g_strndup (text, end - text);
}

/* TRUE when @text is the record's text, but for white space that files do not keep. */
static gboolean
means_the_same (const PlyField *field, const char *old, const char *text)
{
  g_autofree char *tidy = NULL;

  if (old == NULL)
    return FALSE;
  tidy = field->type == PLY_FIELD_LONGTEXT ? ply_text_tidy (old) : ply_text_collapse (old);
  return strcmp (tidy, text) == 0;
}

void
ply_import_set (PlyImport *self, gpointer record, const char *field_name, const char *text,
                int line)
{
  const PlyField *field = ply_field_lookup (PLY_RECORD (record)->kind, field_name);
  g_autoptr (GError) error = NULL;
  g_auto (PlyValue) value = PLY_VALUE_INIT;
  g_autofree char *clipped = NULL;

  if (text == NULL || means_the_same (field, ply_record_get_text (record, field), text))
    return;
  clipped = clip (self, field, text, line);
  value = ply_value_text (*clipped != '\0' ? clipped : NULL);
  if (value.type == PLY_VALUE_UNSET && (field->flags & PLY_FIELD_REQUIRED))
    return;
  if (ply_field_validate (field, &value, &error))
    ply_record_set_value (record, field, &value);
  else
    /* Translators: %s is a sentence that says what is wrong */
    ply_plan_remark (self->plan, line, _ ("%s It was left out."), error->message);
}

gpointer
ply_import_begin (PlyImport *self, PlyKind kind, const char *id)
{
  gconstpointer old = ply_snapshot_lookup (self->existing, kind, id);

  return old != NULL ? ply_record_copy (old, NULL) : ply_record_new (kind, id);
}

/* Days, rooms, tracks, types */

/* Records known by a name: those that there are stay in their order, new ones follow in that of the
 * file. */
static void
put_named (PlyImport *self, PlyNamed *named, gpointer record)
{
  if (ply_snapshot_lookup (self->existing, named->kind, PLY_RECORD (record)->id) == NULL)
    g_ptr_array_add (named->pending, record);
  else
    ply_plan_put (self->plan, self->existing, record);
}

static void
put_pending (PlyImport *self, PlyNamed *named)
{
  for (guint i = 0; i < named->pending->len; i++)
    {
      PlyRecord *record = named->pending->pdata[i];
      g_autofree char *rank = ply_import_rank (named->last_rank, i, named->pending->len);

      ply_record_set_text (record, "rank", rank);
      ply_plan_put (self->plan, self->existing, ply_record_ref (record));
    }
}

char *
ply_import_rank (const char *last, guint index, guint count)
{
  g_autofree char *rank = ply_rank_spread (index, count);

  return last != NULL ? g_strconcat (last, rank, NULL) : g_steal_pointer (&rank);
}

static void
named_init (PlyNamed *named, PlyImport *self, PlyKind kind)
{
  guint n = ply_snapshot_get_n (self->existing, kind);
  const PlyField *title = ply_kind_title_field (kind);
  const PlyField *rank = ply_field_lookup (kind, "rank");

  named->kind = kind;
  named->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  named->last_rank = NULL;
  named->pending = g_ptr_array_new_with_free_func ((GDestroyNotify) ply_record_unref);
  for (guint i = 0; i < n; i++)
    {
      const PlyRecord *record = ply_snapshot_get_at (self->existing, kind, i);
      g_autofree char *name = ply_text_collapse (ply_record_get_text (record, title));
      const char *own = ply_record_get_text (record, rank);

      if (!g_hash_table_contains (named->ids, name))
        g_hash_table_insert (named->ids, g_steal_pointer (&name), g_strdup (record->id));
      if (own != NULL && g_strcmp0 (own, named->last_rank) > 0)
        g_set_str (&named->last_rank, own);
    }
}

static void
named_clear (PlyNamed *named)
{
  g_clear_pointer (&named->ids, g_hash_table_unref);
  g_clear_pointer (&named->last_rank, g_free);
  g_clear_pointer (&named->pending, g_ptr_array_unref);
}

/* Words by which a type of session tells that it is a break. */
static gboolean
names_break (const char *name)
{
  static const char *const words[] = {
    "break", "coffee", "lunch", "pause", "mittag", "kaffee", "перерыв", "кофе", "обед", "үзіліс",
  };
  g_autofree char *lower = g_utf8_strdown (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (lower, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* Sees to it that there is a record of that name. */
static void
take_named (PlyImport *self, PlyNamed *named, const char *name, int line)
{
  g_autofree char *key = NULL;
  gpointer record;
  char *id;

  if (!is_set (name) || g_hash_table_contains (named->ids, name))
    return;
  key = g_strdup_printf ("%s:%s", ply_kind_get_info (named->kind)->name, name);
  id = ply_id_derive (self->scope, key);
  g_hash_table_insert (named->ids, g_strdup (name), id);
  record = ply_import_begin (self, named->kind, id);
  ply_import_set (self, record, "name", name, line);
  if (named->kind == PLY_KIND_SESSION_TYPE)
    ((PlySessionType *) record)->is_break = names_break (name);
  put_named (self, named, record);
}

/* What the events themselves name, before the sessions refer to it. */
static void
import_named (PlyImport *self)
{
  for (guint i = 0; i < self->file->events->len; i++)
    {
      const PlyFileEvent *event = self->file->events->pdata[i];

      if (event->room == NULL)
        take_named (self, &self->rooms, event->room_name, event->line);
      take_named (self, &self->tracks, event->track, event->line);
      take_named (self, &self->types, event->type, event->line);
    }
  put_pending (self, &self->rooms);
  put_pending (self, &self->tracks);
  put_pending (self, &self->types);
}

static void
import_tracks (PlyImport *self)
{
  for (guint i = 0; i < self->file->tracks->len; i++)
    {
      const PlyFileTrack *source = self->file->tracks->pdata[i];
      g_autofree char *id = NULL;
      PlyTrack *track;
      gboolean known = g_hash_table_contains (self->tracks.ids, source->name);

      if (!known)
        {
          g_autofree char *key = g_strconcat ("track:", source->name, NULL);

          g_hash_table_insert (self->tracks.ids, g_strdup (source->name),
                               ply_id_derive (self->scope, key));
        }
      id = g_strdup (g_hash_table_lookup (self->tracks.ids, source->name));
      if (known && ply_snapshot_lookup (self->existing, PLY_KIND_TRACK, id) == NULL)
        continue;
      track = ply_import_begin (self, PLY_KIND_TRACK, id);
      ply_import_set (self, track, "name", source->name, source->line);
      ply_import_set (self, track, "color", source->color, source->line);
      ply_import_set (self, track, "slug", source->slug, source->line);
      put_named (self, &self->tracks, track);
    }
}

static const PlyRoom *
find_room (PlyImport *self, const PlyFileRoom *source)
{
  const PlyRoom *room = NULL;

  if (source->guid != NULL)
    room = g_hash_table_lookup (self->rooms_by_guid, source->guid);
  if (room != NULL)
    return room;
  room = ply_snapshot_lookup (self->existing, PLY_KIND_ROOM,
                              g_hash_table_lookup (self->rooms.ids, source->name));
  if (room != NULL && source->guid != NULL && room->source_id != NULL)
    return NULL;
  return room;
}

static void
index_rooms (PlyImport *self)
{
  for (guint i = 0; i < ply_snapshot_get_n (self->existing, PLY_KIND_ROOM); i++)
    {
      const PlyRoom *room = ply_snapshot_get_at (self->existing, PLY_KIND_ROOM, i);

      g_hash_table_insert (self->rooms_by_guid, room->record.id, (gpointer) room);
      if (room->source_id != NULL)
        g_hash_table_insert (self->rooms_by_guid, room->source_id, (gpointer) room);
    }
}

static void
import_room (PlyImport *self, const PlyFileRoom *source)
{
  const PlyRoom *old = find_room (self, source);
  g_autofree char *key =
      g_strconcat ("room:", source->guid != NULL ? source->guid : source->name, NULL);
  g_autofree char *id = old != NULL ? g_strdup (old->record.id) : ply_id_derive (self->scope, key);
  PlyRoom *room = ply_import_begin (self, PLY_KIND_ROOM, id);

  ply_import_set (self, room, "name", source->name, source->line);
  if (source->guid != NULL && strcmp (source->guid, id) != 0)
    ply_import_set (self, room, "source_id", source->guid, source->line);
  put_named (self, &self->rooms, room);
  g_hash_table_insert (self->room_ids, (gpointer) source, g_strdup (id));
  if (!g_hash_table_contains (self->rooms.ids, source->name))
    g_hash_table_insert (self->rooms.ids, g_strdup (source->name), g_strdup (id));
}

const char *
ply_import_take_day (PlyImport *self, const char *date, const PlyFileDay *source)
{
  char *id = g_hash_table_lookup (self->days, date);
  g_autofree char *key = NULL;
  const PlyDay *old;
  PlyDay *day;
  gint64 opens = PLY_UNSET, closes = PLY_UNSET;
  gint64 file_opens, file_closes;

  if (id != NULL)
    return id;
  key = g_strconcat ("day:", date, NULL);
  id = ply_id_derive (self->scope, key);
  for (guint i = 0; i < ply_snapshot_get_n (self->existing, PLY_KIND_DAY); i++)
    {
      const PlyDay *known = ply_snapshot_get_at (self->existing, PLY_KIND_DAY, i);

      if (strcmp (known->date, date) == 0)
        g_set_str (&id, known->record.id);
    }
  g_hash_table_insert (self->days, g_strdup (date), id);
  old = ply_snapshot_lookup (self->existing, PLY_KIND_DAY, id);
  day = ply_import_begin (self, PLY_KIND_DAY, id);
  ply_record_set_text (day, "date", date);
  if (old != NULL)
    ply_schedule_day_span (self->existing, old, &opens, &closes);
  if (source != NULL
      && ply_schedule_clock_day_minutes (&self->clock, date, source->start, &file_opens)
      && ply_schedule_clock_day_minutes (&self->clock, date, source->end, &file_closes))
    {
      /* From change of day to change of day: that is no opening hour. */
      gboolean whole = file_closes - file_opens >= PLY_MINUTES_PER_DAY - 60;

      if (file_closes <= file_opens)
        ply_plan_remark (self->plan, source->line, _ ("The day ends before it begins"));
      else if (!whole && (opens != file_opens || closes != file_closes))
        {
          day->opens = file_opens;
          day->closes = file_closes;
        }
    }
  ply_plan_put (self->plan, self->existing, day);
  return id;
}

/* The day that an export wrote for want of any. */
static gboolean
is_no_day (const PlyImport *self, const PlyFileDay *source, const char *date)
{
  if (strcmp (date, PLY_SCHEDULE_NO_DATE) != 0)
    return FALSE;
  for (guint i = 0; i < self->file->events->len; i++)
    if (((PlyFileEvent *) self->file->events->pdata[i])->day == source)
      return FALSE;
  return TRUE;
}

static void
import_days (PlyImport *self)
{
  for (guint i = 0; i < self->file->days->len; i++)
    {
      const PlyFileDay *source = self->file->days->pdata[i];
      g_autofree char *date = ply_schedule_clock_day_date (&self->clock, source);

      if (date == NULL)
        {
          ply_plan_remark (self->plan, source->line,
                           _ ("The day has no date; its sessions were put on their own dates"));
          continue;
        }
      if (is_no_day (self, source, date))
        continue;
      g_hash_table_insert (self->day_dates, (gpointer) source, g_strdup (date));
      ply_import_take_day (self, date, source);
    }
}

/* What was in the event and is no longer in the file stays: a file may show a part only. */
static void
remark_vanished (PlyImport *self)
{
  g_autoptr (GHashTable) present = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->match.sessions);
  while (g_hash_table_iter_next (&iter, NULL, &id))
    g_hash_table_add (present, id);
  for (guint i = 0; i < ply_snapshot_get_n (self->existing, PLY_KIND_SESSION); i++)
    {
      const PlySession *session = ply_snapshot_get_at (self->existing, PLY_KIND_SESSION, i);

      if ((session->source_guid != NULL || session->source_id != NULL)
          && !g_hash_table_contains (present, session->record.id))
        ply_plan_remark (self->plan, 0,
                         /* Translators: %s is a session's title */
                         _ ("“%s” is no longer in the file; the session was kept"), session->title);
    }
}

static void
import_init (PlyImport *self, const PlyScheduleFile *file, const PlySnapshot *existing)
{
  const PlyEvent *event = ply_snapshot_get_event (existing);
  const PlyFileDay *first = file->days->len > 0 ? file->days->pdata[0] : NULL;

  self->file = file;
  self->existing = existing;
  self->fresh = event == NULL || ply_snapshot_get_n (existing, PLY_KIND_SESSION) == 0;
  self->plan = ply_plan_new (_ ("Import Schedule"));
  self->names = ply_schedule_names_new (existing);
  self->scope =
      ply_schedule_acronym (file->acronym, file->title, first != NULL ? first->date : file->start);
  if (self->scope == NULL)
    self->scope = g_strdup ("event");
  ply_schedule_clock_init (&self->clock, file, event != NULL ? event->timezone : NULL, self->plan);
  self->days = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->day_dates = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->room_ids = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->put_persons = g_hash_table_new (g_str_hash, g_str_equal);
  self->rooms_by_guid = g_hash_table_new (g_str_hash, g_str_equal);
  index_rooms (self);
  named_init (&self->rooms, self, PLY_KIND_ROOM);
  named_init (&self->tracks, self, PLY_KIND_TRACK);
  named_init (&self->types, self, PLY_KIND_SESSION_TYPE);
}

static void
import_clear (PlyImport *self)
{
  g_clear_pointer (&self->plan, ply_plan_free);
  g_clear_pointer (&self->names, ply_schedule_names_free);
  g_free (self->scope);
  ply_schedule_clock_clear (&self->clock);
  ply_schedule_match_clear (&self->match);
  g_clear_pointer (&self->days, g_hash_table_unref);
  g_clear_pointer (&self->day_dates, g_hash_table_unref);
  g_clear_pointer (&self->room_ids, g_hash_table_unref);
  g_clear_pointer (&self->put_persons, g_hash_table_unref);
  g_clear_pointer (&self->rooms_by_guid, g_hash_table_unref);
  named_clear (&self->rooms);
  named_clear (&self->tracks);
  named_clear (&self->types);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlyImport, import_clear)

/* Public functions */

gboolean
ply_schedule_xml_sniff (GBytes *input)
{
  gsize size;
  const char *data = g_bytes_get_data (input, &size);
  g_autoptr (GString) head = g_string_new (NULL);

  /* Without the zero bytes UTF-16 shows its words too. */
  for (gsize i = 0; i < MIN (size, 65536); i++)
    if (data[i] != '\0')
      g_string_append_c (head, data[i]);
  return strstr (head->str, "<schedule") != NULL;
}

PlyPlan *
ply_schedule_xml_import (GBytes *input, const char *display_name, const PlySnapshot *existing,
                         GCancellable *cancellable, GError **error)
{
  g_autoptr (PlyScheduleFile) file = NULL;
  g_autoptr (PlySnapshot) empty = NULL;
  g_auto (PlyImport) self = { 0 };

  g_return_val_if_fail (input != NULL && display_name != NULL, NULL);

  file = ply_schedule_file_read (input, display_name, cancellable, error);
  if (existing == NULL)
    {
      g_autoptr (GPtrArray) nothing = g_ptr_array_new ();

      existing = empty = ply_snapshot_new (nothing);
    }
  if (file == NULL)
    return NULL;
  import_init (&self, file, existing);
  ply_schedule_match_init (&self.match, file, existing, self.names, self.scope, self.plan);
  ply_import_event (&self);
  import_days (&self);
  for (guint i = 0; i < file->rooms->len; i++)
    import_room (&self, file->rooms->pdata[i]);
  import_tracks (&self);
  import_named (&self);
  for (guint i = 0; i < file->events->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      ply_import_session (&self, file->events->pdata[i]);
    }
  remark_vanished (&self);
  return g_steal_pointer (&self.plan);
}
