/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-formatter.h"

#include <string.h>
#include <unicode/ucasemap.h>
#include <unicode/udat.h>
#include <unicode/udateintervalformat.h>
#include <unicode/udatpg.h>
#include <unicode/ulistformatter.h>
#include <unicode/unum.h>
#include <unicode/ustring.h>

#include "ply-time.h"

#define N_DATE_STYLES (PLY_DATE_WEEKDAY + 1)
#define MS_PER_MINUTE 60000.0
#define LOCALE_MAX 96

struct _PlyFormatter
{
  char locale[LOCALE_MAX];

  /* Made when first asked for */
  UDateFormat *dates[N_DATE_STYLES];
  UDateFormat *time;
  UNumberFormat *number;
  UCaseMap *case_map;
};

static const char *const skeletons[N_DATE_STYLES] = {
  [PLY_DATE_FULL] = NULL, /* the language's own full format */
  [PLY_DATE_LONG] = NULL,   [PLY_DATE_WEEKDAY_DAY] = "MMMMEEEEd",
  [PLY_DATE_DAY] = "MMMMd", [PLY_DATE_WEEKDAY] = "EEEE",
};

static char *
to_utf8 (const UChar *text, int32_t length)
{
  char *utf8 = g_utf16_to_utf8 ((const gunichar2 *) text, length, NULL, NULL, NULL);

  return utf8 != NULL ? utf8 : g_strdup ("");
}

static gunichar2 *
to_utf16 (const char *text, int32_t *length)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  glong n = 0;
  gunichar2 *wide = g_utf8_to_utf16 (valid, -1, NULL, &n, NULL);

  *length = n;
  return wide;
}

/* ICU's name of the language, with the calendar that conference days are kept in. */
static void
set_locale (PlyFormatter *self, const char *language)
{
  g_autofree char *name = g_strdelimit (g_strdup (language), "-", '_');

  g_snprintf (self->locale, sizeof self->locale, "%s@calendar=gregorian",
              strcmp (name, "en") == 0 ? "en_001" : name);
}

/* The language's pattern for the fields named in @skeleton; as long as the return value. */
static int32_t
find_pattern (PlyFormatter *self, const char *skeleton, UChar *pattern, int32_t size)
{
  UErrorCode status = U_ZERO_ERROR;
  UDateTimePatternGenerator *generator = udatpg_open (self->locale, &status);
  UChar wide[32];
  int32_t length;

  u_uastrcpy (wide, skeleton);
  length = udatpg_getBestPattern (generator, wide, -1, pattern, size, &status);
  udatpg_close (generator);
  return U_SUCCESS (status) && length < size ? length : 0;
}

static UDateFormat *
open_pattern (PlyFormatter *self, const char *skeleton)
{
  UChar pattern[128];
  UChar utc[8];
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = find_pattern (self, skeleton, pattern, G_N_ELEMENTS (pattern));

  u_uastrcpy (utc, "UTC");
  return udat_open (UDAT_PATTERN, UDAT_PATTERN, self->locale, utc, -1, pattern, length, &status);
}

static UDateFormat *
open_style (PlyFormatter *self, UDateFormatStyle style)
{
  UChar utc[8];
  UErrorCode status = U_ZERO_ERROR;

  u_uastrcpy (utc, "UTC");
  return udat_open (UDAT_NONE, style, self->locale, utc, -1, NULL, 0, &status);
}

static UDateFormat *
open_date (PlyFormatter *self, PlyDateStyle style)
{
  UDateFormat *format = style == PLY_DATE_FULL   ? open_style (self, UDAT_FULL)
                        : style == PLY_DATE_LONG ? open_style (self, UDAT_LONG)
                                                 : open_pattern (self, skeletons[style]);
  UErrorCode status = U_ZERO_ERROR;

  if (format != NULL)
    udat_setContext (format, UDISPCTX_CAPITALIZATION_FOR_STANDALONE, &status);
  return format;
}

static char *
format_instant (const UDateFormat *format, UDate instant)
{
  UChar text[256];
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = udat_format (format, instant, text, G_N_ELEMENTS (text), NULL, &status);

  return U_SUCCESS (status) ? to_utf8 (text, length) : NULL;
}

static UDate
date_instant (const char *date)
{
  return ply_date_difference ("1970-01-01", date) * PLY_MINUTES_PER_DAY * MS_PER_MINUTE;
}

static UDateIntervalFormat *
open_interval (PlyFormatter *self, UErrorCode *status)
{
  UChar skeleton[16];
  UChar utc[8];

  u_uastrcpy (skeleton, "yMMMMd");
  u_uastrcpy (utc, "UTC");
  return udtitvfmt_open (self->locale, skeleton, -1, utc, -1, status);
}

