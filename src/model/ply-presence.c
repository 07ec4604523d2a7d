/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-presence.h"

#include "ply-time.h"

#include <string.h>

/* A row as it is going to be. */
typedef struct
{
  guint day;
  gint64 start, end;
  gboolean available;
  const PlyAvailability *row; /* in the snapshot; NULL: new */
} Piece;

typedef struct
{
  guint day;
  gint64 minute;
} Moment;

struct _PlyPresence
{
  PlySnapshot *snapshot;
  const PlyRecord *owner;
  GPtrArray *days;
  GPtrArray *rows; /* PlyAvailability, those that were there */
  GArray *pieces;
};

static Piece *
get_piece (const PlyPresence *self, guint index)
{
  return &g_array_index (self->pieces, Piece, index);
}

static gboolean
find_day (const PlyPresence *self, const char *id, guint *day)
{
  for (*day = 0; *day < self->days->len; (*day)++)
    if (g_strcmp0 (ply_presence_get_day (self, *day)->record.id, id) == 0)
      return TRUE;
  return FALSE;
}

static void
load (PlyPresence *self, const PlyAvailability *row)
{
  Piece piece = {
    .start = row->start != PLY_UNSET ? row->start : 0,
    .end = row->end != PLY_UNSET ? row->end : PLY_PRESENCE_OPEN,
    .available = row->available == 1,
    .row = row,
  };

  if (!find_day (self, row->day, &piece.day))
    return;
  g_ptr_array_add (self->rows, (gpointer) row);
  g_array_append_val (self->pieces, piece);
}

/* What is said */

static PlyPresenceState
state_at (const PlyPresence *self, guint day, gint64 minute)
{
  PlyPresenceState state = PLY_PRESENCE_NONE;

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = get_piece (self, i);

      if (piece->day != day || minute < piece->start || minute >= piece->end)
        continue;
      if (!piece->available)
        return PLY_PRESENCE_UNAVAILABLE;
      state = PLY_PRESENCE_AVAILABLE;
    }
  return state;
}

/* The first minute after @minute at which a row of the day begins or ends. */
static gint64
next_edge (const PlyPresence *self, guint day, gint64 minute)
{
  gint64 next = PLY_PRESENCE_OPEN;

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = get_piece (self, i);

      if (piece->day != day)
        continue;
      if (piece->start > minute)
        next = MIN (next, piece->start);
      if (piece->end > minute)
        next = MIN (next, piece->end);
    }
  return next;
}

static gboolean
is_available_throughout (const PlyPresence *self)
{
  for (guint day = 0; day < self->days->len; day++)
    {
      gint64 reached = 0;
      gboolean grows = TRUE;

      while (grows)
        {
          grows = FALSE;
          for (guint i = 0; i < self->pieces->len; i++)
            {
              const Piece *piece = get_piece (self, i);

              if (piece->available && piece->day == day && piece->start <= reached
                  && piece->end > reached)
                {
                  reached = piece->end;
                  grows = TRUE;
                }
            }
        }
      if (reached < PLY_PRESENCE_OPEN)
        return FALSE;
    }
  return TRUE;
}

/* Changes to the rows */

/* Takes the time out of all rows of that kind, which leaves what is before and after it. */
static void
cut (PlyPresence *self, guint day, gint64 start, gint64 end, gboolean available)
{
  for (guint i = self->pieces->len; i-- > 0;)
    {
      Piece *piece = get_piece (self, i);
      Piece after = *piece;

      if (piece->day != day || piece->available != available || piece->end <= start
          || piece->start >= end)
        continue;
      after.start = end;
      if (piece->start < start)
        {
          piece->end = start;
          after.row = NULL;
          if (after.start < after.end)
            g_array_append_val (self->pieces, after);
        }
      else if (after.start < after.end)
        *piece = after;
      else
        g_array_remove_index (self->pieces, i);
    }
}

/* Of two rows that say the same and meet, @from becomes part of @into; a record outlives a new row.
 */
static void
join (PlyPresence *self, guint into, guint from)
{
  Piece *piece = get_piece (self, into);
  const Piece *other = get_piece (self, from);

  piece->start = MIN (piece->start, other->start);
  piece->end = MAX (piece->end, other->end);
  if (piece->row == NULL)
    piece->row = other->row;
  g_array_remove_index (self->pieces, from);
}

static void
add (PlyPresence *self, guint day, gint64 start, gint64 end, gboolean available)
{
  Piece piece = { .day = day, .start = start, .end = end, .available = available };
  guint added = self->pieces->len;

  g_array_append_val (self->pieces, piece);
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *mine = get_piece (self, added);
      const Piece *other = get_piece (self, i);

      if (i == added || other->day != day || other->available != available
          || other->start > mine->end || other->end < mine->start)
        continue;
      join (self, MIN (i, added), MAX (i, added));
      added = MIN (i, added);
      /* It reaches further now. */
      i = -1;
    }
}

/* Moments */

static int
compare_moments (Moment a, Moment b)
{
  if (a.day != b.day)
    return a.day < b.day ? -1 : 1;
  return (a.minute > b.minute) - (a.minute < b.minute);
}

