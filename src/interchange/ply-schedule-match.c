/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-schedule-match.h"

#include "ply-id.h"
#include "ply-time.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The work on the sessions of one file. */
typedef struct
{
  const PlySnapshot *existing;
  const PlyScheduleNames *names;
  GHashTable *by_guid; /* text -> GPtrArray of PlySession */
  GHashTable *by_id;
  GHashTable *by_title;
  GHashTable *used;   /* PlySession */
  GHashTable *counts; /* what names an event in the file -> how often it does */
  GHashTable *result;
} Sessions;

static gboolean
is_set (const char *text)
{
  return text != NULL && *text != '\0';
}

static void
index_add (GHashTable *index, const char *key, gconstpointer record)
{
  GPtrArray *list;

  if (!is_set (key))
    return;
  list = g_hash_table_lookup (index, key);
  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (index, g_strdup (key), list);
    }
  /* A record's own keys come one after the other. */
  if (list->len == 0 || list->pdata[list->len - 1] != record)
    g_ptr_array_add (list, (gpointer) record);
}

static GHashTable *
index_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                (GDestroyNotify) g_ptr_array_unref);
}

/* Title, date and clock: what is left of a session that has neither guid nor id. */
static char *
dup_title_key (const char *title, const char *date, const char *clock)
{
  return g_strdup_printf ("%s\n%s\n%s", title != NULL ? title : "", date != NULL ? date : "",
                          clock != NULL ? clock : "");
}

static char *
dup_session_title_key (const PlySnapshot *snapshot, const PlySession *session)
{
  const PlyDay *day = ply_snapshot_lookup (snapshot, PLY_KIND_DAY, session->day);
  g_autofree char *clock = session->start != PLY_UNSET ? ply_minutes_format (session->start) : NULL;

  return dup_title_key (session->title, day != NULL ? day->date : NULL, clock);
}

static char *
dup_event_title_key (const PlyFileEvent *event)
{
  gint64 minutes;
  g_autofree char *clock = NULL;

  if (event->start != NULL && ply_minutes_parse (event->start, &minutes))
    clock = ply_minutes_format (minutes);
  return dup_title_key (event->title, event->day != NULL ? event->day->date : NULL, clock);
}

static void
index_sessions (Sessions *self)
{
  guint n = ply_snapshot_get_n (self->existing, PLY_KIND_SESSION);

  for (guint i = 0; i < n; i++)
    {
      const PlySession *session = ply_snapshot_get_at (self->existing, PLY_KIND_SESSION, i);
      g_autofree char *title_key = dup_session_title_key (self->existing, session);

      index_add (self->by_guid, session->source_guid, session);
      index_add (self->by_guid, session->record.id, session);
      index_add (self->by_guid, ply_schedule_names_get_guid (self->names, session), session);
      index_add (self->by_id, session->source_id, session);
      if (session->source_id == NULL && session->source_guid == NULL)
        index_add (self->by_title, title_key, session);
    }
}

/* What names the event in its file. */
static char *
dup_key (const PlyFileEvent *event)
{
  g_autofree char *title_key = NULL;

  if (is_set (event->guid))
    return g_strdup (event->guid);
  if (is_set (event->id))
    return g_strconcat ("id:", event->id, NULL);
  title_key = dup_event_title_key (event);
  return g_strconcat ("title:", title_key, NULL);
}

static GPtrArray *
find_candidates (const Sessions *self, const PlyFileEvent *event)
{
  g_autofree char *title_key = NULL;

  if (is_set (event->guid))
    return g_hash_table_lookup (self->by_guid, event->guid);
  if (is_set (event->id))
    return g_hash_table_lookup (self->by_id, event->id);
  title_key = dup_event_title_key (event);
  return g_hash_table_lookup (self->by_title, title_key);
}

