/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-import-job.h"

#include "ply-formats.h"

#define HEAD_BYTES 4096
#define SQLITE_MAGIC "SQLite format 3"

typedef struct
{
  char *path;
  PlySnapshot *existing;
} ImportJob;

static void
import_job_free (gpointer data)
{
  ImportJob *job = data;

  g_free (job->path);
  ply_snapshot_unref (job->existing);
  g_free (job);
}

static PlyPlan *
read_plan (const ImportJob *job, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (job->path);
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, cancellable, NULL, error);
  g_autofree char *name = g_filename_display_basename (job->path);
  const PlyFormat *format;

  if (bytes == NULL)
    return NULL;
  format = ply_formats_recognize (bytes, name, error);
  return format != NULL ? format->import (bytes, name, job->existing, cancellable, error) : NULL;
}

static void
import_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  PlyPlan *plan = read_plan (data, cancellable, &error);

  if (plan != NULL)
    g_task_return_pointer (task, plan, (GDestroyNotify) ply_plan_free);
  else
    g_task_return_error (task, error);
}

void
ply_import_job_start (const char *path, PlySnapshot *existing, GCancellable *cancellable,
                      GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  ImportJob *job = g_new0 (ImportJob, 1);

  job->path = g_strdup (path);
  job->existing = existing != NULL ? ply_snapshot_ref (existing) : NULL;
  g_task_set_source_tag (task, ply_import_job_start);
  g_task_set_task_data (task, job, import_job_free);
  g_task_run_in_thread (task, import_thread);
}

PlyPlan *
ply_import_job_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, ply_import_job_start), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

gboolean
ply_import_job_is_foreign (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
  g_autofree char *head = g_malloc (HEAD_BYTES);
  g_autoptr (GBytes) bytes = NULL;
  gsize n_read = 0;

  if (stream == NULL || g_str_has_suffix (path, ".plenary"))
    return FALSE;
  g_input_stream_read_all (G_INPUT_STREAM (stream), head, HEAD_BYTES, &n_read, NULL, NULL);
  bytes = g_bytes_new (head, n_read);
  if (n_read >= sizeof SQLITE_MAGIC && memcmp (head, SQLITE_MAGIC, sizeof SQLITE_MAGIC) == 0)
    return FALSE;
  for (const PlyFormat *const *format = ply_formats_get (); *format != NULL; format++)
    if ((*format)->import != NULL && (*format)->sniff (bytes))
      return TRUE;
  return FALSE;
}
