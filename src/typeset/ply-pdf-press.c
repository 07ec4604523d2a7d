/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-pdf-press.h"

#define BATCH 16    /* pages compressed at a time */
#define MOST_OPEN 8 /* batches that may wait */

typedef struct
{
  guint n;
  guint ids[BATCH];
  GString *contents[BATCH]; /* taken by the worker */
  GBytes *deflated[BATCH];  /* made by it */
} Batch;

struct _PlyPdfPress
{
  PlyPdfWriter *writer; /* borrowed */
  GThread *worker;
  GAsyncQueue *to_do; /* Batch; itself as the sign to end */
  GAsyncQueue *done;  /* Batch, in the same order */
  guint n_open;
  Batch *filling;
};

static Batch *
batch_new (void)
{
  return g_new0 (Batch, 1);
}

static void
batch_free (gpointer data)
{
  Batch *batch = data;

  for (guint i = 0; i < batch->n; i++)
    {
      if (batch->contents[i] != NULL)
        g_string_free (batch->contents[i], TRUE);
      g_clear_pointer (&batch->deflated[i], g_bytes_unref);
    }
  g_free (batch);
}

static gpointer
work (gpointer data)
{
  PlyPdfPress *self = data;
  gpointer item;

  while ((item = g_async_queue_pop (self->to_do)) != self)
    {
      Batch *batch = item;

      for (guint i = 0; i < batch->n; i++)
        {
          batch->deflated[i] = ply_pdf_deflate (batch->contents[i]->str, batch->contents[i]->len);
          g_string_free (batch->contents[i], TRUE);
          batch->contents[i] = NULL;
        }
      g_async_queue_push (self->done, batch);
    }
  return NULL;
}

static void
write_one (PlyPdfPress *self)
{
  Batch *batch = g_async_queue_pop (self->done);

  for (guint i = 0; i < batch->n; i++)
    ply_pdf_writer_put_deflated (self->writer, batch->ids[i], "", batch->deflated[i]);
  batch_free (batch);
  self->n_open--;
}

static void
send_off (PlyPdfPress *self)
{
  if (self->filling->n == 0)
    return;
  g_async_queue_push (self->to_do, self->filling);
  self->n_open++;
  self->filling = batch_new ();
  while (self->n_open >= MOST_OPEN || (self->n_open > 0 && g_async_queue_length (self->done) > 0))
    write_one (self);
}

PlyPdfPress *
ply_pdf_press_new (PlyPdfWriter *writer)
{
  PlyPdfPress *self = g_new0 (PlyPdfPress, 1);

  self->writer = writer;
  self->to_do = g_async_queue_new ();
  self->done = g_async_queue_new_full (batch_free);
  self->filling = batch_new ();
  self->worker = g_thread_new ("pdf-press", work, self);
  return self;
}

void
ply_pdf_press_free (PlyPdfPress *self)
{
  g_async_queue_push (self->to_do, self);
  g_thread_join (self->worker);
  g_async_queue_unref (self->to_do);
  g_async_queue_unref (self->done);
  batch_free (self->filling);
  g_free (self);
}

void
ply_pdf_press_add (PlyPdfPress *self, guint id, GString *content)
{
  Batch *batch = self->filling;

  batch->ids[batch->n] = id;
  batch->contents[batch->n++] = content;
  if (batch->n == BATCH)
    send_off (self);
}

void
ply_pdf_press_finish (PlyPdfPress *self)
{
  send_off (self);
  while (self->n_open > 0)
    write_one (self);
}
