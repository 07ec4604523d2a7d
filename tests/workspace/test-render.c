/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-programme.h"
#include "ply-renderer.h"
#include "ply-test-event.h"

#include <glib/gstdio.h>

/* Waits with a limit: a test that hangs says nothing. */
typedef struct
{
  GMainLoop *loop;
  guint n_rendered, n_failed;
} Watch;

static gboolean
too_late_cb (gpointer data)
{
  g_error ("Nothing came within 30 seconds");
  return G_SOURCE_REMOVE;
}

static void
await (Watch *watch)
{
  guint source = g_timeout_add_seconds (30, too_late_cb, NULL);

  g_main_loop_run (watch->loop);
  g_source_remove (source);
}

static void
rendered_cb (PlyRenderer *renderer, Watch *watch)
{
  watch->n_rendered++;
}

static void
failed_cb (PlyRenderer *renderer, const GError *error, Watch *watch)
{
  watch->n_failed++;
}

static void
busy_cb (PlyRenderer *renderer, GParamSpec *pspec, Watch *watch)
{
  if (!ply_renderer_get_busy (renderer))
    g_main_loop_quit (watch->loop);
}

static PlyRenderer *
renderer_new (Watch *watch)
{
  PlyRenderer *renderer = ply_renderer_new ();

  watch->loop = g_main_loop_new (NULL, FALSE);
  g_signal_connect (renderer, "rendered", G_CALLBACK (rendered_cb), watch);
  g_signal_connect (renderer, "failed", G_CALLBACK (failed_cb), watch);
  g_signal_connect (renderer, "notify::busy", G_CALLBACK (busy_cb), watch);
  return renderer;
}

/* That nothing keeps @renderer. The worker lets go of its task in its own thread, maybe a moment
 * after the answer came. */
static void
assert_let_go (PlyRenderer *renderer)
{
  gint64 patience = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  g_object_add_weak_pointer (G_OBJECT (renderer), (gpointer *) &renderer);
  g_object_unref (renderer);
  while (renderer != NULL && g_get_monotonic_time () < patience)
    {
      g_main_context_iteration (NULL, FALSE);
      g_thread_yield ();
    }
  g_assert_null (renderer);
}

static void
test_render (void)
{
  g_autoptr (PlySnapshot) snapshot = ply_test_event_snapshot ();
  g_autoptr (PlyProductOptions) options = ply_product_options_new (&ply_programme_product);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlyRendered) rendered = ply_render (snapshot, options, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (ply_layout_get_n_pages (rendered->layout), >, 2);
  g_assert_cmpint (ply_layout_get_anchor_page (rendered->layout, "session-" TEST_OPENING), >=, 0);
}

/* Of many requests at once the first and the newest are rendered; what is shown is the newest. */
static void
test_coalesced (void)
{
  g_autoptr (PlySnapshot) snapshot = ply_test_event_snapshot ();
  g_autoptr (PlyProductOptions) options = ply_product_options_new (&ply_programme_product);
  Watch watch = { 0 };
  PlyRenderer *renderer = renderer_new (&watch);
  double width, height;

  for (guint i = 0; i < 20; i++)
    {
      ply_product_options_set (options, "paper", i == 19 ? "A4" : "A5", NULL);
      ply_renderer_request (renderer, snapshot, options);
    }
  g_assert_true (ply_renderer_get_busy (renderer));
  await (&watch);
  g_assert_cmpuint (watch.n_rendered, ==, 2);
  g_assert_cmpuint (watch.n_failed, ==, 0);
  ply_layout_get_page_size (ply_renderer_get_rendered (renderer)->layout, 0, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 595.3, 0.5);
  assert_let_go (renderer);
  g_main_loop_unref (watch.loop);
}

static void
test_stopped (void)
{
  g_autoptr (PlySnapshot) snapshot = ply_test_event_snapshot ();
  g_autoptr (PlyProductOptions) options = ply_product_options_new (&ply_programme_product);
  Watch watch = { 0 };
  PlyRenderer *renderer = renderer_new (&watch);

  ply_renderer_request (renderer, snapshot, options);
  ply_renderer_request (renderer, snapshot, options);
  ply_renderer_stop (renderer);
  await (&watch);
  g_assert_cmpuint (watch.n_rendered + watch.n_failed, ==, 0);
  g_assert_null (ply_renderer_get_rendered (renderer));

  /* It goes on afterwards, with the cache it had. */
  ply_renderer_request (renderer, snapshot, options);
  await (&watch);
  g_assert_cmpuint (watch.n_rendered, ==, 1);
  assert_let_go (renderer);
  g_main_loop_unref (watch.loop);
}

static void
test_fails (void)
{
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
  g_autoptr (PlySnapshot) empty = ply_snapshot_new (nothing);
  g_autoptr (PlyProductOptions) options = ply_product_options_new (&ply_programme_product);
  Watch watch = { 0 };
  PlyRenderer *renderer = renderer_new (&watch);

  ply_renderer_request (renderer, empty, options);
  await (&watch);
  g_assert_cmpuint (watch.n_failed, ==, 1);
  assert_let_go (renderer);
  g_main_loop_unref (watch.loop);
}

/* PDF */

typedef struct
{
  GMainLoop *loop;
  GBytes *bytes;
  GError *error;
  double progress;
  gboolean done;
} Output;

static void
progress_cb (double fraction, gpointer data)
{
  Output *output = data;

  g_assert_false (output->done);
  g_assert_cmpfloat (fraction, >=, output->progress);
  output->progress = fraction;
}

static void
pdf_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Output *output = data;

  output->bytes = ply_render_pdf_finish (result, &output->error);
  output->done = TRUE;
  g_main_loop_quit (output->loop);
}

static void
make_pdf (Output *output, const char *path, GCancellable *cancellable)
{
  g_autoptr (PlySnapshot) snapshot = ply_test_event_snapshot ();
  g_autoptr (PlyProductOptions) options = ply_product_options_new (&ply_programme_product);

  output->loop = g_main_loop_new (NULL, FALSE);
  ply_render_pdf_async (snapshot, options, path, progress_cb, output, cancellable, pdf_cb, output);
  g_main_loop_run (output->loop);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_main_loop_unref (output->loop);
}

static void
test_pdf (void)
{
  Output output = { 0 };

  make_pdf (&output, NULL, NULL);
  g_assert_no_error (output.error);
  g_assert_cmpmem (g_bytes_get_data (output.bytes, NULL), 5, "%PDF-", 5);
  g_bytes_unref (output.bytes);
}

static void
test_pdf_cancelled (void)
{
  g_autofree char *folder = g_dir_make_tmp ("ply-render-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "programme.pdf", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Output output = { 0 };

  g_cancellable_cancel (cancellable);
  make_pdf (&output, path, cancellable);
  g_assert_error (output.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (output.bytes);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_error_free (output.error);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/render/pages", test_render);
  g_test_add_func ("/render/coalesced", test_coalesced);
  g_test_add_func ("/render/stopped", test_stopped);
  g_test_add_func ("/render/fails", test_fails);
  g_test_add_func ("/render/pdf", test_pdf);
  g_test_add_func ("/render/pdf-cancelled", test_pdf_cancelled);
  return g_test_run ();
}
