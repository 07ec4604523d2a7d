/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-fixes-private.h"

#include "ply-programme-order.h"
#include "ply-time.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PROBES_MOST 48
#define ACCEPTED_MOST 8
#define ENOUGH 3     /* then what costs far more is left out */
#define ALIKE_MOST 2 /* fixes that do the same with the same session */

#define COST_WARNING 15
#define COST_HINT 5
#define GAIN_SOLVED 3

typedef void (*AddFunc) (PlyFixSearch *, const PlyParty *);

/* Kinds and what may help. */
static const struct
{
  PlyConflictKind kind;
  AddFunc add[5];
} helps[] = {
  { PLY_CONFLICT_ROOM_OVERLAP,
    { ply_fixes_add_rooms, ply_fixes_add_times, ply_fixes_add_swaps, ply_fixes_add_trim } },
  { PLY_CONFLICT_PERSON_OVERLAP,
    { ply_fixes_add_times, ply_fixes_add_swaps, ply_fixes_add_trim, ply_fixes_add_talk_order } },
  { PLY_CONFLICT_PERSON_UNAVAILABLE,
    { ply_fixes_add_times, ply_fixes_add_swaps, ply_fixes_add_talk_order } },
  { PLY_CONFLICT_ROOM_UNAVAILABLE,
    { ply_fixes_add_rooms, ply_fixes_add_times, ply_fixes_add_swaps } },
  { PLY_CONFLICT_OUTSIDE_HOURS, { ply_fixes_add_times, ply_fixes_add_swaps, ply_fixes_add_hours } },
  { PLY_CONFLICT_OVERFULL_SESSION, { ply_fixes_add_fitting } },
  { PLY_CONFLICT_NO_ROOM, { ply_fixes_add_rooms, ply_fixes_add_times } },
  { PLY_CONFLICT_NO_TIME, { ply_fixes_add_times } },
  { PLY_CONFLICT_OVER_CAPACITY, { ply_fixes_add_rooms, ply_fixes_add_times, ply_fixes_add_swaps } },
  { PLY_CONFLICT_WALKING_TIME,
    { ply_fixes_add_rooms, ply_fixes_add_times, ply_fixes_add_swaps, ply_fixes_add_talk_order } },
  { PLY_CONFLICT_TRACK_OVERLAP, { ply_fixes_add_times, ply_fixes_add_swaps } },
  { PLY_CONFLICT_INSTITUTION_OVERLAP,
    { ply_fixes_add_times, ply_fixes_add_swaps, ply_fixes_add_talk_order } },
  { PLY_CONFLICT_ORDER_BROKEN, { ply_fixes_add_times, ply_fixes_add_swaps } },
  { PLY_CONFLICT_NOT_PARALLEL, { ply_fixes_add_times, ply_fixes_add_swaps } },
  { PLY_CONFLICT_MUST_SEE_OVERLAP, { ply_fixes_add_times, ply_fixes_add_swaps } },
  { PLY_CONFLICT_SAME_ROOM, { ply_fixes_add_rooms, ply_fixes_add_times } },
  { PLY_CONFLICT_SAME_DAY, { ply_fixes_add_times, ply_fixes_add_swaps } },
  { PLY_CONFLICT_SHORT_BREAK, { ply_fixes_add_break } },
  { PLY_CONFLICT_LONG_GAP, { ply_fixes_add_times, ply_fixes_add_closing } },
  { PLY_CONFLICT_SHORT_TURNOVER, { ply_fixes_add_rooms, ply_fixes_add_times, ply_fixes_add_trim } },
};

static const AddFunc *
find_helps (PlyConflictKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (helps); i++)
    if (helps[i].kind == kind)
      return helps[i].add;
  return NULL;
}

/* Parties */

static void
add_party (PlyFixSearch *self, const PlyConflictRecord *record)
{
  PlyParty party = { .is_first = self->n_parties == 0 };
  const char *session = record->id;

  if (record->kind == PLY_KIND_TALK)
    {
      party.talk = ply_snapshot_lookup (self->snapshot, PLY_KIND_TALK, record->id);
      session = party.talk != NULL ? party.talk->session : NULL;
    }
  party.session = ply_snapshot_lookup (self->snapshot, PLY_KIND_SESSION, session);
  if (party.session != NULL)
    self->parties[self->n_parties++] = party;
}

static void
find_parties (PlyFixSearch *self)
{
  for (guint i = 0; i < self->conflict->n_records && self->n_parties < 2; i++)
    {
      const PlyConflictRecord *record = &self->conflict->records[i];

      if (record->kind == PLY_KIND_SESSION || record->kind == PLY_KIND_TALK)
        add_party (self, record);
    }
  if (self->n_parties < 2 || self->parties[0].session == self->parties[1].session)
    return;
  self->parties[0].other = self->parties[1].session;
  self->parties[1].other = self->parties[0].session;
}

/* Candidates */

