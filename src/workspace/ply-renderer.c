/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-renderer.h"

typedef struct
{
  PlySnapshot *snapshot;
  PlyProductOptions *options;
  PlyLayoutCache *cache; /* the renderer's, lent while the job runs */
} RenderJob;

struct _PlyRenderer
{
  GObject parent_instance;

  /* Owned */
  PlyLayoutCache *cache; /* NULL while a job has it */
  PlyRendered *rendered;
  RenderJob *waiting;
  GCancellable *running; /* NULL: nothing runs */
};

enum
{
  PROP_BUSY = 1,
};

enum
{
  RENDERED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void start (PlyRenderer *self, RenderJob *job);

G_DEFINE_FINAL_TYPE (PlyRenderer, ply_renderer, G_TYPE_OBJECT)

static void
render_job_free (gpointer data)
{
  RenderJob *job = data;

  if (job == NULL)
    return;
  ply_snapshot_unref (job->snapshot);
  ply_product_options_free (job->options);
  ply_layout_cache_free (job->cache);
  g_free (job);
}

static void
render_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  RenderJob *job = data;
  GError *error = NULL;
  PlyRendered *rendered =
      ply_render (job->snapshot, job->options, job->cache, NULL, NULL, cancellable, &error);

  if (rendered != NULL)
    g_task_return_pointer (task, rendered, (GDestroyNotify) ply_rendered_free);
  else
    g_task_return_error (task, error);
}

static void
rendered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PlyRenderer) self = data;
  RenderJob *job = g_task_get_task_data (G_TASK (result));
  gboolean stopped = g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result)));
  g_autoptr (GError) error = NULL;
  PlyRendered *rendered = g_task_propagate_pointer (G_TASK (result), &error);

  self->cache = g_steal_pointer (&job->cache);
  g_clear_object (&self->running);
  if (rendered != NULL && !stopped)
    {
      g_clear_pointer (&self->rendered, ply_rendered_free);
      self->rendered = g_steal_pointer (&rendered);
      g_signal_emit (self, signals[RENDERED], 0);
    }
  else if (!stopped)
    g_signal_emit (self, signals[FAILED], 0, error);
  g_clear_pointer (&rendered, ply_rendered_free);
  if (self->waiting != NULL && self->running == NULL)
    start (self, g_steal_pointer (&self->waiting));
  if (self->running == NULL)
    g_object_notify (G_OBJECT (self), "busy");
}

static void
start (PlyRenderer *self, RenderJob *job)
{
  g_autoptr (GTask) task = NULL;

  self->running = g_cancellable_new ();
  job->cache = g_steal_pointer (&self->cache);
  /* Not the task's source: the worker may let go of a task after it has been called back, and the
   * renderer must end in the main thread. */
  task = g_task_new (NULL, self->running, rendered_cb, g_object_ref (self));
  g_task_set_source_tag (task, start);
  /* The cache comes back with the job also when it was cancelled: see rendered_cb(). */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, render_job_free);
  g_task_run_in_thread (task, render_thread);
}

static void
ply_renderer_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, ply_renderer_get_busy (PLY_RENDERER (object)));
}

static void
ply_renderer_finalize (GObject *object)
{
  PlyRenderer *self = PLY_RENDERER (object);

  g_clear_pointer (&self->waiting, render_job_free);
  g_clear_pointer (&self->rendered, ply_rendered_free);
  g_clear_pointer (&self->cache, ply_layout_cache_free);

  G_OBJECT_CLASS (ply_renderer_parent_class)->finalize (object);
}

static void
ply_renderer_class_init (PlyRendererClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ply_renderer_get_property;
  object_class->finalize = ply_renderer_finalize;
  g_object_class_install_property (
      object_class, PROP_BUSY,
      g_param_spec_boolean ("busy", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
  signals[RENDERED] = g_signal_new ("rendered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
ply_renderer_init (PlyRenderer *self)
{
  self->cache = ply_layout_cache_new ();
}

PlyRenderer *
ply_renderer_new (void)
{
  return g_object_new (PLY_TYPE_RENDERER, NULL);
}

void
ply_renderer_request (PlyRenderer *self, PlySnapshot *snapshot, const PlyProductOptions *options)
{
  RenderJob *job;

  g_return_if_fail (PLY_IS_RENDERER (self) && snapshot != NULL && options != NULL);

  job = g_new0 (RenderJob, 1);
  job->snapshot = ply_snapshot_ref (snapshot);
  job->options = ply_product_options_copy (options);
  if (self->running != NULL)
    {
      g_clear_pointer (&self->waiting, render_job_free);
      self->waiting = job;
      return;
    }
  start (self, job);
  g_object_notify (G_OBJECT (self), "busy");
}

void
ply_renderer_stop (PlyRenderer *self)
{
  g_return_if_fail (PLY_IS_RENDERER (self));

  g_clear_pointer (&self->waiting, render_job_free);
  if (self->running != NULL)
    g_cancellable_cancel (self->running);
}

gboolean
ply_renderer_get_busy (PlyRenderer *self)
{
  g_return_val_if_fail (PLY_IS_RENDERER (self), FALSE);
  return self->running != NULL;
}

const PlyRendered *
ply_renderer_get_rendered (PlyRenderer *self)
{
  g_return_val_if_fail (PLY_IS_RENDERER (self), NULL);
  return self->rendered;
}