/* Nothing that the event says speaks against the session's title, room and time of day. */
static gboolean
is_same_place (const Sessions *self, const PlyFileEvent *event, const PlySession *session)
{
  const PlyRoom *room = ply_snapshot_lookup (self->existing, PLY_KIND_ROOM, session->room);
  const char *event_room = event->room != NULL ? event->room->name : event->room_name;
  gint64 minutes;

  if ((is_set (event->title) && g_strcmp0 (event->title, session->title) != 0)
      || g_strcmp0 (is_set (event_room) ? event_room : NULL, room != NULL ? room->name : NULL) != 0)
    return FALSE;
  if (event->start == NULL || !ply_minutes_parse (event->start, &minutes))
    return TRUE;
  return session->start != PLY_UNSET && session->start % PLY_MINUTES_PER_DAY == minutes;
}

/* How surely an event is a session that has the same guid or id, the surest first. */
typedef enum
{
  LIKENESS_OWN,   /* as our own export names it, where it stands */
  LIKENESS_PLACE, /* where it stands */
  LIKENESS_NAMED,
  N_LIKENESSES
} Likeness;

/* Our own export names every session once. */
static gboolean
is_named_once (const Sessions *self, const PlyFileEvent *event)
{
  g_autofree char *key = dup_key (event);

  return GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, key)) == 1;
}

static gboolean
is_like (const Sessions *self, const PlyFileEvent *event, const PlySession *session,
         Likeness likeness)
{
  if (likeness == LIKENESS_NAMED)
    return TRUE;
  if (!is_same_place (self, event, session))
    return FALSE;
  return likeness == LIKENESS_PLACE
         || (is_named_once (self, event)
             && g_strcmp0 (event->guid, ply_schedule_names_get_guid (self->names, session)) == 0
             && g_strcmp0 (event->id, ply_schedule_names_get_id (self->names, session)) == 0);
}

/* The candidate that nobody took: the one under the derived id if it may, else the first. */
static const PlySession *
choose (const Sessions *self, const PlyFileEvent *event, const char *derived, Likeness likeness)
{
  GPtrArray *candidates = find_candidates (self, event);
  const PlySession *chosen = NULL;

  for (guint i = 0; candidates != NULL && i < candidates->len; i++)
    {
      const PlySession *session = candidates->pdata[i];

      if (g_hash_table_contains (self->used, session) || !is_like (self, event, session, likeness))
        continue;
      if (strcmp (session->record.id, derived) == 0)
        return session;
      if (chosen == NULL)
        chosen = session;
    }
  return chosen;
}

static void
take (Sessions *self, const PlyFileEvent *event, const PlySession *session)
{
  g_hash_table_add (self->used, (gpointer) session);
  g_hash_table_insert (self->result, (gpointer) event, g_strdup (session->record.id));
}

static void
remark_doubles (const PlyScheduleFile *file, PlyPlan *plan)
{
  g_autoptr (GHashTable) lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < file->events->len; i++)
    {
      const PlyFileEvent *event = file->events->pdata[i];
      const char *texts[] = { event->guid, event->id };

      for (guint t = 0; t < G_N_ELEMENTS (texts); t++)
        {
          g_autofree char *key = NULL;
          int line;

          if (!is_set (texts[t]))
            continue;
          key = g_strdup_printf ("%u:%s", t, texts[t]);
          line = GPOINTER_TO_INT (g_hash_table_lookup (lines, key));
          if (line > 0)
            ply_plan_remark (plan, event->line,
                             /* Translators: %1$s is “guid” or “id”, %2$s its value, %3$d a line */
                             _ ("The %1$s “%2$s” stands in line %3$d already; both sessions were "
                                "kept"),
                             t == 0 ? "guid" : "id", texts[t], line);
          else
            g_hash_table_insert (lines, g_steal_pointer (&key), GINT_TO_POINTER (event->line));
        }
    }
}

/* The ids that the file's events get when they are new. */
static GPtrArray *
derive_ids (const PlyScheduleFile *file, const char *scope, GHashTable *counts)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < file->events->len; i++)
    {
      g_autofree char *key = dup_key (file->events->pdata[i]);
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1;
      g_autofree char *name = count == 1 ? g_strconcat ("session:", key, NULL)
                                         : g_strdup_printf ("session:%s#%u", key, count);

      g_ptr_array_add (ids, ply_id_derive (scope, name));
      g_hash_table_replace (counts, g_steal_pointer (&key), GUINT_TO_POINTER (count));
    }
  return ids;
}

