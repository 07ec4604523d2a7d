/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-waiver.h"

#include "ply-id.h"

#include <string.h>

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char *
ply_waiver_join_records (const char *const *ids, guint n_ids)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  g_autoptr (GString) records = g_string_new (NULL);

  for (guint i = 0; i < n_ids; i++)
    if (ids[i] != NULL)
      g_ptr_array_add (sorted, (gpointer) ids[i]);
  g_ptr_array_sort (sorted, compare_ids);
  for (guint i = 0; i < sorted->len; i++)
    if (i == 0 || strcmp (sorted->pdata[i - 1], sorted->pdata[i]) != 0)
      g_string_append_printf (records, "%s%s", i > 0 ? " " : "", (char *) sorted->pdata[i]);
  return g_string_free_and_steal (g_steal_pointer (&records));
}

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
