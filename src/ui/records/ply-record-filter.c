/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-record-filter.h"

#include "ply-collate.h"
#include "ply-item.h"

#include <string.h>

struct _PlyRecordFilter
{
  GtkFilter parent_instance;

  char *needle; /* folded */
  char **words;
};

G_DEFINE_FINAL_TYPE (PlyRecordFilter, ply_record_filter, GTK_TYPE_FILTER)

static GtkFilterChange
compare_needles (const char *old, const char *new)
{
  if (g_str_has_prefix (new, old))
    return GTK_FILTER_CHANGE_MORE_STRICT;
  if (g_str_has_prefix (old, new))
    return GTK_FILTER_CHANGE_LESS_STRICT;
  return GTK_FILTER_CHANGE_DIFFERENT;
}

static gboolean
ply_record_filter_match (GtkFilter *filter, gpointer item)
{
  PlyRecordFilter *self = PLY_RECORD_FILTER (filter);
  const char *key;

  if (!ply_record_filter_is_active (self))
    return TRUE;
  key = ply_item_get_search_key (item);
  for (guint i = 0; self->words[i] != NULL; i++)
    if (strstr (key, self->words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static GtkFilterMatch
ply_record_filter_get_strictness (GtkFilter *filter)
{
  return ply_record_filter_is_active (PLY_RECORD_FILTER (filter)) ? GTK_FILTER_MATCH_SOME
                                                                  : GTK_FILTER_MATCH_ALL;
}

static void
ply_record_filter_finalize (GObject *object)
{
  PlyRecordFilter *self = PLY_RECORD_FILTER (object);

  g_clear_pointer (&self->needle, g_free);
  g_clear_pointer (&self->words, g_strfreev);

  G_OBJECT_CLASS (ply_record_filter_parent_class)->finalize (object);
}

static void
ply_record_filter_class_init (PlyRecordFilterClass *klass)
{
  GtkFilterClass *filter_class = GTK_FILTER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ply_record_filter_finalize;
  filter_class->match = ply_record_filter_match;
  filter_class->get_strictness = ply_record_filter_get_strictness;
}

static void
ply_record_filter_init (PlyRecordFilter *self)
{
  self->needle = g_strdup ("");
  self->words = g_new0 (char *, 1);
}

PlyRecordFilter *
ply_record_filter_new (void)
{
  return g_object_new (PLY_TYPE_RECORD_FILTER, NULL);
}

void
ply_record_filter_set_text (PlyRecordFilter *self, const char *text)
{
  g_autofree char *needle = NULL;
  GtkFilterChange change;

  g_return_if_fail (PLY_IS_RECORD_FILTER (self));

  needle = g_strstrip (ply_search_fold (text));
  if (g_str_equal (needle, self->needle))
    return;
  change = compare_needles (self->needle, needle);
  g_strfreev (self->words);
  self->words = g_strsplit_set (needle, " \t", -1);
  g_free (self->needle);
  self->needle = g_steal_pointer (&needle);
  gtk_filter_changed (GTK_FILTER (self), change);
}

gboolean
ply_record_filter_is_active (PlyRecordFilter *self)
{
  g_return_val_if_fail (PLY_IS_RECORD_FILTER (self), FALSE);
  return *self->needle != '\0';
}
