/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-grid-private.h"

#include "ply-programme-order.h"
#include "ply-time.h"

#include <string.h>

/* What a day shows that has no opening hours of its own. */
#define OPENS (9 * 60)
#define CLOSES (18 * 60)
#define HOUR 60
/* The latest that sessions may begin, and an hour for those that do; longer ones are cut. */
#define LATEST (PLY_MINUTES_MAX + HOUR)
/* No typing error makes a session longer (ply-validate.c); keeps sums in bounds. */
#define LONGEST (7 * PLY_MINUTES_PER_DAY)

/* In place of a room's index. */
#define NO_ROOM (-1)
#define ALL_ROOMS (-2)

/* A session that is shown, on the way to its block. */
typedef struct
{
  const PlySession *session;
  guint day;
  int room;
  gint64 start, end;
} Found;

typedef struct
{
  guint64 key; /* day, start, lane */
  guint found;
} Sorted;

typedef struct
{
  PlyGrid *grid;
  GPtrArray *rooms;      /* PlyRoom */
  GHashTable *room_of;   /* id -> index + 1 */
  GHashTable *day_of;    /* id -> index + 1 */
  gboolean leaves_out;   /* not all rooms are shown */
  gboolean *needs_extra; /* by day: there are sessions without room */
  GArray *found;         /* Found, by id */
} Builder;

/* Helpers */

/* The records named by @ids, all of the kind when NULL. */
static GPtrArray *
pick (const PlySnapshot *snapshot, PlyKind kind, const char *const *ids)
{
  GPtrArray *picked;

  if (ids == NULL)
    return ply_snapshot_dup_ordered (snapshot, kind);
  picked = g_ptr_array_new ();
  for (guint i = 0; ids[i] != NULL; i++)
    {
      gconstpointer record = ply_snapshot_lookup (snapshot, kind, ids[i]);

      if (record != NULL && !g_ptr_array_find (picked, record, NULL))
        g_ptr_array_add (picked, (gpointer) record);
    }
  return picked;
}

static GHashTable *
index_ids (GPtrArray *records)
{
  GHashTable *table = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < records->len; i++)
    g_hash_table_insert (table, PLY_RECORD (records->pdata[i])->id, GUINT_TO_POINTER (i + 1));
  return table;
}

/* FALSE when the session lies in a room that is not shown. */
static gboolean
find_room (Builder *self, const PlySession *session, int *room)
{
  guint index;

  *room = session->all_rooms == 1 ? ALL_ROOMS : NO_ROOM;
  if (*room == ALL_ROOMS || session->room == NULL)
    return TRUE;
  index = GPOINTER_TO_UINT (g_hash_table_lookup (self->room_of, session->room));
  if (index > 0)
    *room = index - 1;
  return index > 0 || !self->leaves_out
         || ply_snapshot_lookup (self->grid->snapshot, PLY_KIND_ROOM, session->room) == NULL;
}

static void
find_session (Builder *self, const PlySession *session)
{
  Found found = { .session = session };
  guint day;

  if (!ply_session_is_placed (session))
    return;
  day = GPOINTER_TO_UINT (g_hash_table_lookup (self->day_of, session->day));
  if (day == 0 || !find_room (self, session, &found.room))
    return;
  found.day = day - 1;
  found.start = CLAMP (session->start, 0, PLY_MINUTES_MAX);
  found.end = found.start + CLAMP (session->duration, 0, LONGEST);
  if (found.room == NO_ROOM)
    self->needs_extra[found.day] = TRUE;
  g_array_append_val (self->found, found);
}

static void
find_sessions (Builder *self)
{
  const PlySnapshot *snapshot = self->grid->snapshot;
  guint n = ply_snapshot_get_n (snapshot, PLY_KIND_SESSION);

  for (guint i = 0; i < n; i++)
    find_session (self, ply_snapshot_get_at (snapshot, PLY_KIND_SESSION, i));
}

static void
find_hours (Builder *self)
{
  PlyGrid *grid = self->grid;
  gint64 from = grid->days->len > 0 ? G_MAXINT64 : OPENS;
  gint64 to = grid->days->len > 0 ? G_MININT64 : CLOSES;

  for (guint i = 0; i < grid->days->len; i++)
    {
      const PlyDay *day = PLY_GRID_DAY (grid, i)->day;

      from = MIN (from, day->opens != PLY_UNSET ? day->opens : OPENS);
      to = MAX (to, day->closes != PLY_UNSET ? day->closes : CLOSES);
    }
  for (guint i = 0; i < self->found->len; i++)
    {
      const Found *found = &g_array_index (self->found, Found, i);

      from = MIN (from, found->start);
      to = MAX (to, ply_grid_seen_end (found->start, found->end));
    }
  from = CLAMP (from, 0, PLY_MINUTES_MAX);
  to = CLAMP (to, from, LATEST);
  grid->from = MAX (from / HOUR * HOUR - HOUR, 0);
  grid->to = MIN ((to + HOUR - 1) / HOUR * HOUR + HOUR, LATEST);
}

