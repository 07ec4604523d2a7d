/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-picture.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>

static GBytes *
make_picture (int width, int height, const char *type, gboolean alpha)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, alpha, 8, width, height);
  g_autoptr (GError) error = NULL;
  char *buffer;
  gsize size;

  gdk_pixbuf_fill (pixbuf, 0x1c71d880);
  gdk_pixbuf_save_to_buffer (pixbuf, &buffer, &size, type, &error, NULL);
  g_assert_no_error (error);
  return g_bytes_new_take (buffer, size);
}

/* The picture that an asset holds is whole, and as large as the asset says. */
static void
assert_holds (const PlyAsset *asset, int width, int height)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkPixbufLoader) loader =
      gdk_pixbuf_loader_new_with_mime_type (asset->media_type, &error);
  GdkPixbuf *pixbuf;

  g_assert_no_error (error);
  gdk_pixbuf_loader_write_bytes (loader, asset->data, &error);
  g_assert_no_error (error);
  gdk_pixbuf_loader_close (loader, &error);
  g_assert_no_error (error);
  pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  g_assert_cmpint (asset->width, ==, width);
  g_assert_cmpint (asset->height, ==, height);
  g_assert_cmpint (gdk_pixbuf_get_width (pixbuf), ==, width);
  g_assert_cmpint (gdk_pixbuf_get_height (pixbuf), ==, height);
}

static void
test_sizes (void)
{
  static const struct
  {
    int width, height;
    const char *type;
    gboolean alpha;
    int stored_width, stored_height;
    const char *media_type;
  } cases[] = {
    { 100, 50, "png", TRUE, 100, 50, "image/png" },
    { 100, 50, "jpeg", FALSE, 100, 50, "image/jpeg" },
    { 1200, 1200, "jpeg", FALSE, 1200, 1200, "image/jpeg" },
    { 2400, 1600, "jpeg", FALSE, 1200, 800, "image/jpeg" },
    { 600, 2400, "png", FALSE, 300, 1200, "image/png" },
    { 8000, 2, "png", FALSE, 1200, 1, "image/png" },
    { 1, 1, "png", TRUE, 1, 1, "image/png" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) data =
          make_picture (cases[i].width, cases[i].height, cases[i].type, cases[i].alpha);
      g_autoptr (GError) error = NULL;
      g_autoptr (PlyAsset) asset = ply_picture_read (data, "a picture", &error);

      g_assert_no_error (error);
      g_assert_cmpstr (asset->name, ==, "a picture");
      g_assert_cmpstr (asset->media_type, ==, cases[i].media_type);
      assert_holds (asset, cases[i].stored_width, cases[i].stored_height);
    }
}

static void
assert_refused (GBytes *data, PlyPictureError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlyAsset) asset = ply_picture_read (data, "face.jpg", &error);

  g_assert_null (asset);
  g_assert_error (error, PLY_PICTURE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, "face.jpg"));
}

static void
test_other_formats (void)
{
  static const char *const texts[] = {
    "",
    "x",
    "<svg xmlns='http://www.w3.org/2000/svg'/>",
    "<?xml version='1.0'?><!DOCTYPE svg><svg/>",
    "GIF89a\1\0\1\0",
    "RIFF....WEBPVP8 ",
    "%PDF-1.7",
    "\x89PNG\r\n\x1a\n", /* no more than the mark */
    "\xff\xd8\xff",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) data = g_bytes_new_static (texts[i], strlen (texts[i]));

      assert_refused (data, PLY_PICTURE_ERROR_FORMAT);
    }
}

static void
test_too_large (void)
{
  g_autoptr (GBytes) small = make_picture (10, 10, "png", FALSE);
  gsize size;
  const guchar *bytes = g_bytes_get_data (small, &size);
  g_autofree guchar *padded = g_malloc0 (PLY_PICTURE_BYTES_MAX + 1);
  g_autoptr (GBytes) heavy = NULL;
  g_autoptr (GBytes) wide = make_picture (8001, 2, "jpeg", FALSE);

  memcpy (padded, bytes, size);
  heavy = g_bytes_new_static (padded, PLY_PICTURE_BYTES_MAX + 1);
  assert_refused (heavy, PLY_PICTURE_ERROR_SIZE);
  assert_refused (wide, PLY_PICTURE_ERROR_SIZE);
}