PlyFormatter *
ply_formatter_new (const char *language)
{
  PlyFormatter *self;

  g_return_val_if_fail (language != NULL, NULL);

  self = g_new0 (PlyFormatter, 1);
  set_locale (self, language);
  return self;
}

void
ply_formatter_free (PlyFormatter *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < N_DATE_STYLES; i++)
    udat_close (self->dates[i]);
  udat_close (self->time);
  unum_close (self->number);
  ucasemap_close (self->case_map);
  g_free (self);
}

char *
ply_formatter_date (PlyFormatter *self, const char *date, PlyDateStyle style)
{
  char *text = NULL;

  g_return_val_if_fail (self != NULL && style < N_DATE_STYLES, NULL);
  g_return_val_if_fail (ply_date_is_valid (date), NULL);

  if (self->dates[style] == NULL)
    self->dates[style] = open_date (self, style);
  if (self->dates[style] != NULL)
    text = format_instant (self->dates[style], date_instant (date));
  return text != NULL ? text : g_strdup (date);
}

char *
ply_formatter_date_range (PlyFormatter *self, const char *from, const char *to)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar text[256];
  UDateIntervalFormat *format;
  int32_t length;

  g_return_val_if_fail (self != NULL && ply_date_is_valid (from) && ply_date_is_valid (to), NULL);

  if (strcmp (from, to) == 0)
    return ply_formatter_date (self, from, PLY_DATE_LONG);
  format = open_interval (self, &status);
  length = udtitvfmt_format (format, date_instant (from), date_instant (to), text,
                             G_N_ELEMENTS (text), NULL, &status);
  udtitvfmt_close (format);
  return U_SUCCESS (status) ? to_utf8 (text, length) : g_strconcat (from, "–", to, NULL);
}

char *
ply_formatter_time (PlyFormatter *self, gint64 minutes)
{
  gint64 clock = ((minutes % PLY_MINUTES_PER_DAY) + PLY_MINUTES_PER_DAY) % PLY_MINUTES_PER_DAY;
  char *text = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->time == NULL)
    self->time = open_pattern (self, "Hm");
  if (self->time != NULL)
    text = format_instant (self->time, clock * MS_PER_MINUTE);
  return text != NULL ? text : ply_minutes_format (clock);
}

char *
ply_formatter_time_range (PlyFormatter *self, gint64 start, gint64 end)
{
  g_autofree char *from = ply_formatter_time (self, start);
  g_autofree char *to = ply_formatter_time (self, end);

  return g_strconcat (from, "–", to, NULL);
}

char *
ply_formatter_list (PlyFormatter *self, const char *const *items)
{
  guint n;
  g_autoptr (GPtrArray) wide = g_ptr_array_new_with_free_func (g_free);
  g_autofree int32_t *lengths = NULL;
  g_autofree UChar *text = NULL;
  UErrorCode status = U_ZERO_ERROR;
  UListFormatter *format;
  int32_t size = 64, length;

  g_return_val_if_fail (self != NULL && items != NULL, NULL);

  n = g_strv_length ((char **) items);
  if (n == 0)
    return g_strdup ("");
  lengths = g_new (int32_t, n);
  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (wide, to_utf16 (items[i], &lengths[i]));
      size += lengths[i] + 32;
    }
  text = g_new (UChar, size);
  format = ulistfmt_open (self->locale, &status);
  length =
      ulistfmt_format (format, (const UChar *const *) wide->pdata, lengths, n, text, size, &status);
  ulistfmt_close (format);
  return U_SUCCESS (status) ? to_utf8 (text, length) : g_strjoinv (", ", (char **) items);
}

char *
ply_formatter_number (PlyFormatter *self, gint64 number)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar text[64];
  int32_t length;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->number == NULL)
    self->number = unum_open (UNUM_DECIMAL, NULL, 0, self->locale, NULL, &status);
  length = unum_formatInt64 (self->number, number, text, G_N_ELEMENTS (text), NULL, &status);
  return U_SUCCESS (status) ? to_utf8 (text, length)
                            : g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

char *
ply_formatter_capitalized (PlyFormatter *self, const char *text)
{
  UErrorCode status = U_ZERO_ERROR;
  gsize size;
  g_autofree char *result = NULL;

  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  if (self->case_map == NULL)
    {
      /* Case mapping does not recognize a language that a keyword follows. */
      g_autofree char *bare = g_strndup (self->locale, strcspn (self->locale, "@"));

      self->case_map =
          ucasemap_open (bare, U_TITLECASE_WHOLE_STRING | U_TITLECASE_NO_LOWERCASE, &status);
    }
  size = strlen (text) * 3 + 1;
  result = g_malloc (size);
  ucasemap_utf8ToTitle (self->case_map, result, size, text, -1, &status);
  return U_SUCCESS (status) ? g_steal_pointer (&result) : g_strdup (text);
}
