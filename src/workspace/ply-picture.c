/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-picture.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define JPEG_QUALITY "90"

/* Fed in pieces, so that a picture with absurd sizes is refused by its head alone. */
#define PIECE 65536

G_DEFINE_QUARK (ply_picture_error, ply_picture_error)

/* Where loading stands. */
typedef struct
{
  const char *name;
  gboolean too_large;
  int width, height; /* as in the file */
} Loading;

static const char *
find_type (GBytes *data)
{
  static const guchar png[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
  static const guchar jpeg[] = { 0xff, 0xd8, 0xff };
  gsize size;
  const guchar *bytes = g_bytes_get_data (data, &size);

  if (size > sizeof png && memcmp (bytes, png, sizeof png) == 0)
    return "png";
  if (size > sizeof jpeg && memcmp (bytes, jpeg, sizeof jpeg) == 0)
    return "jpeg";
  return NULL;
}

/* The loaders make do with half a picture and fill the rest with grey: look for the end. PNG is a
 * row of chunks (ISO/IEC 15948, 5.3): length, type, data, checksum. */
static gboolean
png_ends (const guchar *bytes, gsize size)
{
  gsize at = 8;

  while (at + 12 <= size)
    {
      guint32 length = ((guint32) bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8)
                       | bytes[at + 3];

      if (memcmp (bytes + at + 4, "IEND", 4) == 0)
        return TRUE;
      if (length > size - at - 12)
        return FALSE;
      at += 12 + (gsize) length;
    }
  return FALSE;
}

/* JPEG is segments with a length (ITU-T T.81, B.1.1) up to the scan, a thumbnail inside one of them
 * perhaps, then data in which 0xff 0xd9 is the end and nothing else. */
static gboolean
jpeg_ends (const guchar *bytes, gsize size)
{
  gsize at = 2;

  while (at + 4 <= size && bytes[at] == 0xff && bytes[at + 1] != 0xda)
    at += bytes[at + 1] == 0xff ? 1 : 2 + ((gsize) bytes[at + 2] << 8 | bytes[at + 3]);
  for (; at + 2 <= size; at++)
    if (bytes[at] == 0xff && bytes[at + 1] == 0xd9)
      return TRUE;
  return FALSE;
}

static gboolean
ends (GBytes *data)
{
  gsize size;
  const guchar *bytes = g_bytes_get_data (data, &size);

  return g_str_equal (find_type (data), "png") ? png_ends (bytes, size) : jpeg_ends (bytes, size);
}

static void
set_broken (GError **error, const char *name, const GError *cause)
{
  g_set_error (error, PLY_PICTURE_ERROR, PLY_PICTURE_ERROR_BROKEN,
               /* Translators: %1$s is the name of a file, %2$s what is wrong with it */
               _ ("The picture “%1$s” is damaged: %2$s"), name,
               cause != NULL ? cause->message : _ ("it ends too early"));
}

static gboolean
check_bytes (GBytes *data, const char *name, GError **error)
{
  if (g_bytes_get_size (data) > PLY_PICTURE_BYTES_MAX)
    {
      g_set_error (error, PLY_PICTURE_ERROR, PLY_PICTURE_ERROR_SIZE,
                   /* Translators: %1$s is the name of a file, %2$d a number */
                   _ ("The picture “%1$s” is larger than %2$d MB; save it smaller first"), name,
                   PLY_PICTURE_BYTES_MAX / (1024 * 1024));
      return FALSE;
    }
  if (find_type (data) == NULL)
    {
      g_set_error (error, PLY_PICTURE_ERROR, PLY_PICTURE_ERROR_FORMAT,
                   /* Translators: %s is the name of a file */
                   _ ("“%s” is not a JPEG or PNG picture; save it as one of them first"), name);
      return FALSE;
    }
  return TRUE;
}

static void
size_cb (GdkPixbufLoader *loader, int width, int height, Loading *loading)
{
  double scale = (double) PLY_PICTURE_SIDE / MAX (MAX (width, height), 1);

  loading->width = width;
  loading->height = height;
  loading->too_large = MAX (width, height) > PLY_PICTURE_PIXELS_MAX;
  if (loading->too_large)
    gdk_pixbuf_loader_set_size (loader, 1, 1);
  else if (scale < 1)
    gdk_pixbuf_loader_set_size (loader, MAX (1, width * scale), MAX (1, height * scale));
}

static gboolean
feed (GdkPixbufLoader *loader, GBytes *data, Loading *loading, GError **error)
{
  gsize size;
  const guchar *bytes = g_bytes_get_data (data, &size);

  for (gsize at = 0; at < size && !loading->too_large; at += PIECE)
    if (!gdk_pixbuf_loader_write (loader, bytes + at, MIN (PIECE, size - at), error))
      return FALSE;
  return TRUE;
}

static GdkPixbuf *
load (GBytes *data, Loading *loading, GError **error)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_type (find_type (data), error);
  g_autoptr (GError) cause = NULL;
  gboolean fed;
  GdkPixbuf *pixbuf;

  if (loader == NULL)
    return NULL;
  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_cb), loading);
  fed = feed (loader, data, loading, &cause);
  fed = gdk_pixbuf_loader_close (loader, fed && !loading->too_large ? &cause : NULL) && fed;
  if (loading->too_large)
    {
      g_set_error (error, PLY_PICTURE_ERROR, PLY_PICTURE_ERROR_SIZE,
                   /* Translators: %1$s is the name of a file, the others are numbers */
                   _ ("The picture “%1$s” has %2$d × %3$d pixels; at most %4$d a side fit"),
                   loading->name, loading->width, loading->height, PLY_PICTURE_PIXELS_MAX);
      return NULL;
    }
  pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  if (!fed || pixbuf == NULL || !ends (data))
    {
      set_broken (error, loading->name, cause);
      return NULL;
    }
  return gdk_pixbuf_apply_embedded_orientation (pixbuf);
}

