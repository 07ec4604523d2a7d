/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-collate.h"

#include <string.h>
#include <unicode/ucol.h>

struct _PlyCollator
{
  UCollator *full;    /* what lists are sorted by */
  UCollator *primary; /* tells letters apart, and nothing else */
};

static UCollator *
open_collator (const char *language)
{
  g_autofree char *locale = g_strdelimit (g_strdup (language != NULL ? language : ""), "-", '_');
  UErrorCode status = U_ZERO_ERROR;
  UCollator *collator = ucol_open (locale, &status);

  if (U_FAILURE (status))
    {
      status = U_ZERO_ERROR;
      collator = ucol_open ("", &status);
    }
  return collator;
}

PlyCollator *
ply_collator_new (const char *language)
{
  PlyCollator *self = g_new0 (PlyCollator, 1);
  UErrorCode status = U_ZERO_ERROR;

  self->full = open_collator (language);
  ucol_setAttribute (self->full, UCOL_NUMERIC_COLLATION, UCOL_ON, &status);
  self->primary = open_collator (language);
  ucol_setStrength (self->primary, UCOL_PRIMARY);
  return self;
}

void
ply_collator_free (PlyCollator *self)
{
  if (self == NULL)
    return;
  ucol_close (self->full);
  ucol_close (self->primary);
  g_free (self);
}

static int
compare_with (UCollator *collator, const char *a, const char *b)
{
  UErrorCode status = U_ZERO_ERROR;

  if (a == NULL || b == NULL)
    return (a != NULL) - (b != NULL);
  return ucol_strcollUTF8 (collator, a, -1, b, -1, &status);
}

int
ply_collator_compare (PlyCollator *self, const char *a, const char *b)
{
  g_return_val_if_fail (self != NULL, 0);
  return compare_with (self->full, a, b);
}

/* The first letter or digit of @text; 0 when it has none. */
static gunichar
first_letter (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (g_unichar_isalpha (character))
        return character;
      if (g_unichar_isdigit (character))
        return 0;
    }
  return 0;
}

char *
ply_collator_index_letter (PlyCollator *self, const char *text)
{
  g_autofree char *upper = NULL;
  g_autofree char *decomposed = NULL;
  char base[7] = "";
  char utf8[7] = "";
  gunichar first;

  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  first = first_letter (text);
  if (first == 0)
    return g_strdup ("#");
  utf8[g_unichar_to_utf8 (first, utf8)] = '\0';
  upper = g_utf8_strup (utf8, -1);
  g_utf8_strncpy (utf8, upper, 1);

  /* "Ä" goes under A in German, "Й" stands alone in Russian: the collation's first level decides.
   */
  decomposed = g_utf8_normalize (utf8, -1, G_NORMALIZE_NFD);
  g_utf8_strncpy (base, decomposed, 1);
  return g_strdup (compare_with (self->primary, utf8, base) == 0 ? base : utf8);
}

char *
ply_search_fold (const char *text)
{
  g_autofree char *folded = NULL;
  g_autofree char *decomposed = NULL;
  GString *result;

  if (text == NULL || *text == '\0')
    return g_strdup ("");
  if (g_str_is_ascii (text))
    return g_ascii_strdown (text, -1);

  folded = g_utf8_casefold (text, -1);
  decomposed = g_utf8_normalize (folded, -1, G_NORMALIZE_NFKD);
  if (decomposed == NULL)
    return g_strdup (folded);

  result = g_string_sized_new (strlen (decomposed));
  for (const char *at = decomposed; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (!g_unichar_ismark (character))
        g_string_append_unichar (result, character);
    }
  return g_string_free_and_steal (result);
}