static void
add_days (Builder *self, GPtrArray *days)
{
  for (guint i = 0; i < days->len; i++)
    {
      PlyGridDay day = { .day = days->pdata[i], .n_rooms = self->rooms->len };

      g_array_append_val (self->grid->days, day);
    }
}

static void
add_lanes (Builder *self)
{
  PlyGrid *grid = self->grid;

  for (guint i = 0; i < grid->days->len; i++)
    {
      PlyGridDay *day = PLY_GRID_DAY (grid, i);

      day->lane = grid->lanes->len;
      day->n_lanes = day->n_rooms + (self->needs_extra[i] || day->n_rooms == 0);
      for (guint room = 0; room < day->n_lanes; room++)
        {
          PlyGridLane lane = {
            .day = i,
            .room = room < day->n_rooms ? self->rooms->pdata[room] : NULL,
          };

          g_array_append_val (grid->lanes, lane);
        }
    }
}

static void
size_lanes (PlyGrid *self)
{
  double gaps = self->days->len > 0 ? (self->days->len - 1) * self->options.day_gap : 0;
  PlyGridSpan time = { 0, (self->to - self->from) * self->options.minute };

  self->lane_size = self->options.lane;
  if (self->lanes->len > 0)
    self->lane_size = MAX (self->lane_size, (self->options.across - gaps) / self->lanes->len);
  for (guint i = 0; i < self->lanes->len; i++)
    PLY_GRID_LANE (self, i)->box = ply_grid_make_box (self, time, ply_grid_lane_span (self, i, 1));
  for (guint i = 0; i < self->days->len; i++)
    {
      PlyGridDay *day = PLY_GRID_DAY (self, i);

      day->box = ply_grid_make_box (self, time, ply_grid_lane_span (self, day->lane, day->n_lanes));
    }
}

static guint
lane_of (const PlyGrid *self, const Found *found, guint *n_lanes)
{
  const PlyGridDay *day = PLY_GRID_DAY (self, found->day);

  *n_lanes = 1;
  if (found->room == NO_ROOM)
    return day->lane + day->n_lanes - 1;
  if (found->room != ALL_ROOMS)
    return day->lane + found->room;
  *n_lanes = MAX (day->n_rooms, 1);
  return day->lane;
}

static int
compare_sorted (gconstpointer a, gconstpointer b)
{
  const Sorted *one = a;
  const Sorted *two = b;

  if (one->key != two->key)
    return one->key < two->key ? -1 : 1;
  return one->found < two->found ? -1 : one->found > two->found;
}

static void
add_blocks (Builder *self)
{
  PlyGrid *grid = self->grid;
  guint n = self->found->len;
  g_autofree Sorted *sorted = g_new (Sorted, n + 1);

  for (guint i = 0; i < n; i++)
    {
      const Found *found = &g_array_index (self->found, Found, i);
      guint n_lanes;
      guint64 lane = lane_of (grid, found, &n_lanes);

      sorted[i] =
          (Sorted) { ((guint64) found->day << 44) | ((guint64) found->start << 32) | lane, i };
    }
  qsort (sorted, n, sizeof *sorted, compare_sorted);
  grid->by_id = g_new (guint, n + 1);
  g_array_set_size (grid->blocks, n);
  for (guint i = 0; i < n; i++)
    {
      const Found *found = &g_array_index (self->found, Found, sorted[i].found);
      PlyGridBlock *block = PLY_GRID_BLOCK (grid, i);

      grid->by_id[sorted[i].found] = i;
      block->session = found->session;
      block->day = found->day;
      block->lane = lane_of (grid, found, &block->n_lanes);
      block->start = found->start;
      block->end = found->end;
      block->is_cut = found->end > grid->to;
    }
}

static void
build (Builder *self, const PlyGridOptions *options)
{
  g_autoptr (GPtrArray) days = pick (self->grid->snapshot, PLY_KIND_DAY, options->days);
  g_autoptr (GHashTable) day_of = index_ids (days);
  g_autoptr (GHashTable) room_of = NULL;
  g_autofree gboolean *needs_extra = g_new0 (gboolean, days->len + 1);

  self->rooms = pick (self->grid->snapshot, PLY_KIND_ROOM, options->rooms);
  room_of = index_ids (self->rooms);
  self->room_of = room_of;
  self->day_of = day_of;
  self->needs_extra = needs_extra;
  self->leaves_out = options->rooms != NULL;
  self->found = g_array_new (FALSE, FALSE, sizeof (Found));
  add_days (self, days);
  find_sessions (self);
  find_hours (self);
  add_lanes (self);
  size_lanes (self->grid);
  add_blocks (self);
  g_array_unref (self->found);
  g_ptr_array_unref (self->rooms);
}