/* A head that promises more pixels than any memory has. */
static void
test_bomb (void)
{
  g_autoptr (GBytes) small = make_picture (10, 10, "png", FALSE);
  gsize size;
  const guchar *bytes = g_bytes_get_data (small, &size);
  g_autofree guchar *bomb = g_memdup2 (bytes, size);
  g_autoptr (GBytes) data = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlyAsset) asset = NULL;

  /* Width and height of the IHDR chunk; its checksum is wrong then, which is refused as well. */
  memset (bomb + 16, 0x7f, 8);
  data = g_bytes_new_static (bomb, size);
  asset = ply_picture_read (data, "bomb.png", &error);
  g_assert_null (asset);
  g_assert_true (error->domain == PLY_PICTURE_ERROR);
}

/* Cut off anywhere, a picture is refused: half a face is worse than none. */
static void
test_cut_off (void)
{
  static const char *const types[] = { "png", "jpeg" };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (GBytes) whole = make_picture (300, 300, types[i], FALSE);
      gsize size = g_bytes_get_size (whole);

      for (guint part = 1; part < 10; part++)
        {
          g_autoptr (GBytes) data = g_bytes_new_from_bytes (whole, 0, size * part / 10);

          assert_refused (data, PLY_PICTURE_ERROR_BROKEN);
        }
    }
}

/* Whatever bits turn over, the answer is a picture or an error of ours. */
static void
test_flipped_bits (void)
{
  static const char *const types[] = { "png", "jpeg" };

  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (GBytes) whole = make_picture (40, 40, types[i % 2], FALSE);
      gsize size = g_bytes_get_size (whole);
      g_autofree guchar *bytes = g_memdup2 (g_bytes_get_data (whole, NULL), size);
      g_autoptr (GBytes) data = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (PlyAsset) asset = NULL;

      for (guint flip = 0; flip < 5; flip++)
        bytes[g_test_rand_int_range (8, size)] ^= 1 << g_test_rand_int_range (0, 8);
      data = g_bytes_new_static (bytes, size);
      asset = ply_picture_read (data, "noise", &error);
      g_assert_true ((asset != NULL) != (error != NULL));
      g_assert_true (error == NULL || error->domain == PLY_PICTURE_ERROR);
      g_assert_true (asset == NULL || MAX (asset->width, asset->height) <= PLY_PICTURE_SIDE);
    }
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_set_object ((GAsyncResult **) data, result);
}

static PlyAsset *
load (GFile *file, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  ply_picture_load_async (file, NULL, loaded_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return ply_picture_load_finish (result, error);
}

static void
test_file (void)
{
  g_autoptr (GFile) missing = g_file_new_for_path ("/nowhere/at-all.png");
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "ply-test-picture.dat", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) data = make_picture (70, 30, "png", TRUE);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlyAsset) asset = NULL;

  g_assert_null (load (missing, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);

  /* The name says nothing about the format. */
  g_file_set_contents (path, g_bytes_get_data (data, NULL), g_bytes_get_size (data), &error);
  g_assert_no_error (error);
  asset = load (file, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (asset->name, ==, "ply-test-picture.dat");
  assert_holds (asset, 70, 30);
  g_file_delete (file, NULL, NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/picture/sizes", test_sizes);
  g_test_add_func ("/picture/other-formats", test_other_formats);
  g_test_add_func ("/picture/too-large", test_too_large);
  g_test_add_func ("/picture/bomb", test_bomb);
  g_test_add_func ("/picture/cut-off", test_cut_off);
  g_test_add_func ("/picture/flipped-bits", test_flipped_bits);
  g_test_add_func ("/picture/file", test_file);
  return g_test_run ();
}
