/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Dates, times, lists and numbers as a language writes them (ICU, CLDR), whatever the desktop's
 * locale and whatever locales the system has. Dates are ISO 8601 texts and minutes those of
 * ply-time.h. "en" alone is international English: day before month. */

typedef struct _PlyFormatter PlyFormatter;

typedef enum
{
  PLY_DATE_FULL,        /* Thursday, 12 October 2023 */
  PLY_DATE_LONG,        /* 12 October 2023 */
  PLY_DATE_WEEKDAY_DAY, /* Thursday, 12 October */
  PLY_DATE_DAY,         /* 12 October */
  PLY_DATE_WEEKDAY,     /* Thursday */
} PlyDateStyle;

/* Unknown languages are written as ICU's root. Not safe for use from two threads at once. */
PlyFormatter *ply_formatter_new (const char *language);
void ply_formatter_free (PlyFormatter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlyFormatter, ply_formatter_free)

/* As it stands alone or at the head of something: with a capital where the language wants one
 * there. @date must be valid (ply_date_is_valid()). */
char *ply_formatter_date (PlyFormatter *self, const char *date, PlyDateStyle style);
/* "12–13 October 2023"; one long date when both are the same. */
char *ply_formatter_date_range (PlyFormatter *self, const char *from, const char *to);
/* "09:05", 24 hours; minutes past midnight as the clock shows them. */
char *ply_formatter_time (PlyFormatter *self, gint64 minutes);
/* "09:05–10:30" */
char *ply_formatter_time_range (PlyFormatter *self, gint64 start, gint64 end);
/* "A, B and C"; NULL-terminated. */
char *ply_formatter_list (PlyFormatter *self, const char *const *items);
char *ply_formatter_number (PlyFormatter *self, gint64 number);
/* With the first letter as at the beginning of a sentence ("ij" becomes "IJ" in Dutch); the rest
 * stays. */
char *ply_formatter_capitalized (PlyFormatter *self, const char *text);

G_END_DECLS
