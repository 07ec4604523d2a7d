/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-language-list.h"

#include "ply-language.h"
#include "ply-time.h"

#include <locale.h>
#include <unicode/ucal.h>

/* The application's own languages first, then those of large speech communities, by code. */
static const char *const codes[] = {
  "en", "de", "kk", "ru", "ar", "az", "be", "bg", "bn", "bs", "ca", "cs", "da", "el", "es", "et",
  "eu", "fa", "fi", "fr", "ga", "gl", "he", "hi", "hr", "hu", "hy", "id", "is", "it", "ja", "ka",
  "ko", "ky", "lt", "lv", "mk", "mn", "ms", "nb", "nl", "nn", "pl", "pt", "ro", "sk", "sl", "sq",
  "sr", "sv", "sw", "ta", "tg", "th", "tk", "tr", "tt", "ug", "uk", "ur", "uz", "vi", "zh",
};

char *
ply_interface_language (void)
{
  /* "kk_KZ.UTF-8" comes with "kk" behind it; only that is a code, and asking about the rest is
   * slow. */
  for (const char *const *name = g_get_language_names (); *name != NULL; name++)
    {
      char *code = strlen (*name) <= 3 ? ply_language_canonical (*name) : NULL;

      if (code != NULL && !g_str_equal (*name, "C"))
        return code;
      g_free (code);
    }
  return g_strdup ("en");
}

GtkStringList *
ply_language_list_new (void)
{
  GtkStringList *list = gtk_string_list_new (NULL);
  g_autofree char *display = ply_interface_language ();

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autofree char *name = ply_language_name (codes[i], display);
      gunichar first = name != NULL ? g_unichar_toupper (g_utf8_get_char (name)) : 0;
      char initial[7] = "";

      g_unichar_to_utf8 (first, initial);
      gtk_string_list_take (list, name == NULL
                                      ? g_strdup (codes[i])
                                      : g_strconcat (initial, g_utf8_next_char (name), NULL));
    }
  return list;
}

const char *
ply_language_list_get_code (guint position)
{
  return position < G_N_ELEMENTS (codes) ? codes[position] : NULL;
}

guint
ply_language_list_find (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_strcmp0 (codes[i], code) == 0)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

guint
ply_language_list_get_default (void)
{
  g_autofree char *code = ply_interface_language ();
  guint position = ply_language_list_find (code);

  return position == GTK_INVALID_LIST_POSITION ? 0 : position;
}

GtkStringList *
ply_zone_list_new (void)
{
  GtkStringList *list = gtk_string_list_new (NULL);
  UErrorCode status = U_ZERO_ERROR;
  UEnumeration *zones =
      ucal_openTimeZoneIDEnumeration (UCAL_ZONE_TYPE_CANONICAL, NULL, NULL, &status);
  const char *zone;

  gtk_string_list_append (list, "UTC");
  while (U_SUCCESS (status) && (zone = uenum_next (zones, NULL, &status)) != NULL)
    if (strchr (zone, '/') != NULL && !g_str_has_prefix (zone, "Etc/") && ply_zone_is_valid (zone))
      gtk_string_list_append (list, zone);
  uenum_close (zones);
  return list;
}

char *
ply_zone_local (void)
{
  g_autoptr (GTimeZone) local = g_time_zone_new_local ();
  const char *name = g_time_zone_get_identifier (local);

  return g_strdup (ply_zone_is_valid (name) ? name : "UTC");
}
