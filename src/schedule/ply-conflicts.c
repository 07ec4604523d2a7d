/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-conflicts-private.h"

#include "ply-language.h"

#include <string.h>

/* Kept when nobody asks for the list; then they go. */
#define DROPPED_MOST 4096

#define LINE 64 /* of the processor's cache */
#define AHEAD 3 /* nodes from one step of fetching to the next */
#define CHECK_STEPS 3

/* Checks */

/* The texts that ply_check_languages() reads; steps as in ply_place_fetch(). */
static void
fetch_session (const PlySession *session, guint step)
{
  if (step == 2)
    __builtin_prefetch (&session->language);
  if (step != 1)
    return;
  __builtin_prefetch (session->language);
  __builtin_prefetch (session->interpretation);
}

/* What a person takes part in. */
static void
fetch_person (const PlyNode *node, guint step)
{
  if (step == 3)
    {
      __builtin_prefetch (node->ties.many);
      return;
    }
  for (guint i = 0; i < MIN (node->ties.len, 8); i++)
    {
      const PlyTie *tie = ply_vec_get (&node->ties, i);

      __builtin_prefetch (step == 2               ? (gconstpointer) tie
                          : tie->nodes[0] != NULL ? &tie->nodes[0]->start
                                                  : NULL);
    }
}

static void
fetch_check (const PlyNode *node, guint step)
{
  if (node->kind == PLY_KIND_SESSION && node->record != NULL)
    fetch_session ((const PlySession *) node->record, step);
  else if (node->kind == PLY_KIND_PERSON && node->ties.size > 1)
    fetch_person (node, step);
}

static void
check_node (PlyConflicts *self, PlyNode *node)
{
  if (node->dirty & PLY_DIRTY_SELF)
    {
      ply_found_drop (self, &node->own);
      if (node->kind == PLY_KIND_SESSION)
        ply_check_session (self, node);
      else if (node->kind == PLY_KIND_PERSON)
        ply_check_person (self, node);
      else if (node->kind == PLY_KIND_RULE)
        ply_check_rule (self, node);
    }
  if (node->dirty & PLY_DIRTY_TEXTS)
    {
      ply_found_drop (self, &node->own_texts);
      ply_check_texts (self, node);
    }
}

/* What is in it counts elsewhere. */
static void
check_nothing (PlyConflicts *self, PlyBucket *bucket)
{
}

static void
check_bucket (PlyConflicts *self, PlyBucket *bucket)
{
  static void (*const checks[]) (PlyConflicts *, PlyBucket *) = {
    [PLY_BUCKET_ROOM] = ply_check_room,
    [PLY_BUCKET_ALL_ROOMS] = ply_check_all_rooms,
    [PLY_BUCKET_BREAKS] = check_nothing,
    [PLY_BUCKET_TRACK] = ply_check_track,
    [PLY_BUCKET_INSTITUTION] = ply_check_institution,
    [PLY_BUCKET_BALANCE] = ply_check_balance,
    [PLY_BUCKET_SESSION_TITLE] = ply_check_titles,
    [PLY_BUCKET_TALK_TITLE] = ply_check_titles,
    [PLY_BUCKET_NAME] = ply_check_names,
  };

  ply_found_drop (self, &bucket->own);
  checks[bucket->type](self, bucket);
}

/* Sessions are placed first: that says which people and buckets they touch. */
static void
place_dirty (PlyConflicts *self)
{
  for (guint i = 0; i < self->dirty_nodes.len; i++)
    {
      PlyNode *node = ply_vec_get (&self->dirty_nodes, i);

      for (guint step = 1; step <= PLY_PLACE_STEPS; step++)
        if (i + step * AHEAD < self->dirty_nodes.len)
          ply_place_fetch (self, ply_vec_get (&self->dirty_nodes, i + step * AHEAD), step);
      if (node->kind == PLY_KIND_SESSION && (node->dirty & PLY_DIRTY_SELF))
        ply_place_session (self, node);
    }
}

