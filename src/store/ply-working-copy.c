/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-working-copy.h"

#include "ply-file.h"
#include "ply-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#define ORIGIN "origin"
#define UNSAVED "unsaved"
#define NEXT_PREFIX "next-"
#define NEXT_SUFFIX ".plenary"
#define GROUP "Origin"

/* Helpers */

static gboolean
fail_folder (const char *folder, int code, GError **error)
{
  g_set_error (error, PLY_STORE_ERROR,
               code == ENOSPC || code == EDQUOT ? PLY_STORE_ERROR_NO_SPACE : PLY_STORE_ERROR_IO,
               /* Translators: %1$s is a folder, %2$s says why */
               _ ("“%1$s”, where the event is worked on, cannot be written: %2$s. The event itself "
                  "was not changed; make room there and try again."),
               folder, g_strerror (code));
  return FALSE;
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

static char *
make_folder (GError **error)
{
  g_autofree char *parent = ply_lock_folder (error);
  g_autofree char *name = g_uuid_string_random ();
  g_autofree char *folder = NULL;

  if (parent == NULL)
    return NULL;
  folder = g_build_filename (parent, name, NULL);
  if (g_mkdir (folder, 0700) == 0)
    return g_steal_pointer (&folder);
  fail_folder (folder, errno, error);
  return NULL;
}

/* NULL when there is no origin, or none that can be read. */
static GKeyFile *
read_origin (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, ORIGIN, NULL);
  g_autoptr (GKeyFile) origin = g_key_file_new ();

  return g_key_file_load_from_file (origin, path, G_KEY_FILE_NONE, NULL) ? g_steal_pointer (&origin)
                                                                         : NULL;
}

static gboolean
is_there (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

typedef void (*FolderFunc) (const char *folder, GKeyFile *origin, gpointer user_data);

static void
foreach_folder (FolderFunc func, gpointer user_data)
{
  g_autofree char *parent = ply_lock_folder (NULL);
  g_autoptr (GDir) dir = parent != NULL ? g_dir_open (parent, 0, NULL) : NULL;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (parent, name, NULL);
      g_autoptr (GKeyFile) origin = read_origin (folder);

      if (origin != NULL)
        func (folder, origin, user_data);
    }
}

typedef struct
{
  const char *uri;
  char *folder;
} Search;

static gboolean
is_taken (const char *uri)
{
  g_autoptr (GFile) file = g_file_new_for_uri (uri);

  return ply_lock_is_taken (file);
}

/* What is not marked, and nobody works in, is only left from a crash. The caller has the lock of
 * the file it looks for. */
static void
find_folder_cb (const char *folder, GKeyFile *origin, gpointer user_data)
{
  Search *search = user_data;
  g_autofree char *uri = g_key_file_get_string (origin, GROUP, "uri", NULL);
  gboolean wanted = g_strcmp0 (uri, search->uri) == 0;
  gboolean useful = is_there (folder, PLY_WORKING_DB) && is_there (folder, UNSAVED);

  if (uri == NULL)
    return;
  if (!useful && (wanted || !is_taken (uri)))
    remove_folder (folder);
  else if (useful && wanted && search->folder == NULL)
    search->folder = g_strdup (folder);
}

static char *
find_folder (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  Search search = { .uri = uri };

  foreach_folder (find_folder_cb, &search);
  return search.folder;
}

static void
take_origin (PlyWorkingCopy *self)
{
  g_autoptr (GKeyFile) origin = read_origin (self->folder);

  self->stamp = g_key_file_get_string (origin, GROUP, "stamp", NULL);
  self->revision = g_key_file_get_int64 (origin, GROUP, "revision", NULL);
}

static PlyWorkingCopy *
copy_new (GFile *file, int lock, char *folder)
{
  PlyWorkingCopy *self = g_new0 (PlyWorkingCopy, 1);

  self->file = g_object_ref (file);
  self->lock = lock;
  self->folder = folder;
  return self;
}

