/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-plan.h"

G_BEGIN_DECLS

/* What a new event is asked for. */
typedef struct
{
  const char *title;
  const char *first_date, *last_date; /* ISO; the last may be NULL: one day */
  const char *venue, *city;           /* may be NULL */
  const char *timezone;
  const char *const *languages; /* the base language first */
} PlyNewEvent;

/* The event with its days (8:00 to 18:00) and the usual session types named in its base language;
 * NULL and an error of PLY_MODEL_ERROR when something does not fit (no title, end before start,
 * over 60 days). */
PlyPlan *ply_new_event_plan (const PlyNewEvent *what, GError **error);

G_END_DECLS
