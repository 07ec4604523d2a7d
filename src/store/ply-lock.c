/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-lock.h"

#include "ply-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* Helpers */

/* The byte of the lock file that stands for @file. That two files share one is as likely as two
 * equal random numbers of 62 bits. */
static struct flock
lock_of (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, uri, -1);
  struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_len = 1 };

  sum[16] = '\0';
  lock.l_start = (off_t) (g_ascii_strtoull (sum, NULL, 16) >> 2);
  return lock;
}

static int
open_lock_file (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "lock", NULL);

  return open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
}

static void
fail_folder (const char *folder, int code, GError **error)
{
  g_set_error (error, PLY_STORE_ERROR,
               code == ENOSPC || code == EDQUOT ? PLY_STORE_ERROR_NO_SPACE : PLY_STORE_ERROR_IO,
               /* Translators: %1$s is a folder, %2$s says why */
               _ ("Events are worked on in “%1$s”, which cannot be used: %2$s. Make it a folder "
                  "that you may write, with room in it."),
               folder, g_strerror (code));
}

static void
fail_in_use (GFile *file, GError **error)
{
  g_autofree char *name = ply_file_name (file);

  g_set_error (error, PLY_STORE_ERROR, PLY_STORE_ERROR_IN_USE,
               /* Translators: %s is a file */
               _ ("“%s” is open in another window or program. Go on there, or close it there "
                  "first."),
               name);
}

/* Public functions */

char *
ply_lock_folder (GError **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "plenary", "working", NULL);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return g_steal_pointer (&folder);
  fail_folder (folder, errno, error);
  return NULL;
}

int
ply_lock_take (GFile *file, GError **error)
{
  g_autofree char *folder = ply_lock_folder (error);
  struct flock lock = lock_of (file);
  g_autofd int fd = -1;

  if (folder == NULL)
    return -1;
  fd = open_lock_file (folder);
  if (fd >= 0 && fcntl (fd, F_OFD_SETLK, &lock) == 0)
    return g_steal_fd (&fd);
  if (fd >= 0 && (errno == EAGAIN || errno == EACCES))
    fail_in_use (file, error);
  else
    fail_folder (folder, errno, error);
  return -1;
}

gboolean
ply_lock_is_taken (GFile *file)
{
  g_autofree char *folder = ply_lock_folder (NULL);
  g_autofd int fd = folder != NULL ? open_lock_file (folder) : -1;
  struct flock lock = lock_of (file);

  return fd >= 0 && fcntl (fd, F_OFD_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
}