/* The revision of a next-N.plenary; -1 for another file. */
static gint64
parse_next (const char *name)
{
  g_autofree char *digits = NULL;
  guint64 revision;

  if (!g_str_has_prefix (name, NEXT_PREFIX) || !g_str_has_suffix (name, NEXT_SUFFIX))
    return -1;
  digits = g_strndup (name + strlen (NEXT_PREFIX),
                      strlen (name) - strlen (NEXT_PREFIX) - strlen (NEXT_SUFFIX));
  return g_ascii_string_to_unsigned (digits, 10, 0, G_MAXINT64, &revision, NULL) ? (gint64) revision
                                                                                 : -1;
}

typedef struct
{
  GFile *file;
  gint64 since;
} Unsaved;

static int
compare_unsaved (gconstpointer a, gconstpointer b)
{
  gint64 one = ((const Unsaved *) a)->since;
  gint64 two = ((const Unsaved *) b)->since;

  return (one < two) - (one > two);
}

static void
list_unsaved_cb (const char *folder, GKeyFile *origin, gpointer user_data)
{
  g_autofree char *uri = g_key_file_get_string (origin, GROUP, "uri", NULL);
  g_autofree char *mark = g_build_filename (folder, UNSAVED, NULL);
  g_autoptr (GFile) file = uri != NULL ? g_file_new_for_uri (uri) : NULL;
  struct stat info;
  Unsaved unsaved;

  if (file == NULL || stat (mark, &info) != 0 || ply_lock_is_taken (file))
    return;
  unsaved.file = g_steal_pointer (&file);
  unsaved.since = info.st_mtim.tv_sec * G_GINT64_CONSTANT (1000000000) + info.st_mtim.tv_nsec;
  g_array_append_val ((GArray *) user_data, unsaved);
}

/* Public functions */

PlyWorkingCopy *
ply_working_copy_new (GFile *file, gboolean *left, GError **error)
{
  g_autofd int lock = ply_lock_take (file, error);
  g_autofree char *folder = NULL;
  PlyWorkingCopy *self;

  if (lock < 0)
    return NULL;
  folder = find_folder (file);
  *left = folder != NULL;
  if (folder == NULL)
    folder = make_folder (error);
  if (folder == NULL)
    return NULL;
  self = copy_new (file, g_steal_fd (&lock), g_steal_pointer (&folder));
  if (*left)
    take_origin (self);
  return self;
}

PlyWorkingCopy *
ply_working_copy_new_private (GFile *file, GError **error)
{
  g_autoptr (GError) cause = NULL;
  char *folder = g_dir_make_tmp ("plenary-XXXXXX", &cause);

  if (folder != NULL)
    return copy_new (file, -1, folder);
  g_set_error (error, PLY_STORE_ERROR, PLY_STORE_ERROR_IO,
               /* Translators: %s says why */
               _ ("No temporary folder can be made: %s. Make room among the temporary files."),
               cause->message);
  return NULL;
}

void
ply_working_copy_free (PlyWorkingCopy *self)
{
  if (self == NULL)
    return;
  g_clear_fd (&self->lock, NULL);
  g_object_unref (self->file);
  g_free (self->folder);
  g_free (self->stamp);
  g_free (self);
}

void
ply_working_copy_remove (PlyWorkingCopy *self)
{
  remove_folder (self->folder);
}

gboolean
ply_working_copy_renew (PlyWorkingCopy *self, GError **error)
{
  g_autofree char *folder = make_folder (error);

  if (folder == NULL)
    return FALSE;
  remove_folder (self->folder);
  g_set_str (&self->folder, folder);
  g_clear_pointer (&self->stamp, g_free);
  self->revision = 0;
  return TRUE;
}

char *
ply_working_copy_put_aside (PlyWorkingCopy *self)
{
  g_autofree char *origin = ply_working_copy_path (self, ORIGIN);
  g_autofree char *aside = ply_working_copy_path (self, ORIGIN ".damaged");

  /* Without its origin nothing finds it any more. */
  g_rename (origin, aside);
  return g_strdup (self->folder);
}

