/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-file-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* GFile's own replacing truncates the old file in place in some cases (several links, no temporary
 * file possible): a full disk would then destroy it. So local files are replaced here, with the
 * same means: a temporary file beside it, and a rename. */

#define BLOCK_SIZE (256 * 1024)

/* Helpers */

static gboolean
fail_full (const char *name, const char *folder, GError **error)
{
  g_set_error (error, PLY_STORE_ERROR, PLY_STORE_ERROR_NO_SPACE,
               /* Translators: %1$s is a file, %2$s a folder */
               _ ("“%1$s” was not saved: the disk with “%2$s” is full. The file is as it was and "
                  "your changes are kept; free some space and save again."),
               name, folder);
  return FALSE;
}

static gboolean
fail_read_only (const char *name, const char *folder, const char *why, GError **error)
{
  g_set_error (error, PLY_STORE_ERROR, PLY_STORE_ERROR_READ_ONLY,
               /* Translators: %1$s is a file, %2$s a folder, %3$s says why */
               _ ("“%1$s” was not saved: it or its folder “%2$s” cannot be written (%3$s). Your "
                  "changes are kept; save to another place."),
               name, folder, why);
  return FALSE;
}

static gboolean
fail_gone (GFile *file, GError **error)
{
  g_autofree char *name = ply_file_name (file);

  g_set_error (error, PLY_STORE_ERROR, PLY_STORE_ERROR_NOT_FOUND,
               /* Translators: %s is a file */
               _ ("“%s” was not saved: it or its folder was moved or deleted meanwhile. Your "
                  "changes are kept; save under this name again or to another place."),
               name);
  return FALSE;
}

static gboolean
fail_exists (GFile *file, GError **error)
{
  g_autofree char *name = ply_file_name (file);

  g_set_error (error, PLY_STORE_ERROR, PLY_STORE_ERROR_EXISTS,
               /* Translators: %s is a file */
               _ ("“%s” exists already and was left as it is. Choose another name."), name);
  return FALSE;
}

static gboolean
fail_changed (GFile *file, GError **error)
{
  g_autofree char *name = ply_file_name (file);

  g_set_error (
      error, PLY_STORE_ERROR, PLY_STORE_ERROR_CHANGED_ON_DISK,
      /* Translators: %s is a file */
      _ ("“%s” was not saved: it was changed by someone else meanwhile and left as it is. Your "
         "changes are kept; save to another place."),
      name);
  return FALSE;
}

static gboolean
fail_write (GFile *file, int code, GError **error)
{
  g_autofree char *name = ply_file_name (file);
  g_autofree char *folder = ply_file_folder (file);

  switch (code)
    {
    case ENOSPC:
    case EDQUOT:
      return fail_full (name, folder, error);
    case EROFS:
    case EACCES:
    case EPERM:
      return fail_read_only (name, folder, g_strerror (code), error);
    case ENOENT:
    case ENOTDIR:
      return fail_gone (file, error);
    case EEXIST:
      return fail_exists (file, error);
    default:
      g_set_error (error, PLY_STORE_ERROR, PLY_STORE_ERROR_IO,
                   /* Translators: %1$s is a file, %2$s says why */
                   _ ("“%1$s” was not saved: %2$s. The file is as it was and your changes are "
                      "kept; try again or save to another place."),
                   name, g_strerror (code));
      return FALSE;
    }
}

/* 0, or an errno. */
static int
copy_bytes (int from, int to)
{
  g_autofree guint8 *block = g_malloc (BLOCK_SIZE);

  for (;;)
    {
      gssize n = read (from, block, BLOCK_SIZE);

      if (n < 0)
        return errno;
      if (n == 0)
        return 0;
      for (gssize done = 0, part; done < n; done += part)
        {
          part = write (to, block + done, n - done);
          if (part < 0)
            return errno;
        }
    }
}

/* The new file is as accessible as the old one, as far as that is allowed. */
static void
take_over_access (int fd, const char *old)
{
  struct stat info;

  if (stat (old, &info) != 0)
    return;
  if (fchown (fd, -1, info.st_gid) != 0)
    g_debug ("cannot keep the group of %s: %s", old, g_strerror (errno));
  if (fchmod (fd, info.st_mode & 07777) != 0)
    g_debug ("cannot keep the mode of %s: %s", old, g_strerror (errno));
}

