/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Times are local wall time of the event: a date (ISO 8601 text, "2023-10-12") and minutes since
 * its midnight. Minutes pass 1440 for what runs after midnight and still belongs to that conference
 * day. */

#define PLY_TIME_UNSET G_MININT64
#define PLY_MINUTES_PER_DAY 1440
/* The last minute that still counts as the same conference day: noon of the next. */
#define PLY_MINUTES_MAX (PLY_MINUTES_PER_DAY + 720)

/* TRUE for an existing day in the form YYYY-MM-DD, years 1 to 9999. */
gboolean ply_date_is_valid (const char *text);
/* Days from @from to @to, both valid. */
int ply_date_difference (const char *from, const char *to);
char *ply_date_add (const char *date, int days);
/* 1 = Monday to 7 = Sunday. */
int ply_date_weekday (const char *date);

/* "9:05", "09:05" or "09:05:00" to minutes; FALSE for anything else, 25:70 too. Hours up to 23. */
gboolean ply_minutes_parse (const char *text, gint64 *minutes);
/* The same with hours up to 99: lengths. Seconds are rounded up to a minute. */
gboolean ply_duration_parse (const char *text, gint64 *minutes);
/* "09:05"; minutes past midnight come back as the clock shows them ("00:30" for 1470). */
char *ply_minutes_format (gint64 minutes);
/* "01:30"; at least two digits of hours. */
char *ply_duration_format (gint64 minutes);

/* TRUE for an IANA zone known here ("Asia/Almaty", "UTC"). */
gboolean ply_zone_is_valid (const char *zone);
/* The instant of a local time, following the zone's history. A local time that a clock change skips
 * comes out an hour later. NULL when the date is not valid. */
GDateTime *ply_local_to_instant (const char *date, gint64 minutes, const char *zone);
/* The local date and minutes of an instant; @date is owned by the caller. */
void ply_instant_to_local (GDateTime *instant, const char *zone, char **date, gint64 *minutes);

G_END_DECLS
