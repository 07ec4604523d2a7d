/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "ply-interchange-error.h"
#include "ply-plan.h"

G_BEGIN_DECLS

/* schedule.xml, the conference schedule format of pentabarf, frab, pretalx and wafer
 * (https://c3voc.de/wiki/schedule). Read leniently, written strictly. */

/* Whether the bytes may be one. */
gboolean ply_schedule_xml_sniff (GBytes *input);

/* The edits that bring what the file says into @existing (NULL: an event without records).
 * Importing a file again updates; records that the file does not name stay. What was odd is a
 * remark with its line. Each event becomes one session without talks. Errors: PLY_INTERCHANGE_ERROR
 * ("FILE:LINE: ..."), G_IO_ERROR_CANCELLED. Any thread. */
PlyPlan *ply_schedule_xml_import (GBytes *input, const char *display_name,
                                  const PlySnapshot *existing, GCancellable *cancellable,
                                  GError **error);

/* The event in @language (NULL: the base language), valid by schedule.xml.xsd whatever the event
 * holds. @remarks, when not NULL, gets a text (char *) for each thing that the format cannot say:
 * sessions without a place in the timetable are left out. Errors: PLY_INTERCHANGE_ERROR_EXPORT. */
GBytes *ply_schedule_xml_export (const PlySnapshot *snapshot, const char *language,
                                 GPtrArray *remarks, GError **error);

G_END_DECLS
