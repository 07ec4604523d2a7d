/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-plan.h"
#include "ply-schedule-file.h"

G_BEGIN_DECLS

/* What the times in a schedule.xml mean. Files give an event's instant (<date>) and its wall time
 * (<start>), and programs disagree on the first: wafer writes UTC beside the local start, some
 * write local times with the offset of UTC. The wall time is what visitors read, so it decides. */
typedef struct
{
  char *zone;
  gboolean named;        /* the file itself names the zone */
  gboolean clocks_local; /* the clock inside <date> shows local time, whatever its offset says */
  gint64 day_change;     /* minutes; PLY_TIME_UNSET when the file has none */
} PlyScheduleClock;

/* @known_zone: of the event that the file is imported into, NULL for a new one. */
void ply_schedule_clock_init (PlyScheduleClock *self, const PlyScheduleFile *file,
                              const char *known_zone, PlyPlan *plan);
void ply_schedule_clock_clear (PlyScheduleClock *self);

/* The conference day's date; NULL when the file has none that exists. */
char *ply_schedule_clock_day_date (const PlyScheduleClock *self, const PlyFileDay *day);
/* Minutes of the day at which @text, the start or end of a day, lies; FALSE when it says none. May
 * be above 1440. */
gboolean ply_schedule_clock_day_minutes (const PlyScheduleClock *self, const char *day_date,
                                         const char *text, gint64 *minutes);
/* Where an event stands: the conference day and the minutes since its midnight, above 1440 after
 * midnight. FALSE when the file does not say; what is odd becomes a remark. */
gboolean ply_schedule_clock_place (const PlyScheduleClock *self, const PlyFileEvent *event,
                                   const char *day_date, char **date, gint64 *minutes,
                                   PlyPlan *plan);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlyScheduleClock, ply_schedule_clock_clear)

G_END_DECLS
