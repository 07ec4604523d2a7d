/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-file-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BLOCK_SIZE (256 * 1024)
/* How often a file that is being written by someone else is read anew. */
#define N_TRIES 5
/* A programme with pictures is far below it. */
#define SIZE_MAX_EVENT (G_GUINT64_CONSTANT (2) * 1024 * 1024 * 1024)

/* Helpers */

static char *
local_stamp (const char *path, int *code)
{
  struct stat info;

  if (stat (path, &info) != 0)
    {
      *code = errno;
      return NULL;
    }
  *code = 0;
  return g_strdup_printf ("%" G_GUINT64_FORMAT ":%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT ".%09ld",
                          (guint64) info.st_ino, (gint64) info.st_size,
                          (gint64) info.st_mtim.tv_sec, info.st_mtim.tv_nsec);
}

static gboolean
fail_type (GFile *file, GError **error)
{
  g_autofree char *name = ply_file_name (file);

  g_set_error (
      error, PLY_STORE_ERROR, PLY_STORE_ERROR_NOT_AN_EVENT,
      /* Translators: %s is a file */
      _ ("“%s” is not a file, so it cannot be an event. Choose a file that Plenary saved."), name);
  return FALSE;
}

static gboolean
fail_read (GFile *file, const GError *cause, GError **error)
{
  g_autofree char *name = ply_file_name (file);

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND)
      || g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY))
    g_set_error (error, PLY_STORE_ERROR, PLY_STORE_ERROR_NOT_FOUND,
                 /* Translators: %s is a file */
                 _ ("“%s” does not exist. Check its name, or whether it was moved."), name);
  else
    g_set_error (error, PLY_STORE_ERROR, PLY_STORE_ERROR_IO,
                 /* Translators: %1$s is a file, %2$s says why */
                 _ ("“%1$s” cannot be read: %2$s. Check that you may read it and that its disk is "
                    "there."),
                 name, cause->message);
  return FALSE;
}

static gboolean
fail_copy (GFile *file, const char *path, int code, GError **error)
{
  g_autofree char *name = ply_file_name (file);
  g_autofree char *folder = g_path_get_dirname (path);
  gboolean full = code == ENOSPC || code == EDQUOT;

  g_set_error (error, PLY_STORE_ERROR, full ? PLY_STORE_ERROR_NO_SPACE : PLY_STORE_ERROR_IO,
               /* Translators: %1$s is a file, %2$s a folder, %3$s says why */
               _ ("“%1$s” cannot be copied to “%2$s”, where it would be worked on: %3$s. Make room "
                  "there, or check that you may write there."),
               name, folder, g_strerror (code));
  return FALSE;
}

static gboolean
write_all (int fd, const guint8 *data, gsize size)
{
  while (size > 0)
    {
      gssize n = write (fd, data, size);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return FALSE;
      data += n;
      size -= n;
    }
  return TRUE;
}

static gboolean
copy_stream (GFile *file, GInputStream *stream, const char *path, GError **error)
{
  g_autofree guint8 *block = g_malloc (BLOCK_SIZE);
  g_autofd int fd = open (path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  g_autoptr (GError) cause = NULL;

  if (fd < 0)
    return fail_copy (file, path, errno, error);
  for (;;)
    {
      gssize n = g_input_stream_read (stream, block, BLOCK_SIZE, NULL, &cause);

      if (n < 0)
        return fail_read (file, cause, error);
      if (n == 0)
        return TRUE;
      if (!write_all (fd, block, n))
        return fail_copy (file, path, errno, error);
    }
}

static gboolean
copy_once (GFile *file, const char *path, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, &cause);

  if (stream == NULL)
    return fail_read (file, cause, error);
  return copy_stream (file, G_INPUT_STREAM (stream), path, error);
}

static gboolean
streams_equal (GInputStream *one, GInputStream *two)
{
  g_autofree guint8 *a = g_malloc (BLOCK_SIZE);
  g_autofree guint8 *b = g_malloc (BLOCK_SIZE);

  for (;;)
    {
      gsize n_a, n_b;

      if (!g_input_stream_read_all (one, a, BLOCK_SIZE, &n_a, NULL, NULL)
          || !g_input_stream_read_all (two, b, BLOCK_SIZE, &n_b, NULL, NULL))
        return FALSE;
      if (n_a != n_b || memcmp (a, b, n_a) != 0)
        return FALSE;
      if (n_a == 0)
        return TRUE;
    }
}