/* A session that the file names by something else now keeps its record. */
static char *
dup_free_id (const Sessions *self, const char *derived, const char *scope)
{
  char *id = g_strdup (derived);

  while (ply_snapshot_lookup (self->existing, PLY_KIND_SESSION, id) != NULL)
    {
      char *next = ply_id_derive (scope, id);

      g_free (id);
      id = next;
    }
  return id;
}

static void
match_sessions (PlyScheduleMatch *match, const PlyScheduleFile *file, Sessions *self,
                const char *scope)
{
  g_autoptr (GPtrArray) derived = derive_ids (file, scope, self->counts);

  /* Those that stand where they stood come first, so that doubles do not change places. */
  for (Likeness likeness = 0; likeness < N_LIKENESSES; likeness++)
    for (guint i = 0; i < file->events->len; i++)
      {
        const PlyFileEvent *event = file->events->pdata[i];
        const PlySession *session;

        if (g_hash_table_contains (match->sessions, event))
          continue;
        session = choose (self, event, derived->pdata[i], likeness);
        if (session != NULL)
          take (self, event, session);
      }
  for (guint i = 0; i < file->events->len; i++)
    {
      const PlyFileEvent *event = file->events->pdata[i];
      const PlySession *session =
          ply_snapshot_lookup (self->existing, PLY_KIND_SESSION, derived->pdata[i]);

      if (g_hash_table_contains (match->sessions, event))
        continue;
      if (session != NULL && !g_hash_table_contains (self->used, session))
        take (self, event, session);
      else
        g_hash_table_insert (match->sessions, (gpointer) event,
                             dup_free_id (self, derived->pdata[i], scope));
    }
}

/* Persons */

typedef struct
{
  const PlySnapshot *existing;
  const char *scope;
  GHashTable *names_of_id; /* id -> GPtrArray of names: in the file */
  GHashTable *by_guid, *by_id, *by_name;
  GHashTable *ids; /* key in the file -> record id */
} Persons;

static void
index_persons (Persons *self)
{
  guint n = ply_snapshot_get_n (self->existing, PLY_KIND_PERSON);

  for (guint i = 0; i < n; i++)
    {
      const PlyPerson *person = ply_snapshot_get_at (self->existing, PLY_KIND_PERSON, i);

      index_add (self->by_guid, person->source_guid, person);
      index_add (self->by_guid, person->record.id, person);
      index_add (self->by_id, person->source_id, person);
      index_add (self->by_name, person->name, person);
    }
}

static void
collect_name (Persons *self, const PlyFilePerson *person, GHashTable *seen, PlyPlan *plan)
{
  GPtrArray *names;

  if (!is_set (person->id) || !is_set (person->name)
      || !g_hash_table_add (seen, g_strdup_printf ("%s\n%s", person->id, person->name)))
    return;
  names = g_hash_table_lookup (self->names_of_id, person->id);
  if (names != NULL && !is_set (person->guid))
    ply_plan_remark (plan, person->line,
                     /* Translators: %1$s is a person's id, the others are names */
                     _ ("The person id “%1$s” means “%2$s” and “%3$s”; they were kept apart"),
                     person->id, (char *) names->pdata[0], person->name);
  index_add (self->names_of_id, person->id, person->name);
}

static void
collect_names (Persons *self, const PlyScheduleFile *file, PlyPlan *plan)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < file->events->len; i++)
    {
      const PlyFileEvent *event = file->events->pdata[i];

      for (guint p = 0; event->persons != NULL && p < event->persons->len; p++)
        collect_name (self, event->persons->pdata[p], seen, plan);
    }
}

static gboolean
id_is_unique (const Persons *self, const PlyFilePerson *person)
{
  GPtrArray *names = g_hash_table_lookup (self->names_of_id, person->id);

  return names != NULL && names->len == 1;
}