char *
ply_working_copy_path (PlyWorkingCopy *self, const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

char *
ply_working_copy_next_path (PlyWorkingCopy *self, gint64 revision)
{
  return g_strdup_printf ("%s/" NEXT_PREFIX "%" G_GINT64_FORMAT NEXT_SUFFIX, self->folder,
                          revision);
}

gboolean
ply_working_copy_write_origin (PlyWorkingCopy *self, gboolean durable, GError **error)
{
  g_autoptr (GKeyFile) origin = g_key_file_new ();
  g_autofree char *path = ply_working_copy_path (self, ORIGIN);
  g_autofree char *uri = g_file_get_uri (self->file);
  g_autofree char *text = NULL;
  g_autoptr (GError) cause = NULL;

  g_key_file_set_string (origin, GROUP, "uri", uri);
  if (self->stamp != NULL)
    g_key_file_set_string (origin, GROUP, "stamp", self->stamp);
  g_key_file_set_int64 (origin, GROUP, "revision", self->revision);
  text = g_key_file_to_data (origin, NULL, NULL);
  if (g_file_set_contents_full (path, text, -1,
                                durable
                                    ? G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE
                                    : G_FILE_SET_CONTENTS_NONE,
                                0600, &cause))
    return TRUE;
  return fail_folder (self->folder,
                      g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOSPC) ? ENOSPC : EIO,
                      error);
}

gboolean
ply_working_copy_mark_unsaved (PlyWorkingCopy *self, GError **error)
{
  g_autofree char *path = ply_working_copy_path (self, UNSAVED);
  g_autofree char *origin = ply_working_copy_path (self, ORIGIN);
  g_autofree char *parent = g_path_get_dirname (self->folder);
  g_autofd int fd = open (path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);

  if (fd < 0)
    return fail_folder (self->folder, errno, error);
  return ply_file_sync (origin, error) && ply_file_sync (self->folder, error)
         && ply_file_sync (parent, error);
}

void
ply_working_copy_unmark (PlyWorkingCopy *self)
{
  g_autofree char *path = ply_working_copy_path (self, UNSAVED);

  g_unlink (path);
}

void
ply_working_copy_settle (PlyWorkingCopy *self, gint64 revision, const char *stamp)
{
  g_autofree char *next = ply_working_copy_next_path (self, revision);
  g_autofree char *base = ply_working_copy_path (self, PLY_WORKING_BASE);
  g_autoptr (GError) error = NULL;

  g_set_str (&self->stamp, stamp);
  self->revision = revision;
  /* The event is saved. What fails here only makes the next start look closer. */
  if (g_rename (next, base) != 0)
    g_message ("%s: %s", next, g_strerror (errno));
  if (!ply_working_copy_write_origin (self, TRUE, &error))
    g_message ("%s", error->message);
}

void
ply_working_copy_settle_left (PlyWorkingCopy *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      gint64 revision = parse_next (name);
      g_autofree char *path = ply_working_copy_path (self, name);
      g_autofree char *stamp = NULL;

      if (revision < 0)
        continue;
      stamp = ply_file_get_stamp (self->file, NULL);
      if (stamp != NULL && ply_file_equals (self->file, path))
        ply_working_copy_settle (self, revision, stamp);
      else
        g_unlink (path);
    }
}

void
ply_working_copy_fail_unsaved (GFile *file, GError **error)
{
  g_autofree char *name = ply_file_name (file);

  g_set_error (error, PLY_STORE_ERROR, PLY_STORE_ERROR_IN_USE,
               /* Translators: %s is a file */
               _ ("There are changes for “%s” that were not saved when it was open last. Open it "
                  "first, or choose another name."),
               name);
}

int
ply_working_copy_lock_other (GFile *file, GError **error)
{
  g_autofd int lock = ply_lock_take (file, error);
  g_autofree char *folder = NULL;

  if (lock < 0)
    return -1;
  folder = find_folder (file);
  if (folder != NULL)
    {
      ply_working_copy_fail_unsaved (file, error);
      return -1;
    }
  return g_steal_fd (&lock);
}

void
ply_working_copy_move_to (PlyWorkingCopy *self, GFile *file, int lock)
{
  g_set_object (&self->file, file);
  g_clear_fd (&self->lock, NULL);
  self->lock = lock;
}

GPtrArray *
ply_working_copy_list_unsaved (void)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Unsaved));
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);

  foreach_folder (list_unsaved_cb, found);
  g_array_sort (found, compare_unsaved);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (files, g_array_index (found, Unsaved, i).file);
  return files;
}
