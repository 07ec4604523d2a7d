/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-grid-private.h"

#include "ply-programme-order.h"

/* Talks lie in their session's block at their own time, beside a strip for the session's title. */

/* Part of the block's breadth that the title gets. */
#define CAPTION_SHARE 0.35

/* How much a talk needs to be readable, along time and across, in lines of text. */
typedef struct
{
  double along, across, caption;
} Need;

static const Need needs[] = {
  [PLY_GRID_ROOMS_ACROSS] = { .along = 1.0, .across = 9.0, .caption = 5.5 },
  [PLY_GRID_ROOMS_DOWN] = { .along = 5.0, .across = 1.2, .caption = 1.4 },
};

static double
caption_size (const PlyGrid *self, double across)
{
  return MAX (across * CAPTION_SHARE, needs[self->options.form].caption * self->options.line);
}

static gboolean
shows_talks (const PlyGrid *self, const PlyGridBlock *block, guint n_talks)
{
  const Need *need = &needs[self->options.form];
  double line = self->options.line;
  PlyGridSpan time, lanes;

  if (n_talks == 0 || line <= 0)
    return FALSE;
  ply_grid_split_box (self, &block->box, &time, &lanes);
  return time.size / n_talks >= need->along * line
         && lanes.size - caption_size (self, lanes.size) >= need->across * line;
}

static PlyGridTalk
make_talk (const PlyGrid *self, guint index, const PlyTalk *record, gint64 offset)
{
  const PlyGridBlock *block = PLY_GRID_BLOCK (self, index);
  PlyGridTalk talk = { .talk = record, .start = block->start + offset };
  PlyGridSpan time, lanes, own, across;

  talk.end = talk.start + MAX (record->duration, 0);
  talk.is_over = talk.end > block->end;
  if (talk.start >= block->end)
    return talk;
  talk.box = ply_grid_talk_box (self, index, talk.start, talk.end);
  ply_grid_split_box (self, &block->box, &time, &lanes);
  ply_grid_split_box (self, &talk.box, &own, &across);
  own.size = MAX (MIN (own.size, time.at + time.size - own.at), 0);
  talk.box = ply_grid_make_box (self, own, across);
  return talk;
}

/* Public functions */

GArray *
ply_grid_dup_talks (const PlyGrid *self, guint block)
{
  const PlyGridBlock *of;
  g_autofree gint64 *offsets = NULL;
  GPtrArray *talks;
  GArray *shown;

  g_return_val_if_fail (block < self->blocks->len, NULL);

  of = PLY_GRID_BLOCK (self, block);
  talks = ply_session_talks (self->snapshot, of->session);
  if (!shows_talks (self, of, talks->len))
    return NULL;
  offsets = ply_session_talk_offsets (self->snapshot, of->session, NULL);
  shown = g_array_sized_new (FALSE, FALSE, sizeof (PlyGridTalk), talks->len);
  for (guint i = 0; i < talks->len; i++)
    {
      PlyGridTalk talk = make_talk (self, block, talks->pdata[i], offsets[i]);

      g_array_append_val (shown, talk);
    }
  return shown;
}

PlyGridBox
ply_grid_talk_box (const PlyGrid *self, guint block, gint64 start, gint64 end)
{
  PlyGridSpan time, lanes;
  double caption;

  g_return_val_if_fail (block < self->blocks->len, (PlyGridBox) { 0 });

  ply_grid_split_box (self, &PLY_GRID_BLOCK (self, block)->box, &time, &lanes);
  caption = MIN (caption_size (self, lanes.size), lanes.size);
  lanes.at += caption;
  lanes.size -= caption;
  return ply_grid_make_box (self, ply_grid_time_span (self, start, end), lanes);
}

const PlyTalk *
ply_grid_talk_at (const PlyGrid *self, guint block, double x, double y, double reach,
                  gboolean *at_edge)
{
  g_autoptr (GArray) talks = ply_grid_dup_talks (self, block);

  /* Pinned ones may lie over each other: the last is uppermost. */
  for (guint i = talks != NULL ? talks->len : 0; i-- > 0;)
    {
      const PlyGridTalk *talk = &g_array_index (talks, PlyGridTalk, i);
      PlyGridSpan time, lanes;
      double at, across;

      if (!ply_grid_box_contains (&talk->box, x, y))
        continue;
      ply_grid_split_box (self, &talk->box, &time, &lanes);
      ply_grid_split_point (self, x, y, &at, &across);
      *at_edge = time.at + time.size - at <= MIN (reach, time.size / 3);
      return talk->talk;
    }
  return NULL;
}

PlyGridBox
ply_grid_get_caption (const PlyGrid *self, guint block)
{
  const PlyGridBlock *of;
  PlyGridSpan time, lanes;

  g_return_val_if_fail (block < self->blocks->len, (PlyGridBox) { 0 });

  of = PLY_GRID_BLOCK (self, block);
  if (!shows_talks (self, of, ply_session_talks (self->snapshot, of->session)->len))
    return of->box;
  ply_grid_split_box (self, &of->box, &time, &lanes);
  lanes.size = caption_size (self, lanes.size);
  return ply_grid_make_box (self, time, lanes);
}

gboolean
ply_grid_get_overrun (const PlyGrid *self, guint block, gint64 *minutes)
{
  const PlyGridBlock *of;
  g_autofree gint64 *offsets = NULL;
  gint64 end;

  g_return_val_if_fail (block < self->blocks->len, FALSE);

  of = PLY_GRID_BLOCK (self, block);
  if (ply_session_talks (self->snapshot, of->session)->len == 0)
    return FALSE;
  offsets = ply_session_talk_offsets (self->snapshot, of->session, &end);
  *minutes = end - (of->end - of->start);
  return TRUE;
}
