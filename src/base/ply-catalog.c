/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-catalog.h"

#include <gio/gio.h>
#include <string.h>

#include "ply-catalogs-resource.h"
#include "ply-plural.h"

#define RESOURCE_FOLDER "/io/github/plenary_app/Plenary/catalogs/"
#define MAGIC 0x950412deU
#define HEADER_SIZE 20
#define CONTEXT_END "\004"

struct _PlyCatalog
{
  GBytes *data;
  GHashTable *words; /* "context\004id" -> text, both inside data */
  PlyPlural *plural;
};

typedef struct
{
  const guint8 *bytes;
  gsize size;
  gboolean swapped; /* the file has the other byte order */
} File;

static guint32
read_number (const File *file, gsize at)
{
  guint32 value;

  memcpy (&value, file->bytes + at, sizeof value);
  return file->swapped ? GUINT32_SWAP_LE_BE (value) : value;
}

/* The text whose length and offset stand at @at; NULL unless it lies in the file, ends with a zero
 * byte and is UTF-8. */
static const char *
read_text (const File *file, gsize at, gsize *length)
{
  gsize offset = read_number (file, at + 4);
  const char *text = (const char *) file->bytes + offset;
  gsize first;

  *length = read_number (file, at);
  if (offset >= file->size || *length >= file->size - offset || text[*length] != '\0')
    return NULL;
  for (first = 0; first < *length + 1; first += strlen (text + first) + 1)
    if (!g_utf8_validate (text + first, -1, NULL))
      return NULL;
  return text;
}

/* Whether a table of @n pairs fits in at @at. */
static gboolean
table_fits (const File *file, gsize at, gsize n)
{
  return at <= file->size && n <= (file->size - at) / 8;
}

static gboolean
open_file (File *file, GBytes *data)
{
  file->swapped = FALSE;
  file->bytes = g_bytes_get_data (data, &file->size);
  if (file->size < HEADER_SIZE)
    return FALSE;
  if (read_number (file, 0) == MAGIC)
    return TRUE;
  file->swapped = TRUE;
  return read_number (file, 0) == MAGIC;
}

static void
read_words (PlyCatalog *self)
{
  File file;
  gsize n, ids, texts;

  if (!open_file (&file, self->data))
    return;
  n = read_number (&file, 8);
  ids = read_number (&file, 12);
  texts = read_number (&file, 16);
  if (!table_fits (&file, ids, n) || !table_fits (&file, texts, n))
    return;
  for (gsize i = 0; i < n; i++)
    {
      gsize length;
      const char *id = read_text (&file, ids + 8 * i, &length);
      const char *text = read_text (&file, texts + 8 * i, &length);

      if (id != NULL && text != NULL && length > 0)
        g_hash_table_insert (self->words, (gpointer) id, (gpointer) text);
    }
}

/* The built-in file for the language, or for it without its region. */
static GBytes *
find_data (const char *language)
{
  g_autofree char *name = g_strdup (language);

  while (*name != '\0')
    {
      g_autofree char *path = g_strconcat (RESOURCE_FOLDER, name, ".mo", NULL);
      GBytes *data = g_resource_lookup_data (ply_catalogs_get_resource (), path,
                                             G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
      char *dash = strrchr (name, '-');

      if (data != NULL)
        return data;
      /* Four letters are a script: "kk-Latn" readers cannot be given Cyrillic. */
      if (dash == NULL || strlen (dash + 1) == 4)
        return NULL;
      *dash = '\0';
    }
  return NULL;
}

static const char *
lookup (const PlyCatalog *self, const char *context, const char *id)
{
  g_autofree char *key = g_strconcat (context, CONTEXT_END, id, NULL);

  return g_hash_table_lookup (self->words, key);
}

/* The @form-th of the texts that follow each other with zero bytes between; NULL when there are
 * fewer. @text lies in the catalogue's data and so does its end. */
static const char *
pick_form (const PlyCatalog *self, const char *text, guint form)
{
  gsize size;
  const char *end = (const char *) g_bytes_get_data (self->data, &size) + size;

  for (; form > 0 && text < end; form--)
    text += strlen (text) + 1;
  return text < end && *text != '\0' ? text : NULL;
}

PlyCatalog *
ply_catalog_new (const char *language)
{
  g_autoptr (GBytes) data = NULL;

  g_return_val_if_fail (language != NULL, NULL);

  data = find_data (language);
  if (data == NULL)
    data = g_bytes_new (NULL, 0);
  return ply_catalog_new_for_data (data);
}

PlyCatalog *
ply_catalog_new_for_data (GBytes *data)
{
  PlyCatalog *self;
  const char *header;

  g_return_val_if_fail (data != NULL, NULL);

  self = g_new0 (PlyCatalog, 1);
  self->data = g_bytes_ref (data);
  self->words = g_hash_table_new (g_str_hash, g_str_equal);
  read_words (self);
  header = g_hash_table_lookup (self->words, "");
  if (header != NULL)
    self->plural = ply_plural_new (header);
  return self;
}

void
ply_catalog_free (PlyCatalog *self)
{
  if (self == NULL)
    return;
  ply_plural_free (self->plural);
  g_hash_table_unref (self->words);
  g_bytes_unref (self->data);
  g_free (self);
}

gboolean
ply_catalog_has_words (const PlyCatalog *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return g_hash_table_size (self->words) > 0;
}

const char *
ply_word (const PlyCatalog *self, const char *context, const char *id)
{
  const char *text;

  g_return_val_if_fail (self != NULL && context != NULL && id != NULL, id);

  text = lookup (self, context, id);
  return text != NULL ? text : id;
}

const char *
ply_word_n (const PlyCatalog *self, const char *context, const char *singular, const char *plural,
            gulong n)
{
  const char *text;

  g_return_val_if_fail (self != NULL && context != NULL && singular != NULL && plural != NULL,
                        plural);

  text = self->plural != NULL ? lookup (self, context, singular) : NULL;
  if (text != NULL)
    text = pick_form (self, text, ply_plural_get_form (self->plural, n));
  if (text != NULL)
    return text;
  return n == 1 ? singular : plural;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char **
ply_catalog_dup_languages (void)
{
  g_auto (GStrv) files = g_resource_enumerate_children (
      ply_catalogs_get_resource (), RESOURCE_FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  GPtrArray *languages = g_ptr_array_new ();

  g_ptr_array_add (languages, g_strdup ("en"));
  for (guint i = 0; files != NULL && files[i] != NULL; i++)
    g_ptr_array_add (languages, g_strndup (files[i], strcspn (files[i], ".")));
  g_ptr_array_sort (languages, compare_names);
  g_ptr_array_add (languages, NULL);
  return (char **) g_ptr_array_free (languages, FALSE);
}