static const PlyPerson *
find_person (const Persons *self, const PlyFilePerson *person)
{
  GPtrArray *found = NULL;

  if (is_set (person->guid))
    found = g_hash_table_lookup (self->by_guid, person->guid);
  if (found != NULL)
    return found->pdata[0];
  if (is_set (person->id))
    found = g_hash_table_lookup (self->by_id, person->id);
  for (guint i = 0; found != NULL && i < found->len; i++)
    if (strcmp (((PlyPerson *) found->pdata[i])->name, person->name) == 0)
      return found->pdata[i];
  if (found != NULL && found->len == 1 && id_is_unique (self, person))
    return found->pdata[0];

  found = g_hash_table_lookup (self->by_name, person->name);
  for (guint i = 0; found != NULL && i < found->len; i++)
    if (((PlyPerson *) found->pdata[i])->source_id == NULL || !is_set (person->id))
      return found->pdata[i];
  return NULL;
}

static char *
dup_person_key (const Persons *self, const PlyFilePerson *person)
{
  if (is_set (person->guid))
    return g_strconcat ("person:", person->guid, NULL);
  if (!is_set (person->id))
    return g_strconcat ("person:name:", person->name, NULL);
  if (id_is_unique (self, person))
    return g_strconcat ("person:id:", person->id, NULL);
  return g_strdup_printf ("person:id:%s:%s", person->id, person->name);
}

static const char *
resolve_person (Persons *self, const PlyFilePerson *person)
{
  g_autofree char *key = dup_person_key (self, person);
  const PlyPerson *existing;
  char *id = g_hash_table_lookup (self->ids, key);

  if (id != NULL)
    return id;
  /* Who came under this very key before is the same person, whoever else has the name. */
  id = ply_id_derive (self->scope, key);
  existing = ply_snapshot_lookup (self->existing, PLY_KIND_PERSON, id);
  if (existing == NULL)
    existing = find_person (self, person);
  if (existing != NULL)
    g_set_str (&id, existing->record.id);
  g_hash_table_insert (self->ids, g_steal_pointer (&key), id);
  return id;
}

static void
match_persons (PlyScheduleMatch *match, const PlyScheduleFile *file, Persons *self)
{
  for (guint i = 0; i < file->events->len; i++)
    {
      const PlyFileEvent *event = file->events->pdata[i];

      for (guint p = 0; event->persons != NULL && p < event->persons->len; p++)
        {
          const PlyFilePerson *person = event->persons->pdata[p];

          if (is_set (person->name))
            g_hash_table_insert (match->persons, (gpointer) person,
                                 g_strdup (resolve_person (self, person)));
        }
    }
}

/* Public functions */

void
ply_schedule_match_init (PlyScheduleMatch *self, const PlyScheduleFile *file,
                         const PlySnapshot *existing, const PlyScheduleNames *names,
                         const char *scope, PlyPlan *plan)
{
  g_autoptr (GHashTable) by_guid = index_new ();
  g_autoptr (GHashTable) by_id = index_new ();
  g_autoptr (GHashTable) by_title = index_new ();
  g_autoptr (GHashTable) used = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) names_of_id = index_new ();
  g_autoptr (GHashTable) person_guids = index_new ();
  g_autoptr (GHashTable) person_ids = index_new ();
  g_autoptr (GHashTable) person_names = index_new ();
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Sessions sessions;
  Persons persons = { existing, scope, names_of_id, person_guids, person_ids, person_names, keys };

  self->sessions = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->persons = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  sessions = (Sessions) { existing, names, by_guid, by_id, by_title, used, counts, self->sessions };
  remark_doubles (file, plan);
  index_sessions (&sessions);
  match_sessions (self, file, &sessions, scope);
  index_persons (&persons);
  collect_names (&persons, file, plan);
  match_persons (self, file, &persons);
}

void
ply_schedule_match_clear (PlyScheduleMatch *self)
{
  g_clear_pointer (&self->sessions, g_hash_table_unref);
  g_clear_pointer (&self->persons, g_hash_table_unref);
}

const char *
ply_schedule_match_session (const PlyScheduleMatch *self, const PlyFileEvent *event)
{
  return g_hash_table_lookup (self->sessions, event);
}

const char *
ply_schedule_match_person (const PlyScheduleMatch *self, const PlyFilePerson *person)
{
  return g_hash_table_lookup (self->persons, person);
}
