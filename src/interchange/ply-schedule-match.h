/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-plan.h"
#include "ply-schedule-file.h"
#include "ply-schedule-names.h"

G_BEGIN_DECLS

/* Which records of the event the sessions and persons of a schedule.xml are: what makes a second
 * import an update. */
typedef struct
{
  GHashTable *sessions; /* PlyFileEvent -> record id, owned */
  GHashTable *persons;  /* PlyFilePerson -> record id, owned */
} PlyScheduleMatch;

/* Sessions are known by their guid, where the file has none by their id, without either by title,
 * date and start; what the file holds twice stays two sessions. Persons by guid, by id where one id
 * means one name, else by their exact name. Who is new gets an id derived from @scope and what
 * names them in the file, so that two imports of one file agree. Doubles become remarks of @plan.
 */
void ply_schedule_match_init (PlyScheduleMatch *self, const PlyScheduleFile *file,
                              const PlySnapshot *existing, const PlyScheduleNames *names,
                              const char *scope, PlyPlan *plan);
void ply_schedule_match_clear (PlyScheduleMatch *self);

const char *ply_schedule_match_session (const PlyScheduleMatch *self, const PlyFileEvent *event);
/* NULL for a person without a name. */
const char *ply_schedule_match_person (const PlyScheduleMatch *self, const PlyFilePerson *person);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlyScheduleMatch, ply_schedule_match_clear)

G_END_DECLS
