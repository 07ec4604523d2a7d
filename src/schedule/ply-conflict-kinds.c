/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-conflicts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define KIND(name_, severity_, label_)                                                             \
  { .name = name_, .severity = PLY_SEVERITY_##severity_, .label = label_ }

static const PlyConflictKindInfo kinds[PLY_N_CONFLICT_KINDS] = {
  [PLY_CONFLICT_ROOM_OVERLAP] = KIND ("room-overlap", ERROR, N_ ("Room Taken Twice")),
  [PLY_CONFLICT_PERSON_OVERLAP] = KIND ("person-overlap", ERROR, N_ ("Person in Two Places")),
  [PLY_CONFLICT_PERSON_UNAVAILABLE] = KIND ("person-unavailable", ERROR, N_ ("Person Unavailable")),
  [PLY_CONFLICT_ROOM_UNAVAILABLE] = KIND ("room-unavailable", ERROR, N_ ("Room Unavailable")),
  [PLY_CONFLICT_OUTSIDE_HOURS] = KIND ("outside-hours", WARNING, N_ ("Outside the Day’s Hours")),
  [PLY_CONFLICT_OVERFULL_SESSION] =
      KIND ("overfull-session", ERROR, N_ ("Talks Longer than Their Session")),
  [PLY_CONFLICT_NO_ROOM] = KIND ("no-room", WARNING, N_ ("No Room")),
  [PLY_CONFLICT_NO_TIME] = KIND ("no-time", WARNING, N_ ("No Time")),
  [PLY_CONFLICT_NO_TYPE] = KIND ("no-type", HINT, N_ ("No Type")),
  [PLY_CONFLICT_NO_SPEAKER] = KIND ("no-speaker", WARNING, N_ ("No Speaker")),
  [PLY_CONFLICT_NO_CHAIR] = KIND ("no-chair", WARNING, N_ ("No Chair")),
  [PLY_CONFLICT_NO_INSTITUTION] = KIND ("no-institution", HINT, N_ ("Speaker without Institution")),
  [PLY_CONFLICT_OVER_CAPACITY] = KIND ("over-capacity", WARNING, N_ ("Room Too Small")),
  [PLY_CONFLICT_WALKING_TIME] = KIND ("walking-time", WARNING, N_ ("Too Little Time to Walk")),
  [PLY_CONFLICT_TRACK_OVERLAP] = KIND ("track-overlap", HINT, N_ ("Track Parallel to Itself")),
  [PLY_CONFLICT_INSTITUTION_OVERLAP] =
      KIND ("institution-overlap", HINT, N_ ("Institution Parallel to Itself")),
  [PLY_CONFLICT_ORDER_BROKEN] = KIND ("order-broken", ERROR, N_ ("Order Broken")),
  [PLY_CONFLICT_NOT_PARALLEL] = KIND ("not-parallel", ERROR, N_ ("Parallel against a Rule")),
  [PLY_CONFLICT_MUST_SEE_OVERLAP] =
      KIND ("must-see-overlap", WARNING, N_ ("Wanted Sessions at the Same Time")),
  [PLY_CONFLICT_SAME_ROOM] = KIND ("same-room", WARNING, N_ ("Not in the Same Room")),
  [PLY_CONFLICT_SAME_DAY] = KIND ("same-day", WARNING, N_ ("Not on the Same Day")),
  [PLY_CONFLICT_SHORT_BREAK] = KIND ("short-break", HINT, N_ ("Break Too Short")),
  [PLY_CONFLICT_LONG_GAP] = KIND ("long-gap", HINT, N_ ("Room Empty for Long")),
  [PLY_CONFLICT_SHORT_TURNOVER] =
      KIND ("short-turnover", HINT, N_ ("Too Little Time between Sessions")),
  [PLY_CONFLICT_NO_INTERPRETATION] = KIND ("no-interpretation", WARNING, N_ ("No Interpretation")),
  [PLY_CONFLICT_MISSING_TRANSLATION] =
      KIND ("missing-translation", WARNING, N_ ("Missing Translation")),
  [PLY_CONFLICT_DUPLICATE_PERSON] = KIND ("duplicate-person", WARNING, N_ ("Person Listed Twice")),
  [PLY_CONFLICT_DUPLICATE_TITLE] = KIND ("duplicate-title", HINT, N_ ("Title Used Twice")),
  [PLY_CONFLICT_ONE_DAY] = KIND ("one-day", HINT, N_ ("All on One Day")),
};

static const struct
{
  const char *name;
  const char *label;
} severities[PLY_N_SEVERITIES] = {
  [PLY_SEVERITY_ERROR] = { "error", N_ ("Error") },
  [PLY_SEVERITY_WARNING] = { "warning", N_ ("Warning") },
  [PLY_SEVERITY_HINT] = { "hint", N_ ("Hint") },
};

const PlyConflictKindInfo *
ply_conflict_kind_get_info (PlyConflictKind kind)
{
  g_return_val_if_fail (kind < PLY_N_CONFLICT_KINDS, NULL);
  return &kinds[kind];
}

PlyConflictKind
ply_conflict_kind_from_name (const char *name)
{
  for (guint kind = 0; name != NULL && kind < PLY_N_CONFLICT_KINDS; kind++)
    if (strcmp (kinds[kind].name, name) == 0)
      return kind;
  return PLY_N_CONFLICT_KINDS;
}

const char *
ply_severity_get_name (PlySeverity severity)
{
  g_return_val_if_fail (severity < PLY_N_SEVERITIES, NULL);
  return severities[severity].name;
}

const char *
ply_severity_get_label (PlySeverity severity)
{
  g_return_val_if_fail (severity < PLY_N_SEVERITIES, NULL);
  return _ (severities[severity].label);
}
