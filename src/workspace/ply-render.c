/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-render.h"

/* How much of an export's time each step takes, about. */
#define SHARE_BUILT 0.05
#define SHARE_LAID_OUT 0.5

typedef struct
{
  gatomicrefcount ref_count;

  /* Immutable */
  PlySnapshot *snapshot;
  PlyProductOptions *options;
  char *path;
  PlyProgressFunc progress;
  gpointer progress_data;
  GMainContext *context;

  /* Shared by both threads */
  int permille; /* atomic */
  int waiting;  /* atomic: the main thread has yet to hear of the last one */

  /* Of the main thread */
  gboolean finished;
} PdfJob;

static PdfJob *
pdf_job_ref (PdfJob *job)
{
  g_atomic_ref_count_inc (&job->ref_count);
  return job;
}

static void
pdf_job_unref (gpointer data)
{
  PdfJob *job = data;

  if (!g_atomic_ref_count_dec (&job->ref_count))
    return;
  ply_snapshot_unref (job->snapshot);
  ply_product_options_free (job->options);
  g_main_context_unref (job->context);
  g_free (job->path);
  g_free (job);
}

static gboolean
report_cb (gpointer data)
{
  PdfJob *job = data;

  g_atomic_int_set (&job->waiting, FALSE);
  if (!job->finished)
    job->progress (g_atomic_int_get (&job->permille) / 1000.0, job->progress_data);
  return G_SOURCE_REMOVE;
}

static void
report (PdfJob *job, double fraction)
{
  g_autoptr (GSource) source = NULL;

  /* A layout that begins anew, because its contents grew, does not turn the bar back. */
  if (job->progress == NULL || fraction * 1000 < g_atomic_int_get (&job->permille))
    return;
  g_atomic_int_set (&job->permille, (int) (fraction * 1000));
  if (!g_atomic_int_compare_and_exchange (&job->waiting, FALSE, TRUE))
    return;
  source = g_idle_source_new ();
  g_source_set_callback (source, report_cb, pdf_job_ref (job), pdf_job_unref);
  g_source_attach (source, job->context);
}

static void
layout_progress_cb (double fraction, gpointer data)
{
  report (data, SHARE_BUILT + fraction * (SHARE_LAID_OUT - SHARE_BUILT));
}

static void
write_progress_cb (double fraction, gpointer data)
{
  report (data, SHARE_LAID_OUT + fraction * (1 - SHARE_LAID_OUT));
}

static GBytes *
write_pdf (PdfJob *job, PlyLayout *layout, GCancellable *cancellable, GError **error)
{
  if (job->path == NULL)
    return ply_pdf_to_bytes (layout, NULL, write_progress_cb, job, cancellable, error);
  if (!ply_pdf_write (layout, job->path, NULL, write_progress_cb, job, cancellable, error))
    return NULL;
  return g_bytes_new_static ("", 0);
}

static void
pdf_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  PdfJob *job = data;
  GError *error = NULL;
  g_autoptr (PlyRendered) rendered =
      ply_render (job->snapshot, job->options, NULL, layout_progress_cb, job, cancellable, &error);
  GBytes *bytes = rendered != NULL ? write_pdf (job, rendered->layout, cancellable, &error) : NULL;

  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

PlyRendered *
ply_render (const PlySnapshot *snapshot, const PlyProductOptions *options, PlyLayoutCache *cache,
            PlyProgressFunc progress, gpointer progress_data, GCancellable *cancellable,
            GError **error)
{
  g_autoptr (PlyRendered) rendered = g_new0 (PlyRendered, 1);
  g_autoptr (PlyDocument) document = NULL;

  g_return_val_if_fail (snapshot != NULL && options != NULL, NULL);

  document = ply_product_build (snapshot, options, &rendered->notes, error);
  if (document == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  rendered->layout = ply_layout_new (document, cache, progress, progress_data, cancellable, error);
  return rendered->layout != NULL ? g_steal_pointer (&rendered) : NULL;
}

void
ply_rendered_free (PlyRendered *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->layout, ply_layout_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_free (self);
}

void
ply_render_pdf_async (const PlySnapshot *snapshot, const PlyProductOptions *options,
                      const char *path, PlyProgressFunc progress, gpointer progress_data,
                      GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  PdfJob *job = g_new0 (PdfJob, 1);

  g_return_if_fail (snapshot != NULL && options != NULL);

  g_atomic_ref_count_init (&job->ref_count);
  job->snapshot = ply_snapshot_ref (snapshot);
  job->options = ply_product_options_copy (options);
  job->path = g_strdup (path);
  job->progress = progress;
  job->progress_data = progress_data;
  job->context = g_main_context_ref_thread_default ();
  g_task_set_source_tag (task, ply_render_pdf_async);
  g_task_set_task_data (task, job, pdf_job_unref);
  g_task_run_in_thread (task, pdf_thread);
}

GBytes *
ply_render_pdf_finish (GAsyncResult *result, GError **error)
{
  PdfJob *job;

  g_return_val_if_fail (g_async_result_is_tagged (result, ply_render_pdf_async), NULL);
  job = g_task_get_task_data (G_TASK (result));
  job->finished = TRUE;
  return g_task_propagate_pointer (G_TASK (result), error);
}
