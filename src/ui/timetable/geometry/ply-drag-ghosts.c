/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-drag-private.h"

#include "ply-programme-order.h"

#include <string.h>

/* What the plan makes of the sessions it names, told from its edits: no snapshot has to be made
 * while the pointer moves, but for talks. */

/* Helpers */

/* @session borrows its texts. */
static void
change (PlySession *session, const PlyEdit *edit)
{
  const char *field = edit->field->name;
  char *text = edit->value.type == PLY_VALUE_TEXT ? edit->value.text : NULL;
  gint64 integer = edit->value.type == PLY_VALUE_INTEGER ? edit->value.integer : PLY_UNSET;

  if (strcmp (field, "day") == 0)
    session->day = text;
  else if (strcmp (field, "room") == 0)
    session->room = text;
  else if (strcmp (field, "start") == 0)
    session->start = integer;
  else if (strcmp (field, "all_rooms") == 0)
    session->all_rooms = integer;
  else if (strcmp (field, "duration") == 0)
    session->duration = integer;
}

/* The edit's session after the plan, begun with what is in the snapshot. */
static PlySession *
find_outcome (GArray *outcomes, GHashTable *indexes, const PlySnapshot *snapshot,
              const PlyEdit *edit)
{
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (indexes, edit->id));
  const PlySession *session;

  if (index > 0)
    return &g_array_index (outcomes, PlySession, index - 1);
  session = edit->type == PLY_EDIT_INSERT
                ? (const PlySession *) edit->record
                : ply_snapshot_lookup (snapshot, PLY_KIND_SESSION, edit->id);
  if (session == NULL)
    return NULL;
  g_array_append_val (outcomes, *session);
  g_hash_table_insert (indexes, session->record.id, GUINT_TO_POINTER (outcomes->len));
  return &g_array_index (outcomes, PlySession, outcomes->len - 1);
}

static void
read_plan (const PlyDrag *self, GArray *outcomes, GHashTable *indexes)
{
  const PlySnapshot *snapshot = ply_grid_get_snapshot (self->grid);
  guint n = self->plan != NULL ? ply_plan_get_n_edits (self->plan) : 0;

  for (guint i = 0; i < n; i++)
    {
      const PlyEdit *edit = ply_plan_get_edit (self->plan, i);
      PlySession *outcome = NULL;

      if (edit->kind == PLY_KIND_SESSION)
        outcome = find_outcome (outcomes, indexes, snapshot, edit);
      if (outcome != NULL && edit->type == PLY_EDIT_SET)
        change (outcome, edit);
    }
}

static void
add_ghost (PlyDrag *self, const PlySession *session, gboolean is_held)
{
  PlyDragGhost ghost = {
    .session = session->record.id,
    .place = ply_place_of (session),
    .is_held = is_held,
  };

  if (!ply_session_is_placed (session))
    return;
  ghost.end = ply_session_end (session);
  ghost.box = ply_grid_box_of (self->grid, &ghost.place, session->duration);
  g_array_append_val (self->ghosts, ghost);
}

/* What is held and does not change stays where it is; with Shift it is the anchor alone. */
static void
add_held (PlyDrag *self, const char *id, GArray *outcomes, GHashTable *indexes)
{
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (indexes, id));
  const PlySession *session;

  if (index > 0)
    {
      add_ghost (self, &g_array_index (outcomes, PlySession, index - 1), TRUE);
      g_hash_table_remove (indexes, id);
      return;
    }
  session = ply_snapshot_lookup (ply_grid_get_snapshot (self->grid), PLY_KIND_SESSION, id);
  if (session != NULL && !self->aim.is_away && self->aim.other == NULL)
    add_ghost (self, session, TRUE);
}

/* Library functions */

void
ply_drag_fill_ghosts (PlyDrag *self)
{
  g_autoptr (GArray) outcomes = g_array_new (FALSE, FALSE, sizeof (PlySession));
  g_autoptr (GHashTable) indexes = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean is_new = self->kind == PLY_DRAG_CREATE;

  read_plan (self, outcomes, indexes);
  if (self->anchor != NULL && self->talk == NULL)
    add_held (self, self->anchor, outcomes, indexes);
  for (guint i = 0; self->talk == NULL && self->sessions[i] != NULL; i++)
    if (strcmp (self->sessions[i], self->anchor) != 0)
      add_held (self, self->sessions[i], outcomes, indexes);
  for (guint i = 0; i < outcomes->len; i++)
    {
      const PlySession *outcome = &g_array_index (outcomes, PlySession, i);

      if (g_hash_table_contains (indexes, outcome->record.id))
        add_ghost (self, outcome, is_new);
    }
}

typedef struct
{
  const PlySession *session;
  GPtrArray *talks;
  gint64 *offsets;
  gint64 end;
} Talks;

static void
talks_init (Talks *self, const PlySnapshot *snapshot, const char *session)
{
  self->session = ply_snapshot_lookup (snapshot, PLY_KIND_SESSION, session);
  self->talks = ply_session_talks (snapshot, self->session);
  self->offsets = ply_session_talk_offsets (snapshot, self->session, &self->end);
}

static gboolean
has_changed (const Talks *before, const PlyTalk *talk, gint64 offset)
{
  for (guint i = 0; i < before->talks->len; i++)
    {
      const PlyTalk *old = before->talks->pdata[i];

      if (strcmp (old->record.id, talk->record.id) == 0)
        return before->offsets[i] != offset || old->duration != talk->duration;
    }
  return TRUE;
}

static void
add_talk_ghost (PlyDrag *self, const Talks *after, guint index, gboolean is_held)
{
  const PlySnapshot *snapshot = ply_grid_get_snapshot (self->grid);
  const PlyTalk *talk = after->talks->pdata[index];
  const PlySession *session =
      ply_snapshot_lookup (snapshot, PLY_KIND_SESSION, after->session->record.id);
  int block = ply_grid_find (self->grid, session->record.id);
  PlyDragGhost ghost = {
    .session = session->record.id,
    .talk = PLY_RECORD (ply_snapshot_lookup (snapshot, PLY_KIND_TALK, talk->record.id))->id,
    .place = ply_place_of (session),
    .is_held = is_held,
  };

  ghost.place.start = after->session->start + after->offsets[index];
  ghost.end = ghost.place.start + MAX (talk->duration, 0);
  if (block >= 0)
    ghost.box = ply_grid_talk_box (self->grid, block, ghost.place.start, ghost.end);
  g_array_append_val (self->ghosts, ghost);
}

void
ply_drag_fill_talk_ghosts (PlyDrag *self)
{
  PlySnapshot *snapshot = (PlySnapshot *) ply_grid_get_snapshot (self->grid);
  g_autoptr (PlySnapshot) applied =
      self->plan != NULL ? ply_plan_apply (self->plan, snapshot) : ply_snapshot_ref (snapshot);
  Talks before, after;

  talks_init (&before, snapshot, self->aim.other);
  talks_init (&after, applied, self->aim.other);
  self->has_overrun = TRUE;
  self->overrun = after.end - MAX (after.session->duration, 0);
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < after.talks->len; i++)
      {
        const PlyTalk *talk = after.talks->pdata[i];
        gboolean is_held = strcmp (talk->record.id, self->talk) == 0;

        if (is_held == (pass == 0) && (is_held || has_changed (&before, talk, after.offsets[i])))
          add_talk_ghost (self, &after, i, is_held);
      }
  g_free (before.offsets);
  g_free (after.offsets);
}