/* Public functions */

PlyGrid *
ply_grid_new (const PlySnapshot *snapshot, const PlyGridOptions *options)
{
  PlyGrid *self;
  Builder builder = { 0 };

  g_return_val_if_fail (snapshot != NULL && options != NULL, NULL);
  g_return_val_if_fail (options->minute > 0 && options->lane > 0, NULL);

  self = g_new0 (PlyGrid, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->snapshot = ply_snapshot_ref (snapshot);
  self->options = *options;
  self->options.days = self->options.rooms = NULL;
  self->options.snap = MAX (options->snap, 1);
  self->days = g_array_new (FALSE, TRUE, sizeof (PlyGridDay));
  self->lanes = g_array_new (FALSE, TRUE, sizeof (PlyGridLane));
  self->blocks = g_array_new (FALSE, TRUE, sizeof (PlyGridBlock));
  self->ticks = g_array_new (FALSE, TRUE, sizeof (PlyGridTick));
  builder.grid = self;
  build (&builder, options);
  ply_grid_fill_rows (self);
  ply_grid_fill_slots (self);
  ply_grid_fill_ticks (self);
  return self;
}

PlyGrid *
ply_grid_ref (PlyGrid *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
ply_grid_unref (PlyGrid *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_array_unref (self->days);
  g_array_unref (self->lanes);
  g_array_unref (self->blocks);
  g_array_unref (self->ticks);
  g_free (self->by_id);
  g_free (self->rows);
  g_free (self->order);
  g_free (self->reach);
  ply_snapshot_unref (self->snapshot);
  g_free (self);
}

const PlySnapshot *
ply_grid_get_snapshot (const PlyGrid *self)
{
  return self->snapshot;
}

PlyGridForm
ply_grid_get_form (const PlyGrid *self)
{
  return self->options.form;
}

gint64
ply_grid_get_snap (const PlyGrid *self)
{
  return self->options.snap;
}

double
ply_grid_get_scale (const PlyGrid *self)
{
  return self->options.minute;
}

gint64
ply_grid_get_first_minute (const PlyGrid *self)
{
  return self->from;
}

gint64
ply_grid_get_last_minute (const PlyGrid *self)
{
  return self->to;
}

guint
ply_grid_get_n_days (const PlyGrid *self)
{
  return self->days->len;
}

const PlyGridDay *
ply_grid_get_day (const PlyGrid *self, guint index)
{
  g_return_val_if_fail (index < self->days->len, NULL);
  return PLY_GRID_DAY (self, index);
}

int
ply_grid_find_day (const PlyGrid *self, const char *id)
{
  for (guint i = 0; id != NULL && i < self->days->len; i++)
    if (strcmp (PLY_GRID_DAY (self, i)->day->record.id, id) == 0)
      return i;
  return -1;
}

guint
ply_grid_get_n_lanes (const PlyGrid *self)
{
  return self->lanes->len;
}

const PlyGridLane *
ply_grid_get_lane (const PlyGrid *self, guint index)
{
  g_return_val_if_fail (index < self->lanes->len, NULL);
  return PLY_GRID_LANE (self, index);
}

int
ply_grid_find_lane (const PlyGrid *self, guint day, const char *room)
{
  const PlyGridDay *of;

  g_return_val_if_fail (day < self->days->len, -1);

  of = PLY_GRID_DAY (self, day);
  if (room == NULL)
    return of->n_lanes > of->n_rooms ? (int) (of->lane + of->n_rooms) : -1;
  for (guint i = of->lane; i < of->lane + of->n_rooms; i++)
    if (strcmp (PLY_GRID_LANE (self, i)->room->record.id, room) == 0)
      return i;
  return -1;
}

const PlyGridTick *
ply_grid_get_ticks (const PlyGrid *self, guint *n_ticks)
{
  *n_ticks = self->ticks->len;
  return (const PlyGridTick *) self->ticks->data;
}

guint
ply_grid_get_n_blocks (const PlyGrid *self)
{
  return self->blocks->len;
}

const PlyGridBlock *
ply_grid_get_block (const PlyGrid *self, guint index)
{
  g_return_val_if_fail (index < self->blocks->len, NULL);
  return PLY_GRID_BLOCK (self, index);
}