void
ply_conflicts_settle (PlyConflicts *self, gboolean check)
{
  place_dirty (self);
  for (guint i = 0; i < self->dirty_nodes.len; i++)
    {
      PlyNode *node = ply_vec_get (&self->dirty_nodes, i);

      for (guint step = 1; check && step <= CHECK_STEPS; step++)
        if (i + step * AHEAD < self->dirty_nodes.len)
          fetch_check (ply_vec_get (&self->dirty_nodes, i + step * AHEAD), step);
      if (check)
        check_node (self, node);
      node->dirty = 0;
    }
  for (guint i = 0; i < self->dirty_buckets.len; i++)
    {
      PlyBucket *bucket = ply_vec_get (&self->dirty_buckets, i);

      if (check)
        check_bucket (self, bucket);
      bucket->dirty = FALSE;
    }
  self->dirty_nodes.len = self->dirty_buckets.len = 0;
  if (self->n_dropped > DROPPED_MOST)
    ply_found_compact (self);
}

/* The whole */

static void
set_languages (PlyConflicts *self)
{
  const PlyEvent *event = ply_snapshot_get_event (self->snapshot);
  char **languages = ply_snapshot_dup_languages (self->snapshot);
  guint n = 0;

  for (guint i = 0; languages[i] != NULL; i++)
    if (event == NULL || g_strcmp0 (languages[i], event->base_language) != 0)
      languages[n++] = languages[i];
    else
      g_free (languages[i]);
  languages[n] = NULL;
  self->languages = languages;
  self->n_languages = n;
  self->reads_latin = g_new (gboolean, n + 1);
  self->reads_cyrillic = g_new (gboolean, n + 1);
  for (guint i = 0; i < n; i++)
    {
      self->reads_latin[i] = ply_language_fits (languages[i], "a");
      self->reads_cyrillic[i] = ply_language_fits (languages[i], "я");
    }
}

static void
clear_list (GPtrArray **list)
{
  g_ptr_array_set_free_func (*list, g_free);
  g_clear_pointer (list, g_ptr_array_unref);
}

static void
clear (PlyConflicts *self)
{
  ply_index_clear (self);
  ply_found_compact (self);
  clear_list (&self->list);
  clear_list (&self->fresh);
  clear_list (&self->waived);
  memset (self->counts, 0, sizeof self->counts);
  g_clear_pointer (&self->waivers, g_hash_table_unref);
  memset (self->n_waivers, 0, sizeof self->n_waivers);
  ply_settings_clear (self);
  g_clear_pointer (&self->languages, g_strfreev);
  g_clear_pointer (&self->reads_latin, g_free);
  g_clear_pointer (&self->reads_cyrillic, g_free);
  g_clear_pointer (&self->snapshot, ply_snapshot_unref);
}

static void
fetch_record (const PlyRecord *record)
{
  __builtin_prefetch (record);
  __builtin_prefetch ((const char *) record + LINE);
  __builtin_prefetch ((const char *) record + 2 * LINE);
}

static void
fetch_slots (PlyConflicts *self, PlyRef *refs)
{
  for (guint i = 0; i < PLY_N_REFS; i++)
    if (refs[i].id != NULL)
      {
        ply_index_hash_ref (&refs[i]);
        ply_index_fetch_slot (self, refs[i].hash);
      }
}

static void
fetch_nodes (PlyConflicts *self, const PlyRef *refs)
{
  for (guint i = 0; i < PLY_N_REFS; i++)
    if (refs[i].id != NULL)
      ply_index_fetch_node (self, refs[i].hash);
}

/* What comes is fetched in steps while what was before it is worked on: the record, its texts, the
 * places of the index that they lead to, the nodes there. */
