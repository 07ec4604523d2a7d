/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-waiver.h"

#include "ply-id.h"

#include <string.h>

char *
ply_waiver_id (const char *kind, const char *records, const char *text)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (kind != NULL && records != NULL, NULL);

  name = g_strconcat (records, "/", text, NULL);
  return ply_id_derive (kind, name);
}

gboolean
ply_waiver_names (const PlyWaiver *waiver, const char *id)
{
  gsize length;
  const char *at;

  g_return_val_if_fail (waiver != NULL && id != NULL && *id != '\0', FALSE);

  length = strlen (id);
  for (at = waiver->records; at != NULL && (at = strstr (at, id)) != NULL; at += length)
    if ((at == waiver->records || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0'))
      return TRUE;
  return FALSE;
}

char *
ply_conflict_setting_id (const char *kind)
{
  return ply_id_derive ("conflict_setting", kind);
}

char *
ply_walk_id (const char *building, const char *other)
{
  g_return_val_if_fail (building != NULL && other != NULL, NULL);

  return strcmp (building, other) <= 0 ? ply_id_derive (building, other)
                                       : ply_id_derive (other, building);
}
