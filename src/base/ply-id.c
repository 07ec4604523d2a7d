/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-id.h"

#include <string.h>

static char *
format_uuid (guint8 bytes[16], guint version)
{
  GString *text = g_string_sized_new (36);

  bytes[6] = (bytes[6] & 0x0f) | (version << 4);
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  for (guint i = 0; i < 16; i++)
    g_string_append_printf (text, "%s%02x", i == 4 || i == 6 || i == 8 || i == 10 ? "-" : "",
                            bytes[i]);
  return g_string_free_and_steal (text);
}

char *
ply_id_new (void)
{
  return g_uuid_string_random ();
}

char *
ply_id_derive (const char *scope, const char *name)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA1);
  guint8 digest[20];
  gsize length = sizeof digest;

  g_return_val_if_fail (scope != NULL && name != NULL, NULL);

  /* The separator keeps ("a", "bc") and ("ab", "c") apart. */
  g_checksum_update (sum, (const guchar *) scope, strlen (scope) + 1);
  g_checksum_update (sum, (const guchar *) name, strlen (name));
  g_checksum_get_digest (sum, digest, &length);
  return format_uuid (digest, 5);
}

gboolean
ply_id_is_valid (const char *text)
{
  if (text == NULL || strlen (text) != 36)
    return FALSE;
  for (guint i = 0; i < 36; i++)
    {
      gboolean dash = i == 8 || i == 13 || i == 18 || i == 23;

      if (dash ? text[i] != '-' : !g_ascii_isxdigit (text[i]))
        return FALSE;
    }
  return TRUE;
}