static void
link_kind (PlyConflicts *self, PlyKind kind)
{
  enum
  {
    STEP = 4,
    RING = 8 * STEP,
  };
  guint n = ply_snapshot_get_n (self->snapshot, kind);
  const PlyRecord *records[RING];
  PlyRef refs[RING][PLY_N_REFS];

  for (guint i = 0; i < n + 4 * STEP; i++)
    {
      guint texts = i - STEP, slots = i - 2 * STEP, nodes = i - 3 * STEP, now = i - 4 * STEP;

      if (i < n)
        fetch_record (records[i % RING] = ply_snapshot_get_at (self->snapshot, kind, i));
      if (texts < n)
        ply_refs_fetch (records[texts % RING]);
      if (slots < n)
        {
          ply_refs_find (records[slots % RING], refs[slots % RING]);
          fetch_slots (self, refs[slots % RING]);
        }
      if (nodes < n)
        fetch_nodes (self, refs[nodes % RING]);
      if (now < n)
        ply_links_add (self, records[now % RING], refs[now % RING]);
    }
}

static void
build (PlyConflicts *self, const PlySnapshot *snapshot)
{
  guint n_sessions = ply_snapshot_get_n (snapshot, PLY_KIND_SESSION)
                     + ply_snapshot_get_n (snapshot, PLY_KIND_TALK);
  guint n_people = ply_snapshot_get_n (snapshot, PLY_KIND_PERSON);

  self->n_builds++;
  self->snapshot = ply_snapshot_ref (snapshot);
  self->list = g_ptr_array_new ();
  self->fresh = g_ptr_array_new ();
  self->waived = g_ptr_array_new ();
  self->waivers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->n_days = ply_snapshot_get_n (snapshot, PLY_KIND_DAY);
  set_languages (self);
  ply_index_init (self, n_sessions + n_people, 2 * n_sessions + n_people);
  ply_settings_read (self);
  self->is_building = TRUE;
  for (guint kind = 0; kind < PLY_N_KINDS; kind++)
    link_kind (self, kind);
  ply_conflicts_settle (self, TRUE);
  self->is_building = FALSE;
}

/* An import changes so much that the old indexes are no help. */
gboolean
ply_conflicts_must_build_anew (const PlyConflicts *self, const PlyRecord *const *old,
                               const PlyRecord *const *records, guint n)
{
  if (n > 64 && n > self->node_arena.n / 4)
    return TRUE;
  for (guint i = 0; i < n; i++)
    if (ply_links_touch_all (self, old[i], records[i]))
      return TRUE;
  return FALSE;
}

/* A record may be named by several changes; the first takes it from before to after. */
static guint
find_records (const PlySnapshot *before, const PlySnapshot *after, const PlyChange *changes,
              guint n_changes, const PlyRecord **old, const PlyRecord **records)
{
  g_autoptr (GHashTable) seen = NULL;
  guint n = 0;

  if (n_changes > 1)
    seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < n_changes; i++)
    {
      if (seen != NULL
          && !g_hash_table_add (seen, g_strdup_printf ("%d %s", changes[i].kind, changes[i].id)))
        continue;
      old[n] = ply_snapshot_lookup (before, changes[i].kind, changes[i].id);
      records[n++] = ply_snapshot_lookup (after, changes[i].kind, changes[i].id);
    }
  return n;
}

/* Public functions */

const char *
ply_conflict_get_text (const PlyConflict *conflict)
{
  g_return_val_if_fail (conflict != NULL, NULL);
  return ((const PlyFound *) conflict)->text;
}

PlyConflicts *
ply_conflicts_new (const PlySnapshot *snapshot)
{
  PlyConflicts *self;

  g_return_val_if_fail (snapshot != NULL, NULL);

  self = g_new0 (PlyConflicts, 1);
  build (self, snapshot);
  return self;
}

void
ply_conflicts_free (PlyConflicts *self)
{
  if (self == NULL)
    return;
  clear (self);
  ply_spans_clear (&self->spans);
  ply_spans_clear (&self->ends);
  g_clear_pointer (&self->formatter, ply_formatter_free);
  g_free (self->language);
  g_free (self);
}