/* Photos as JPEG, whatever has transparency or few colors as PNG. */
static GBytes *
encode (GdkPixbuf *pixbuf, gboolean png, GError **error)
{
  char *buffer;
  gsize size;
  gboolean done;

  if (png)
    done = gdk_pixbuf_save_to_buffer (pixbuf, &buffer, &size, "png", error, NULL);
  else
    done = gdk_pixbuf_save_to_buffer (pixbuf, &buffer, &size, "jpeg", error, "quality",
                                      JPEG_QUALITY, NULL);
  return done ? g_bytes_new_take (buffer, size) : NULL;
}

PlyAsset *
ply_picture_read (GBytes *data, const char *name, GError **error)
{
  Loading loading = { .name = name };
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  g_autoptr (PlyAsset) asset = NULL;
  gboolean png;

  g_return_val_if_fail (data != NULL && name != NULL, NULL);

  if (!check_bytes (data, name, error))
    return NULL;
  png = g_str_equal (find_type (data), "png");
  pixbuf = load (data, &loading, error);
  if (pixbuf == NULL)
    return NULL;

  asset = ply_record_new (PLY_KIND_ASSET, NULL);
  asset->name = g_strdup (name);
  asset->media_type = g_strdup (png ? "image/png" : "image/jpeg");
  asset->width = gdk_pixbuf_get_width (pixbuf);
  asset->height = gdk_pixbuf_get_height (pixbuf);
  asset->data = encode (pixbuf, png, error);
  return asset->data != NULL ? g_steal_pointer (&asset) : NULL;
}

/* Reads no more than a piece too many, whatever the file says about its size. */
static GBytes *
read_file (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr (GByteArray) data = g_byte_array_new ();
  g_autofree guchar *piece = g_malloc (PIECE);
  gssize got = 1;

  while (stream != NULL && got > 0 && data->len <= PLY_PICTURE_BYTES_MAX)
    {
      got = g_input_stream_read (G_INPUT_STREAM (stream), piece, PIECE, cancellable, error);
      if (got > 0)
        g_byte_array_append (data, piece, got);
    }
  if (stream == NULL || got < 0)
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&data));
}

static void
load_thread (GTask *task, gpointer source, gpointer file, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) data = read_file (file, cancellable, &error);
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  PlyAsset *asset = data != NULL ? ply_picture_read (data, name, &error) : NULL;

  if (asset != NULL)
    g_task_return_pointer (task, asset, ply_record_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
ply_picture_load_async (GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, ply_picture_load_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, load_thread);
}

PlyAsset *
ply_picture_load_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