/* Public functions */

gboolean
ply_file_is_local (GFile *file)
{
  return g_file_is_native (file) && g_file_peek_path (file) != NULL;
}

GFile *
ply_file_resolve (GFile *file)
{
  g_autofree char *folder = NULL;
  g_autofree char *base = NULL;
  char real[PATH_MAX];

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  if (!ply_file_is_local (file))
    return g_object_ref (file);
  if (realpath (g_file_peek_path (file), real) != NULL)
    return g_file_new_for_path (real);
  /* It may not be there yet: then its folder is what has one name. */
  folder = g_path_get_dirname (g_file_peek_path (file));
  base = g_path_get_basename (g_file_peek_path (file));
  return realpath (folder, real) != NULL ? g_file_new_build_filename (real, base, NULL)
                                         : g_object_ref (file);
}

char *
ply_file_name (GFile *file)
{
  return g_file_get_parse_name (file);
}

char *
ply_file_folder (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);

  return ply_file_name (folder != NULL ? folder : file);
}

gboolean
ply_file_has_neighbours (GFile *file)
{
  /* https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Documents.html */
  g_autoptr (GFile) portal = g_file_new_build_filename (g_get_user_runtime_dir (), "doc", NULL);

  return !g_file_has_prefix (file, portal);
}

char *
ply_file_get_stamp (GFile *file, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GFileInfo) info = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  if (ply_file_is_local (file))
    {
      int code;
      char *stamp = local_stamp (g_file_peek_path (file), &code);

      if (stamp != NULL)
        return stamp;
      g_set_error_literal (&cause, G_IO_ERROR, g_io_error_from_errno (code), g_strerror (code));
    }
  else
    info = g_file_query_info (file, G_FILE_ATTRIBUTE_ETAG_VALUE, 0, NULL, &cause);
  if (info != NULL)
    return g_strconcat (PLY_FILE_ETAG, g_file_info_get_etag (info), NULL);
  fail_read (file, cause, error);
  return NULL;
}

gboolean
ply_file_peek (GFile *file, guint8 *head, gsize capacity, gsize *length, guint64 *size,
               GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info (
      file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE, 0, NULL, &cause);

  if (info == NULL)
    return fail_read (file, cause, error);
  *size = g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_STANDARD_SIZE);
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR || *size > SIZE_MAX_EVENT)
    return fail_type (file, error);
  stream = g_file_read (file, NULL, &cause);
  if (stream == NULL
      || !g_input_stream_read_all (G_INPUT_STREAM (stream), head, capacity, length, NULL, &cause))
    return fail_read (file, cause, error);
  return TRUE;
}

gboolean
ply_file_fetch (GFile *file, const char *path, char **stamp, GError **error)
{
  g_autofree char *before = ply_file_get_stamp (file, error);

  if (before == NULL)
    return FALSE;
  for (guint i = 0; i < N_TRIES; i++)
    {
      g_autofree char *after = NULL;

      if (!copy_once (file, path, error))
        return FALSE;
      after = ply_file_get_stamp (file, error);
      if (after == NULL)
        return FALSE;
      if (strcmp (before, after) == 0)
        break;
      g_set_str (&before, after);
    }
  if (stamp != NULL)
    *stamp = g_steal_pointer (&before);
  return TRUE;
}

gboolean
ply_file_equals (GFile *file, const char *path)
{
  g_autoptr (GFile) other = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) one = g_file_read (file, NULL, NULL);
  g_autoptr (GFileInputStream) two = g_file_read (other, NULL, NULL);

  return one != NULL && two != NULL && streams_equal (G_INPUT_STREAM (one), G_INPUT_STREAM (two));
}

gboolean
ply_file_sync (const char *path, GError **error)
{
  g_autofd int fd = open (path, O_RDONLY | O_CLOEXEC);

  /* Some file systems cannot sync a folder; then there is nothing to wait for. */
  if (fd >= 0 && (fsync (fd) == 0 || errno == EINVAL || errno == EROFS))
    return TRUE;
  g_set_error (error, PLY_STORE_ERROR,
               errno == ENOSPC || errno == EDQUOT ? PLY_STORE_ERROR_NO_SPACE : PLY_STORE_ERROR_IO,
               /* Translators: %1$s is a file, %2$s says why */
               _ ("“%1$s” cannot be written to the disk: %2$s. Check that disk and try again."),
               path, g_strerror (errno));
  return FALSE;
}