void
ply_fixes_add (PlyFixSearch *self, PlyCandidate candidate)
{
  g_array_append_val (self->candidates, candidate);
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const PlyCandidate *one = a;
  const PlyCandidate *two = b;

  return (one->cost > two->cost) - (one->cost < two->cost);
}

/* Whether they do the same: the third free room is no news. */
static gboolean
are_alike (const PlyCandidate *a, const PlyCandidate *b)
{
  PlyPlace here, one, two;

  if (a->type != b->type || a->session != b->session || a->talk != b->talk)
    return FALSE;
  if (a->type != PLY_CANDIDATE_MOVE)
    return TRUE;
  here = ply_place_of (a->session);
  one = a->place;
  two = b->place;
  return (g_strcmp0 (one.room, here.room) == 0) == (g_strcmp0 (two.room, here.room) == 0)
         && (one.start == here.start) == (two.start == here.start)
         && (g_strcmp0 (one.day, here.day) == 0) == (g_strcmp0 (two.day, here.day) == 0);
}

static PlyPlan *
dup_hours_plan (const PlyFixSearch *self, const PlyCandidate *candidate)
{
  const PlyDay *day = ply_snapshot_lookup (self->snapshot, PLY_KIND_DAY, candidate->session->day);
  gint64 end = ply_session_end (candidate->session);
  PlyPlan *plan;

  /* No day can be that long. */
  if (end > PLY_MINUTES_MAX)
    return NULL;
  plan = ply_plan_new (_ ("Edit Day"));
  if (day->opens != PLY_UNSET && candidate->session->start < day->opens)
    ply_plan_set_integer (plan, PLY_KIND_DAY, day->record.id, "opens", candidate->session->start);
  if (day->closes != PLY_UNSET && end > day->closes)
    ply_plan_set_integer (plan, PLY_KIND_DAY, day->record.id, "closes", end);
  return ply_plan_or_null (plan);
}

static PlyPlan *
dup_shorter_plan (const PlyFixSearch *self, const PlyCandidate *candidate)
{
  GPtrArray *talks = ply_session_talks (self->snapshot, candidate->session);
  PlyPlan *plan = ply_plan_new (_ ("Change Length"));

  for (guint i = 0; i < talks->len; i++)
    {
      const PlyTalk *talk = talks->pdata[i];

      ply_plan_set_integer (plan, PLY_KIND_TALK, talk->record.id, "duration",
                            talk->duration - candidate->duration);
    }
  return ply_plan_or_null (plan);
}

PlyPlan *
ply_candidate_dup_plan (const PlyFixSearch *self, const PlyCandidate *candidate)
{
  const char *id = candidate->session->record.id;
  const char *const sessions[] = { id, NULL };

  switch (candidate->type)
    {
    case PLY_CANDIDATE_MOVE:
      return ply_arrange_move (self->snapshot, sessions, id, &candidate->place, candidate->flags);
    case PLY_CANDIDATE_SWAP:
      return ply_arrange_swap (self->snapshot, id, candidate->other->record.id);
    case PLY_CANDIDATE_RESIZE:
      return ply_arrange_resize (self->snapshot, id, candidate->place.start, candidate->duration,
                                 candidate->flags);
    case PLY_CANDIDATE_MOVE_TALK:
      return ply_arrange_move_talk (self->snapshot, candidate->talk->record.id, id,
                                    candidate->index);
    case PLY_CANDIDATE_SHORTEN_TALK:
      return ply_arrange_resize_talk (self->snapshot, candidate->talk->record.id,
                                      candidate->duration, PLY_ARRANGE_PLAIN);
    case PLY_CANDIDATE_UNPIN:
      return ply_arrange_pin_talk (self->snapshot, candidate->talk->record.id, PLY_UNSET);
    case PLY_CANDIDATE_SHORTEN_ALL:
      return dup_shorter_plan (self, candidate);
    case PLY_CANDIDATE_HOURS:
      return dup_hours_plan (self, candidate);
    default:
      g_assert_not_reached ();
    }
}

/* Trying */