void
ply_conflicts_update (PlyConflicts *self, const PlySnapshot *after, const PlyChange *changes,
                      guint n_changes)
{
  g_autofree const PlyRecord **old = NULL;
  g_autofree const PlyRecord **records = NULL;
  g_autoptr (PlySnapshot) before = NULL;
  g_autoptr (PlySnapshot) now = NULL;
  guint n;

  g_return_if_fail (self != NULL && after != NULL && (changes != NULL || n_changes == 0));

  before = ply_snapshot_ref (self->snapshot);
  now = ply_snapshot_ref (after);
  old = g_new (const PlyRecord *, n_changes);
  records = g_new (const PlyRecord *, n_changes);
  n = find_records (before, after, changes, n_changes, old, records);
  if (ply_conflicts_must_build_anew (self, old, records, n))
    {
      clear (self);
      build (self, now);
      return;
    }
  ply_snapshot_unref (self->snapshot);
  self->snapshot = g_steal_pointer (&now);
  for (guint i = 0; i < n; i++)
    ply_links_change (self, old[i], records[i]);
  ply_conflicts_settle (self, TRUE);
}

GPtrArray *
ply_conflicts_get_list (PlyConflicts *self)
{
  guint from, into;

  g_return_val_if_fail (self != NULL, NULL);

  ply_found_compact (self);
  if (self->fresh->len == 0)
    return self->list;
  g_ptr_array_sort (self->fresh, ply_found_compare);
  from = self->list->len;
  into = from + self->fresh->len;
  g_ptr_array_set_size (self->list, into);
  /* Merged from the end, where there is room. */
  for (guint i = self->fresh->len; i > 0;)
    {
      gpointer *next = &self->fresh->pdata[i - 1];

      if (from > 0 && ply_found_compare (&self->list->pdata[from - 1], next) > 0)
        {
          self->list->pdata[--into] = self->list->pdata[--from];
          continue;
        }
      self->list->pdata[--into] = *next;
      i--;
    }
  g_ptr_array_set_size (self->fresh, 0);
  return self->list;
}

GPtrArray *
ply_conflicts_get_waived (PlyConflicts *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  ply_found_compact (self);
  g_ptr_array_sort (self->waived, ply_found_compare);
  return self->waived;
}

guint
ply_conflicts_get_n_builds (const PlyConflicts *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_builds;
}

gboolean
ply_conflicts_is_on (const PlyConflicts *self, PlyConflictKind kind)
{
  g_return_val_if_fail (self != NULL && kind < PLY_N_CONFLICT_KINDS, FALSE);
  return !self->settings.is_off[kind];
}

PlySeverity
ply_conflicts_get_severity (const PlyConflicts *self, PlyConflictKind kind)
{
  g_return_val_if_fail (self != NULL && kind < PLY_N_CONFLICT_KINDS, PLY_SEVERITY_HINT);
  return self->settings.severities[kind];
}

guint
ply_conflicts_count (const PlyConflicts *self, PlySeverity severity)
{
  g_return_val_if_fail (self != NULL && severity < PLY_N_SEVERITIES, 0);
  return self->counts[severity];
}

GPtrArray *
ply_conflicts_dup_about (const PlyConflicts *self, PlyKind kind, const char *id)
{
  GPtrArray *about = g_ptr_array_new ();
  const PlyNode *node;

  g_return_val_if_fail (self != NULL && id != NULL, about);

  node = ply_index_find (self, kind, id);
  for (guint i = 0; node != NULL && i < node->about.len; i++)
    if (!((PlyFound *) ply_vec_get (&node->about, i))->is_waived)
      g_ptr_array_add (about, ply_vec_get (&node->about, i));
  g_ptr_array_sort (about, ply_found_compare);
  return about;
}
