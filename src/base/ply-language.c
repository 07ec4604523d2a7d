/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-language.h"

#include <string.h>
#include <unicode/uloc.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>

#define TAG_MAX ULOC_FULLNAME_CAPACITY
/* So many letters tell the script of a text. */
#define LETTERS_ENOUGH 200

typedef int32_t (*DisplayFunc) (const char *locale, const char *display, UChar *dest, int32_t size,
                                UErrorCode *status);

static char *
display (DisplayFunc func, const char *locale, const char *display_language)
{
  UChar wide[256];
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = func (locale, display_language, wide, G_N_ELEMENTS (wide), &status);

  if (U_FAILURE (status) || length <= 0)
    return NULL;
  return g_utf16_to_utf8 ((const gunichar2 *) wide, length, NULL, NULL, NULL);
}

/* An English language name to its code, by asking ICU for the name of every code it knows. */
static const char *
code_by_name (const char *name)
{
  const char *const *codes = uloc_getISOLanguages ();

  for (guint i = 0; codes[i] != NULL; i++)
    {
      g_autofree char *english = display (uloc_getDisplayLanguage, codes[i], "en");

      if (english != NULL && g_ascii_strcasecmp (english, name) == 0)
        return codes[i];
    }
  return NULL;
}

static gboolean
is_known_code (const char *language)
{
  const char *const *codes = uloc_getISOLanguages ();

  for (guint i = 0; codes[i] != NULL; i++)
    if (strcmp (codes[i], language) == 0)
      return TRUE;
  return FALSE;
}

static char *
canonical_from_tag (const char *tag)
{
  char locale[TAG_MAX], result[TAG_MAX], language[ULOC_LANG_CAPACITY];
  g_autofree char *dashed = g_strdelimit (g_strdup (tag), "_", '-');
  UErrorCode status = U_ZERO_ERROR;
  int32_t parsed = 0;

  uloc_forLanguageTag (dashed, locale, sizeof locale, &parsed, &status);
  if (U_FAILURE (status) || parsed != (int32_t) strlen (dashed))
    return NULL;
  uloc_getLanguage (locale, language, sizeof language, &status);
  if (U_FAILURE (status) || *language == '\0' || !is_known_code (language))
    return NULL;
  uloc_toLanguageTag (locale, result, sizeof result, TRUE, &status);
  return U_FAILURE (status) ? NULL : g_strdup (result);
}

char *
ply_language_canonical (const char *tag)
{
  g_autofree char *trimmed = NULL;
  char *canonical;
  const char *code;

  if (tag == NULL)
    return NULL;
  trimmed = g_strstrip (g_strdup (tag));
  if (*trimmed == '\0' || strlen (trimmed) >= 64)
    return NULL;
  canonical = canonical_from_tag (trimmed);
  if (canonical != NULL)
    return canonical;
  code = code_by_name (trimmed);
  return code != NULL ? canonical_from_tag (code) : NULL;
}

gboolean
ply_language_is_valid (const char *tag)
{
  /* The sessions of an event are mostly in one language: ICU is not asked a thousand times for it.
   */
  static GMutex lock;
  static char last[TAG_MAX];
  g_autofree char *canonical = NULL;
  gboolean known;

  g_mutex_lock (&lock);
  known = tag != NULL && *tag != '\0' && strcmp (tag, last) == 0;
  g_mutex_unlock (&lock);
  if (known)
    return TRUE;
  canonical = ply_language_canonical (tag);
  if (canonical == NULL || strcmp (canonical, tag) != 0)
    return FALSE;
  g_mutex_lock (&lock);
  g_strlcpy (last, tag, sizeof last);
  g_mutex_unlock (&lock);
  return TRUE;
}

char *
ply_language_name (const char *tag, const char *display_language)
{
  g_autofree char *locale = g_strdelimit (g_strdup (tag), "-", '_');
  char *name;

  g_return_val_if_fail (tag != NULL, NULL);

  name = display (uloc_getDisplayName, locale, display_language);
  return name != NULL ? name : g_strdup (tag);
}

char *
ply_country_name (const char *code, const char *display_language)
{
  g_autofree char *locale = NULL;
  g_autofree char *name = NULL;

  if (code == NULL || strlen (code) != 2)
    return NULL;
  locale = g_strconcat ("und_", code, NULL);
  name = display (uloc_getDisplayCountry, locale, display_language);
  return name != NULL && g_ascii_strcasecmp (name, code) != 0 ? g_steal_pointer (&name) : NULL;
}

char **
ply_language_split (const char *list)
{
  g_autoptr (GStrvBuilder) tags = g_strv_builder_new ();
  g_auto (GStrv) parts = g_strsplit_set (list != NULL ? list : "", " ,;", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *canonical = ply_language_canonical (parts[i]);

      if (canonical != NULL)
        g_strv_builder_take (tags, canonical);
    }
  return g_strv_builder_end (tags);
}

static gboolean
is_one_of (UScriptCode script, const UScriptCode *scripts, int32_t n)
{
  for (int32_t i = 0; i < n; i++)
    if (scripts[i] == script)
      return TRUE;
  return FALSE;
}

gboolean
ply_language_fits (const char *tag, const char *text)
{
  g_autofree char *locale = NULL;
  UScriptCode scripts[8];
  UErrorCode status = U_ZERO_ERROR;
  int32_t n;
  guint letters = 0, fitting = 0;

  g_return_val_if_fail (tag != NULL && text != NULL, FALSE);

  locale = g_strdelimit (g_strdup (tag), "-", '_');
  n = uscript_getCode (locale, scripts, G_N_ELEMENTS (scripts), &status);
  if (U_FAILURE (status) || n == 0)
    return TRUE;
  for (const char *at = text; *at != '\0' && letters < LETTERS_ENOUGH; at = g_utf8_next_char (at))
    if (g_unichar_isalpha (g_utf8_get_char (at)))
      {
        letters++;
        fitting += is_one_of (uscript_getScript (g_utf8_get_char (at), &status), scripts, n);
      }
  return fitting * 2 >= letters;
}
