/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "support.h"

/* ---- Painting, and work in several threads ---- */

static PlyDocument *
make_document (guint seed, guint n)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  PlyDocument *document = support_document (seed % 2 ? "de" : "kk");
  PlyBlock *body = ply_document_get_body (document);

  ply_document_set_running (document, PLY_RUNNING_FOOT, PLY_SIDE_BOTH, "small", NULL, NULL,
                            "{page}");
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = support_words (random, 60);
      PlyBlock *entry =
          ply_block_append (body, ply_entry_new (40, ply_paragraph_new_text ("small", "10:00")));

      ply_entry_set_bar (entry, 0xcc0000, 3, 4);
      support_add (entry, "title", "Ein Vortrag über ғылым");
      support_add (entry, "body", text);
      support_add (entry, "ragged", "漢字 и العربية");
    }
  return document;
}

/* Where the page has ink: the smallest rectangle of points that are not white. */
typedef struct
{
  int left, top, right, bottom;
  guint red; /* points of the bars' colour */
} Ink;

static Ink
find_ink (PlyLayout *layout, guint page, double scale)
{
  const PlyPageSetup *setup = &layout->document->setup;
  int width = setup->width * scale;
  int height = setup->height * scale;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  Ink ink = { width, height, 0, 0, 0 };

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  ply_layout_draw_page (layout, page, cr);
  cairo_surface_flush (surface);
  for (int y = 0; y < height; y++)
    {
      const guint32 *row = (const guint32 *) (cairo_image_surface_get_data (surface)
                                              + y * cairo_image_surface_get_stride (surface));

      for (int x = 0; x < width; x++)
        if ((row[x] & 0xffffff) != 0xffffff)
          {
            ink.left = MIN (ink.left, x);
            ink.top = MIN (ink.top, y);
            ink.right = MAX (ink.right, x);
            ink.bottom = MAX (ink.bottom, y);
            ink.red += (row[x] & 0xffffff) == 0xcc0000;
          }
    }
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return ink;
}

static void
test_draw (void)
{
  g_autoptr (PlyDocument) document = make_document (1, 6);
  g_autoptr (PlyLayout) layout = support_layout (document);
  Ink ink = find_ink (layout, 0, 2);

  g_assert_cmpint (ink.left, >=, 2 * 34);
  g_assert_cmpint (ink.left, <=, 2 * 40);
  g_assert_cmpint (ink.right, <=, 2 * (297 - 26));
  g_assert_cmpint (ink.right, >=, 2 * (297 - 60));
  g_assert_cmpint (ink.top, >=, 2 * 38);
  g_assert_cmpint (ink.bottom, >=, 2 * (419 - 40)); /* the folio */
  g_assert_cmpint (ink.bottom, <=, 2 * 419);
  /* Three points wide, most of the page's height. */
  g_assert_cmpuint (ink.red, >, 2 * 3 * 2 * 200);
}

static gpointer
lay_out_cb (gpointer data)
{
  for (guint i = 0; i < 6; i++)
    {
      g_autoptr (PlyDocument) document = make_document (GPOINTER_TO_UINT (data) + i, 20);
      g_autoptr (PlyLayout) layout = support_layout (document);
      g_autoptr (GBytes) pdf = ply_pdf_to_bytes (layout, NULL, NULL, NULL, NULL, NULL);

      support_check (layout);
      g_assert_cmpuint (g_bytes_get_size (pdf), >, 5000);
    }
  return NULL;
}

/* Each thread with a cache of its own. */
static void
test_apart (void)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("layout", lay_out_cb, GUINT_TO_POINTER (i));
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

typedef struct
{
  PlyLayout *layout;
  gsize size;
} Printing;

static gpointer
print_cb (gpointer data)
{
  Printing *printing = data;

  for (guint i = 0; i < 10; i++)
    {
      g_autoptr (GBytes) pdf = ply_pdf_to_bytes (printing->layout, NULL, NULL, NULL, NULL, NULL);

      find_ink (printing->layout, i % ply_layout_get_n_pages (printing->layout), 0.5);
      g_assert_cmpuint (g_bytes_get_size (pdf), ==, printing->size);
    }
  return NULL;
}

/* One layout is printed and painted in two threads while others are made with its cache. */
static void
test_together (void)
{
  g_autoptr (PlyLayoutCache) cache = ply_layout_cache_new ();
  g_autoptr (PlyDocument) document = make_document (1, 30);
  g_autoptr (PlyLayout) layout = ply_layout_new (document, cache, NULL, NULL, NULL, NULL);
  g_autoptr (GBytes) pdf = NULL;
  Printing printing = { layout };
  GThread *threads[2];

  g_setenv ("SOURCE_DATE_EPOCH", "1700000000", TRUE);
  pdf = ply_pdf_to_bytes (layout, NULL, NULL, NULL, NULL, NULL);
  printing.size = g_bytes_get_size (pdf);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("print", print_cb, &printing);
  for (guint i = 0; i < 10; i++)
    {
      g_autoptr (PlyDocument) other = make_document (i, 20);
      g_autoptr (PlyLayout) made = ply_layout_new (other, cache, NULL, NULL, NULL, NULL);

      support_check (made);
    }
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

/* The same document gives the same file, byte by byte. */
static void
test_repeat (void)
{
  g_autoptr (PlyDocument) document = make_document (3, 10);
  g_autoptr (PlyLayout) one = support_layout (document);
  g_autoptr (PlyLayout) two = support_layout (document);
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;

  g_setenv ("SOURCE_DATE_EPOCH", "1700000000", TRUE);
  first = ply_pdf_to_bytes (one, NULL, NULL, NULL, NULL, NULL);
  second = ply_pdf_to_bytes (two, NULL, NULL, NULL, NULL, NULL);
  g_assert_true (g_bytes_equal (first, second));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typeset/draw/ink", test_draw);
  g_test_add_func ("/typeset/draw/apart", test_apart);
  g_test_add_func ("/typeset/draw/together", test_together);
  g_test_add_func ("/typeset/draw/repeat", test_repeat);
  return g_test_run ();
}
