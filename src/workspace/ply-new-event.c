/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-new-event.h"

#include "ply-rank.h"
#include "ply-time.h"
#include "ply-validate.h"

#include <glib/gi18n-lib.h>

#define DAYS_MAX 60
#define OPENS (8 * 60)
#define CLOSES (18 * 60)

/* What nearly every programme is made of. */
static const struct
{
  const char *name;
  gboolean is_break, wants_chair;
  int duration;
} types[] = {
  { N_ ("Plenary Session"), FALSE, TRUE, 45 }, { N_ ("Session"), FALSE, TRUE, 90 },
  { N_ ("Workshop"), FALSE, FALSE, 90 },       { N_ ("Panel Discussion"), FALSE, FALSE, 60 },
  { N_ ("Break"), TRUE, FALSE, 30 },
};

static void
add_days (PlyPlan *plan, const char *first, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      PlyDay *day = ply_record_new (PLY_KIND_DAY, NULL);

      day->date = ply_date_add (first, i);
      day->opens = OPENS;
      day->closes = CLOSES;
      ply_plan_insert (plan, day);
    }
}

static void
add_types (PlyPlan *plan)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      PlySessionType *type = ply_record_new (PLY_KIND_SESSION_TYPE, NULL);

      type->name = g_strdup (_ (types[i].name));
      type->is_break = types[i].is_break;
      type->wants_chair = types[i].wants_chair;
      type->duration = types[i].duration;
      type->rank = ply_rank_spread (i, G_N_ELEMENTS (types));
      ply_plan_insert (plan, type);
    }
}

PlyPlan *
ply_new_event_plan (const PlyNewEvent *what, GError **error)
{
  g_autoptr (PlyPlan) plan = ply_plan_new (_ ("New Event"));
  g_autoptr (PlyEvent) event = ply_record_new (PLY_KIND_EVENT, NULL);
  const char *last = what->last_date != NULL ? what->last_date : what->first_date;
  int n;

  if (!ply_date_is_valid (what->first_date) || !ply_date_is_valid (last))
    {
      g_set_error (error, PLY_MODEL_ERROR, PLY_MODEL_ERROR_INVALID,
                   _ ("A date is written like 2023-10-12."));
      return NULL;
    }
  n = ply_date_difference (what->first_date, last) + 1;
  if (n < 1 || n > DAYS_MAX)
    {
      g_set_error (error, PLY_MODEL_ERROR, PLY_MODEL_ERROR_INVALID,
                   /* Translators: %d is the highest number of days */
                   _ ("The last day comes after the first, and an event has at most %d days"),
                   DAYS_MAX);
      return NULL;
    }
  event->title = g_strdup (what->title);
  event->venue = g_strdup (what->venue);
  event->city = g_strdup (what->city);
  event->timezone = g_strdup (what->timezone);
  event->base_language = g_strdup (what->languages[0]);
  event->languages = g_strjoinv (" ", (char **) what->languages);
  event->slot_minutes = 5;
  if (!ply_record_validate (event, error))
    return NULL;
  ply_plan_insert (plan, g_steal_pointer (&event));
  add_days (plan, what->first_date, n);
  add_types (plan);
  return g_steal_pointer (&plan);
}