static gboolean
names_record (const PlyConflict *conflict, const PlyConflictRecord *record)
{
  for (guint i = 0; i < conflict->n_records; i++)
    if (conflict->records[i].kind == record->kind
        && strcmp (conflict->records[i].id, record->id) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_same (const PlyConflict *a, const PlyConflict *b)
{
  if (a == b)
    return TRUE;
  if (a->kind != b->kind || a->n_records != b->n_records)
    return FALSE;
  for (guint i = 0; i < a->n_records; i++)
    if (!names_record (b, &a->records[i]))
      return FALSE;
  return TRUE;
}

static gboolean
is_solution (const PlyFixSearch *self, const PlyProbe *probe)
{
  gboolean solves = FALSE;

  for (guint i = 0; i < probe->solved->len && !solves; i++)
    solves = is_same (probe->solved->pdata[i], self->conflict);
  for (guint i = 0; i < probe->fresh->len && solves; i++)
    solves = ((PlyForeseen *) probe->fresh->pdata[i])->severity != PLY_SEVERITY_ERROR;
  return solves;
}

/* A fix that has been tried. */
typedef struct
{
  PlyCandidate candidate;
  int cost;
  PlyFix *fix;
} Accepted;

static int
cost_after (const PlyCandidate *candidate, const PlyProbe *probe)
{
  int cost = candidate->cost - GAIN_SOLVED * (int) MIN (probe->n_solved - 1, 4);

  for (guint i = 0; i < probe->fresh->len; i++)
    cost += ((PlyForeseen *) probe->fresh->pdata[i])->severity == PLY_SEVERITY_WARNING
                ? COST_WARNING
                : COST_HINT;
  return cost;
}

static gboolean
try_candidate (const PlyFixSearch *self, const PlyCandidate *candidate, GArray *accepted)
{
  g_autoptr (PlyPlan) plan = ply_candidate_dup_plan (self, candidate);
  g_autoptr (PlyProbe) probe = NULL;
  Accepted found = { *candidate };

  if (plan == NULL)
    return FALSE;
  probe = ply_conflicts_probe (self->conflicts, plan);
  if (!is_solution (self, probe))
    return TRUE;
  found.cost = cost_after (candidate, probe);
  found.fix = g_new (PlyFix, 1);
  found.fix->label = ply_candidate_dup_label (self, candidate);
  found.fix->detail = ply_candidate_dup_detail (self, candidate, probe);
  found.fix->n_solved = probe->n_solved;
  found.fix->n_fresh = probe->fresh->len;
  found.fix->plan = g_steal_pointer (&plan);
  g_array_append_val (accepted, found);
  return TRUE;
}

static gboolean
is_no_news (const PlyCandidate *candidate, const GArray *accepted)
{
  guint n = 0;

  for (guint i = 0; i < accepted->len; i++)
    n += are_alike (candidate, &g_array_index (accepted, Accepted, i).candidate);
  return n >= ALIKE_MOST;
}

static GArray *
try_all (PlyFixSearch *self)
{
  GArray *accepted = g_array_new (FALSE, FALSE, sizeof (Accepted));
  guint n_probes = 0;

  g_array_sort (self->candidates, compare_candidates);
  for (guint i = 0;
       i < self->candidates->len && n_probes < PROBES_MOST && accepted->len < ACCEPTED_MOST; i++)
    {
      const PlyCandidate *candidate = &g_array_index (self->candidates, PlyCandidate, i);

      if (!is_no_news (candidate, accepted))
        n_probes += try_candidate (self, candidate, accepted);
    }
  return accepted;
}

static int
compare_accepted (gconstpointer a, gconstpointer b)
{
  int one = ((const Accepted *) a)->cost;
  int two = ((const Accepted *) b)->cost;

  return (one > two) - (one < two);
}

/* Where small steps help, another day is no way out. */
static gboolean
is_worth_telling (const GArray *accepted, guint index)
{
  int least = g_array_index (accepted, Accepted, 0).cost;

  return index < PLY_FIXES_MOST
         && (index < ENOUGH
             || g_array_index (accepted, Accepted, index).cost < least + PLY_COST_DAY);
}

/* Public functions */

gboolean
ply_fixes_has_kind (PlyConflictKind kind)
{
  return find_helps (kind) != NULL;
}

void
ply_fix_free (PlyFix *self)
{
  if (self == NULL)
    return;
  g_free (self->label);
  g_free (self->detail);
  ply_plan_free (self->plan);
  g_free (self);
}

GPtrArray *
ply_fixes_for (PlyConflicts *conflicts, const PlyConflict *conflict)
{
  GPtrArray *fixes = g_ptr_array_new_with_free_func ((GDestroyNotify) ply_fix_free);
  PlyFixSearch search = { .conflicts = conflicts, .conflict = conflict };
  g_autoptr (GArray) accepted = NULL;
  const AddFunc *add;

  g_return_val_if_fail (conflicts != NULL && conflict != NULL, fixes);

  add = find_helps (conflict->kind);
  if (add == NULL)
    return fixes;
  search.snapshot = conflicts->snapshot;
  search.candidates = g_array_new (FALSE, FALSE, sizeof (PlyCandidate));
  ply_frame_init (&search.frame, search.snapshot);
  find_parties (&search);
  for (guint i = 0; i < search.n_parties; i++)
    for (guint j = 0; j < G_N_ELEMENTS (helps[0].add) && add[j] != NULL; j++)
      add[j](&search, &search.parties[i]);
  accepted = try_all (&search);
  g_array_sort (accepted, compare_accepted);
  for (guint i = 0; i < accepted->len; i++)
    if (is_worth_telling (accepted, i))
      g_ptr_array_add (fixes, g_array_index (accepted, Accepted, i).fix);
    else
      ply_fix_free (g_array_index (accepted, Accepted, i).fix);
  ply_frame_clear (&search.frame);
  g_array_unref (search.candidates);
  return fixes;
}
