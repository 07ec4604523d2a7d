/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "ply-interchange-error.h"
#include "ply-plan.h"

G_BEGIN_DECLS

/* A whole event as JSON, written to be read by people and compared by tools:
 *
 *   {"format": "plenary-event", "version": 1, "event": {…}, "day": [{…}], "session": [{…}], …}
 *
 * One array a kind, under the names of ply_kind_get_info(); keys are the names of the fields, and
 * "id". References are ids. Bytes are base64. Translations are records of kind "translation"; when
 * reading, a translatable text may also be an object by language, {"en": …, "de": …}: the base text
 * and final translations. Also when reading: an id need not be a UUID (one is derived from it),
 * minutes of the day may be "HH:MM", and a record without a rank takes its place in the array. */

/* Whether the bytes may be one. */
gboolean ply_event_json_sniff (GBytes *input);
/* The differences between @existing (may be NULL) and the file, as a plan. @display_name stands for
 * the file in errors: PLY_INTERCHANGE_ERROR. */
PlyPlan *ply_event_json_import (GBytes *input, const char *display_name,
                                const PlySnapshot *existing, GCancellable *cancellable,
                                GError **error);
/* Everything in the event; records in the order of their ids, unset fields left out. */
GBytes *ply_event_json_export (const PlySnapshot *snapshot);

/* The German-Kazakh Science Day, which comes with the program. */
PlyPlan *ply_sample_event_plan (GError **error);

G_END_DECLS