static int
write_temporary (const char *source, const char *temporary, const char *target)
{
  g_autofd int from = open (source, O_RDONLY | O_CLOEXEC);
  g_autofd int to = open (temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  int code;

  if (from < 0 || to < 0)
    return errno;
  take_over_access (to, target);
  code = copy_bytes (from, to);
  if (code == 0 && fsync (to) != 0)
    code = errno;
  return code;
}

static int
rename_new (const char *from, const char *to)
{
  if (renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
    return 0;
  if (errno != EINVAL && errno != ENOSYS)
    return errno;
  /* A file system without the one step: the gap is that of any "does it exist". */
  if (access (to, F_OK) == 0)
    return EEXIST;
  return rename (from, to) == 0 ? 0 : errno;
}

static gboolean
check_expected (GFile *file, const char *expected, GError **error)
{
  g_autofree char *now = NULL;

  if (expected == NULL || *expected == '\0')
    return TRUE;
  now = ply_file_get_stamp (file, NULL);
  if (now == NULL)
    return fail_gone (file, error);
  return strcmp (now, expected) == 0 || fail_changed (file, error);
}

static gboolean
check_writable (GFile *file, GError **error)
{
  const char *path = g_file_peek_path (file);

  if (access (path, F_OK) == 0 && access (path, W_OK) != 0)
    return fail_write (file, errno, error);
  return TRUE;
}

static char *
temporary_beside (GFile *file)
{
  g_autofree char *folder = g_path_get_dirname (g_file_peek_path (file));
  g_autofree char *random = g_uuid_string_random ();

  return g_strdup_printf ("%s/.plenary-%s.tmp", folder, random);
}

static gboolean
put_in_place (GFile *file, const char *temporary, const char *expected, GError **error)
{
  const char *path = g_file_peek_path (file);
  int code;

  /* As late as can be: the time between this look and the rename is all that is not covered. */
  if (!check_expected (file, expected, error))
    return FALSE;
  if (expected == NULL)
    code = rename_new (temporary, path);
  else
    code = rename (temporary, path) == 0 ? 0 : errno;
  return code == 0 || fail_write (file, code, error);
}

static gboolean
publish_local (GFile *file, const char *source, const char *expected, char **stamp, GError **error)
{
  const char *path = g_file_peek_path (file);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *temporary = temporary_beside (file);
  int code;

  if (expected == NULL && g_file_test (path, G_FILE_TEST_EXISTS))
    return fail_exists (file, error);
  if (!check_expected (file, expected, error) || !check_writable (file, error))
    return FALSE;
  code = write_temporary (source, temporary, path);
  if (code != 0)
    fail_write (file, code, error);
  if (code != 0 || !put_in_place (file, temporary, expected, error))
    {
      g_unlink (temporary);
      return FALSE;
    }
  /* The file is there; without this it is only less sure to be there after a power cut. */
  ply_file_sync (folder, NULL);
  *stamp = ply_file_get_stamp (file, error);
  return *stamp != NULL;
}

static gboolean
fail_remote (GFile *file, const GError *cause, GError **error)
{
  g_autofree char *name = ply_file_name (file);
  g_autofree char *folder = ply_file_folder (file);

  if (cause->domain == G_IO_ERROR)
    switch (cause->code)
      {
      case G_IO_ERROR_WRONG_ETAG:
        return fail_changed (file, error);
      case G_IO_ERROR_NO_SPACE:
        return fail_full (name, folder, error);
      case G_IO_ERROR_PERMISSION_DENIED:
      case G_IO_ERROR_READ_ONLY:
        return fail_read_only (name, folder, cause->message, error);
      case G_IO_ERROR_NOT_FOUND:
        return fail_gone (file, error);
      case G_IO_ERROR_EXISTS:
        return fail_exists (file, error);
      default:
        break;
      }
  g_set_error (error, PLY_STORE_ERROR, PLY_STORE_ERROR_IO,
               /* Translators: %1$s is a file, %2$s says why */
               _ ("“%1$s” was not saved: %2$s. The file is as it was and your changes are kept; "
                  "try again or save to another place."),
               name, cause->message);
  return FALSE;
}

static GFileOutputStream *
open_remote (GFile *file, const char *expected, GError **error)
{
  const char *etag = NULL;

  if (expected == NULL)
    return g_file_create (file, G_FILE_CREATE_NONE, NULL, error);
  if (g_str_has_prefix (expected, PLY_FILE_ETAG))
    etag = expected + strlen (PLY_FILE_ETAG);
  return g_file_replace (file, etag, FALSE, G_FILE_CREATE_NONE, NULL, error);
}

/* Public functions */

gboolean
ply_file_publish_remote (GFile *file, const char *path, const char *expected, char **stamp,
                         GError **error)
{
  g_autoptr (GFile) source = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) from = NULL;
  g_autoptr (GFileOutputStream) to = NULL;
  g_autoptr (GError) cause = NULL;

  if (!check_expected (file, expected, error))
    return FALSE;
  from = g_file_read (source, NULL, &cause);
  to = from != NULL ? open_remote (file, expected, &cause) : NULL;
  if (to == NULL
      || g_output_stream_splice (G_OUTPUT_STREAM (to), G_INPUT_STREAM (from),
                                 G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, &cause)
             < 0)
    return fail_remote (file, cause, error);
  *stamp = ply_file_get_stamp (file, error);
  return *stamp != NULL;
}

gboolean
ply_file_publish (GFile *file, const char *path, const char *expected, char **stamp, GError **error)
{
  g_return_val_if_fail (G_IS_FILE (file) && path != NULL && stamp != NULL, FALSE);

  return ply_file_is_local (file) ? publish_local (file, path, expected, stamp, error)
                                  : ply_file_publish_remote (file, path, expected, stamp, error);
}
