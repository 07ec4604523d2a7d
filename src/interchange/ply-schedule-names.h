/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-snapshot.h"

G_BEGIN_DECLS

/* What a schedule.xml of ours says where its schema (schedule.xml.xsd) allows less than an event
 * holds: unique UUIDs and positive numbers, acronyms and slugs of few letters. The export writes
 * these; the import knows from them that a file shows an event's own values and changes nothing. */
/* The date of the empty day that stands for none, because the schema wants a day. */
#define PLY_SCHEDULE_NO_DATE "1970-01-01"

typedef struct _PlyScheduleNames PlyScheduleNames;

PlyScheduleNames *ply_schedule_names_new (const PlySnapshot *snapshot);
void ply_schedule_names_free (PlyScheduleNames *self);

/* NULL when the event has neither acronym nor title. */
const char *ply_schedule_names_get_acronym (const PlyScheduleNames *self);
/* Borrowed, never NULL for a session of the snapshot. */
const char *ply_schedule_names_get_guid (const PlyScheduleNames *self, const PlySession *session);
const char *ply_schedule_names_get_id (const PlyScheduleNames *self, const PlySession *session);
/* NULL when it cannot be expressed or stands with another session already. */
const char *ply_schedule_names_get_slug (const PlyScheduleNames *self, const PlySession *session);
const char *ply_schedule_names_get_code (const PlyScheduleNames *self, const PlySession *session);

/* Of a person or a room: the imported GUID when it is one, else the record's id. */
const char *ply_schedule_record_guid (gconstpointer record, const char *imported);

/* An acronym that the schema accepts, from an acronym or else a title in any script; @date,
 * "2026-…", lengthens what is too short. NULL when both are unset. */
char *ply_schedule_acronym (const char *acronym, const char *title, const char *date);

/* When the day opens and closes in a file: as the organizer set it, else from the first session to
 * the last. In minutes; closes after opens. */
void ply_schedule_day_span (const PlySnapshot *snapshot, const PlyDay *day, gint64 *opens,
                            gint64 *closes);
/* The length as the schema can say it: below 100 hours, never negative. */
gint64 ply_schedule_duration (const PlySession *session);
/* "true" or "false": whether the recording was declined, as a file says it; NULL when the session's
 * extra says nothing of a recording. */
const char *ply_schedule_optout (const PlySession *session);
/* The session's description with its talks listed below, for the schema knows no talks; NULL when
 * there is neither. */
char *ply_schedule_description (const PlySnapshot *snapshot, const PlySession *session,
                                const char *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlyScheduleNames, ply_schedule_names_free)

G_END_DECLS