static Moment
end_of_event (const PlyPresence *self)
{
  return (Moment) { self->days->len - 1, PLY_PRESENCE_OPEN };
}

/* What is available between two moments becomes so, or is so no more. */
static void
set_available (PlyPresence *self, Moment from, Moment to, gboolean available)
{
  for (guint day = from.day; day <= to.day; day++)
    {
      gint64 start = day == from.day ? from.minute : 0;
      gint64 end = day == to.day ? to.minute : PLY_PRESENCE_OPEN;

      if (start >= end)
        continue;
      if (available)
        add (self, day, start, end, TRUE);
      else
        cut (self, day, start, end, TRUE);
    }
}

/* The span of everything available; FALSE when nothing is. */
static gboolean
find_stay (const PlyPresence *self, Moment *arrival, Moment *departure)
{
  gboolean found = FALSE;

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = get_piece (self, i);
      Moment start = { piece->day, piece->start };
      Moment end = { piece->day, piece->end };

      if (!piece->available)
        continue;
      if (!found || compare_moments (start, *arrival) < 0)
        *arrival = start;
      if (!found || compare_moments (end, *departure) > 0)
        *departure = end;
      found = TRUE;
    }
  return found;
}

/* Available from the first minute to the last says nothing. */
static void
drop_if_everything (PlyPresence *self)
{
  if (!is_available_throughout (self))
    return;
  for (guint i = self->pieces->len; i-- > 0;)
    if (get_piece (self, i)->available)
      g_array_remove_index (self->pieces, i);
}

/* The plan */

static const Piece *
find_piece (const PlyPresence *self, const PlyAvailability *row)
{
  for (guint i = 0; i < self->pieces->len; i++)
    if (get_piece (self, i)->row == row)
      return get_piece (self, i);
  return NULL;
}

/* A time that means the same as before stays as it was written. */
static void
write_piece (PlyAvailability *row, const Piece *piece, const PlyAvailability *old)
{
  if (old == NULL || piece->start != (old->start != PLY_UNSET ? old->start : 0))
    row->start = piece->start > 0 ? piece->start : PLY_UNSET;
  if (old == NULL || piece->end != (old->end != PLY_UNSET ? old->end : PLY_PRESENCE_OPEN))
    row->end = piece->end < PLY_PRESENCE_OPEN ? piece->end : PLY_UNSET;
}

static void
plan_new_row (const PlyPresence *self, PlyPlan *plan, const Piece *piece)
{
  PlyAvailability *row = ply_record_new (PLY_KIND_AVAILABILITY, NULL);

  g_set_str (self->owner->kind == PLY_KIND_PERSON ? &row->person : &row->room, self->owner->id);
  g_set_str (&row->day, ply_presence_get_day (self, piece->day)->record.id);
  row->available = piece->available;
  write_piece (row, piece, NULL);
  ply_plan_insert (plan, row);
}

static void
plan_old_row (const PlyPresence *self, PlyPlan *plan, const PlyAvailability *row)
{
  const Piece *piece = find_piece (self, row);
  PlyAvailability *copy;

  if (piece == NULL)
    {
      ply_plan_delete (plan, self->snapshot, PLY_KIND_AVAILABILITY, row->record.id);
      return;
    }
  copy = ply_record_copy (row, row->record.id);
  write_piece (copy, piece, row);
  ply_plan_put (plan, self->snapshot, copy);
}

PlyPresence *
ply_presence_new (const PlySnapshot *snapshot, gconstpointer owner)
{
  const PlyRecord *record = owner;
  PlyPresence *self;
  GPtrArray *rows;

  g_return_val_if_fail (snapshot != NULL && owner != NULL, NULL);
  g_return_val_if_fail (record->kind == PLY_KIND_PERSON || record->kind == PLY_KIND_ROOM, NULL);

  self = g_new0 (PlyPresence, 1);
  self->snapshot = ply_snapshot_ref (snapshot);
  self->owner = ply_record_ref (owner);
  self->days = ply_snapshot_dup_ordered (snapshot, PLY_KIND_DAY);
  self->rows = g_ptr_array_new ();
  self->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  rows = ply_snapshot_get_children (snapshot, PLY_KIND_AVAILABILITY,
                                    ply_kind_get_info (record->kind)->name, record->id);
  for (guint i = 0; i < rows->len; i++)
    load (self, rows->pdata[i]);
  return self;
}

void
ply_presence_free (PlyPresence *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->pieces);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->days);
  ply_record_unref ((gpointer) self->owner);
  ply_snapshot_unref (self->snapshot);
  g_free (self);
}

guint
ply_presence_get_n_days (const PlyPresence *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->days->len;
}

const PlyDay *
ply_presence_get_day (const PlyPresence *self, guint day)
{
  g_return_val_if_fail (self != NULL && day < self->days->len, NULL);
  return self->days->pdata[day];
}

PlyPresenceState
ply_presence_get (const PlyPresence *self, guint day, gint64 start, gint64 end)
{
  PlyPresenceState state;

  g_return_val_if_fail (self != NULL && start < end, PLY_PRESENCE_NONE);

  state = state_at (self, day, start);
  for (gint64 at = next_edge (self, day, start); at < end; at = next_edge (self, day, at))
    if (state_at (self, day, at) != state)
      return PLY_PRESENCE_MIXED;
  return state;
}

GArray *
ply_presence_dup_runs (const PlyPresence *self, guint day)
{
  GArray *runs;
  gint64 at = 0;

  g_return_val_if_fail (self != NULL, NULL);

  runs = g_array_new (FALSE, FALSE, sizeof (PlyPresenceRun));
  while (at < PLY_PRESENCE_OPEN)
    {
      PlyPresenceRun run = { at, next_edge (self, day, at), state_at (self, day, at) };
      PlyPresenceRun *last =
          runs->len > 0 ? &g_array_index (runs, PlyPresenceRun, runs->len - 1) : NULL;

      if (last != NULL && last->state == run.state && last->end == run.start)
        last->end = run.end;
      else if (run.state != PLY_PRESENCE_NONE)
        g_array_append_val (runs, run);
      at = run.end;
    }
  return runs;
}

gboolean
ply_presence_is_limited (const PlyPresence *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->pieces->len; i++)
    if (get_piece (self, i)->available)
      return TRUE;
  return FALSE;
}

gboolean
ply_presence_allows (const PlyPresence *self, guint day, gint64 start, gint64 end)
{
  gboolean limited;

  g_return_val_if_fail (self != NULL, TRUE);

  limited = ply_presence_is_limited (self);
  for (gint64 at = start; at < end; at = next_edge (self, day, at))
    {
      PlyPresenceState state = state_at (self, day, at);

      if (state == PLY_PRESENCE_UNAVAILABLE || (limited && state == PLY_PRESENCE_NONE))
        return FALSE;
    }
  return TRUE;
}

void
ply_presence_set (PlyPresence *self, guint day, gint64 start, gint64 end, PlyPresenceState state)
{
  g_return_if_fail (self != NULL && day < self->days->len);
  g_return_if_fail (start < end && state != PLY_PRESENCE_MIXED);

  if (ply_presence_get (self, day, start, end) == state)
    return;
  if (state != PLY_PRESENCE_AVAILABLE)
    cut (self, day, start, end, TRUE);
  if (state != PLY_PRESENCE_UNAVAILABLE)
    cut (self, day, start, end, FALSE);
  if (state != PLY_PRESENCE_NONE)
    add (self, day, start, end, state == PLY_PRESENCE_AVAILABLE);
}

gboolean
ply_presence_get_arrival (const PlyPresence *self, guint *day, gint64 *minute)
{
  Moment arrival = { 0, 0 };
  Moment departure;

  g_return_val_if_fail (self != NULL, FALSE);

  find_stay (self, &arrival, &departure);
  *day = arrival.day;
  *minute = arrival.minute;
  return arrival.day > 0 || arrival.minute > 0;
}

gboolean
ply_presence_get_departure (const PlyPresence *self, guint *day, gint64 *minute)
{
  Moment arrival;
  Moment departure;

  g_return_val_if_fail (self != NULL, FALSE);

  if (!find_stay (self, &arrival, &departure))
    return FALSE;
  *day = departure.day;
  *minute = departure.minute;
  return compare_moments (departure, end_of_event (self)) < 0;
}

void
ply_presence_set_arrival (PlyPresence *self, guint day, gint64 minute)
{
  Moment wanted = { day, minute };
  Moment arrival;
  Moment departure;

  g_return_if_fail (self != NULL && day < self->days->len);

  if (!find_stay (self, &arrival, &departure) || compare_moments (wanted, departure) >= 0)
    arrival = end_of_event (self);
  set_available (self, (Moment) { 0, 0 }, wanted, FALSE);
  if (compare_moments (wanted, arrival) < 0)
    set_available (self, wanted, arrival, TRUE);
  drop_if_everything (self);
}

void
ply_presence_set_departure (PlyPresence *self, guint day, gint64 minute)
{
  Moment wanted = { day, minute };
  Moment arrival;
  Moment departure;

  g_return_if_fail (self != NULL && day < self->days->len);

  if (!find_stay (self, &arrival, &departure) || compare_moments (wanted, arrival) <= 0)
    departure = (Moment) { 0, 0 };
  set_available (self, wanted, end_of_event (self), FALSE);
  if (compare_moments (wanted, departure) > 0)
    set_available (self, departure, wanted, TRUE);
  drop_if_everything (self);
}

PlyPlan *
ply_presence_dup_plan (const PlyPresence *self, const char *label)
{
  g_autoptr (PlyPlan) plan = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  plan = ply_plan_new (label);
  for (guint i = 0; i < self->rows->len; i++)
    plan_old_row (self, plan, self->rows->pdata[i]);
  for (guint i = 0; i < self->pieces->len; i++)
    if (get_piece (self, i)->row == NULL)
      plan_new_row (self, plan, get_piece (self, i));
  return ply_plan_get_n_edits (plan) > 0 ? g_steal_pointer (&plan) : NULL;
}
