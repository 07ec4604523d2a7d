/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-pdf-press.h"
#include "ply-pdf-private.h"

/* ---- A file from pages ---- */

static PlyPdf *
pdf_new (PlyLayout *layout, const PlyPdfOptions *options, GOutputStream *stream,
         GCancellable *cancellable)
{
  PlyPdf *self = g_new0 (PlyPdf, 1);
  guint n_pages = layout->pages->len;

  self->layout = layout;
  self->writer = ply_pdf_writer_new (stream, cancellable);
  self->first_page = options != NULL ? MIN (options->first_page, n_pages - 1) : 0;
  self->n_pages = n_pages - self->first_page;
  if (options != NULL && options->n_pages > 0)
    self->n_pages = MIN (self->n_pages, options->n_pages);
  self->fonts =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) ply_pdf_font_free);
  self->font_uses = g_hash_table_new (NULL, NULL);
  self->font_order = g_ptr_array_new ();
  self->images = g_hash_table_new (NULL, NULL);
  self->contents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->page_ids = g_new0 (guint, self->n_pages);
  for (guint i = 0; i < self->n_pages; i++)
    {
      g_ptr_array_add (self->contents, g_array_new (FALSE, FALSE, sizeof (int)));
      self->page_ids[i] = ply_pdf_writer_reserve (self->writer);
    }
  self->nodes = g_new0 (PlyPdfNode, layout->elements->len);
  self->links = g_array_new (FALSE, FALSE, sizeof (PlyPdfLink));
  self->outline = g_array_new (FALSE, FALSE, sizeof (PlyPdfOutlineItem));
  self->titles = g_ptr_array_new_with_free_func (g_free);
  self->resources_id = ply_pdf_writer_reserve (self->writer);
  return self;
}

static void
pdf_free (PlyPdf *self)
{
  for (guint i = 0; i < self->layout->elements->len; i++)
    g_clear_pointer (&self->nodes[i].kids, g_array_unref);
  g_free (self->nodes);
  g_ptr_array_unref (self->titles);
  g_array_unref (self->outline);
  g_array_unref (self->links);
  g_free (self->page_ids);
  g_ptr_array_unref (self->contents);
  g_hash_table_unref (self->images);
  g_ptr_array_unref (self->font_order);
  g_hash_table_unref (self->font_uses);
  g_hash_table_unref (self->fonts);
  ply_pdf_writer_free (self->writer);
  g_free (self);
}

PlyPdfFont *
ply_pdf_get_font (PlyPdf *self, const PlyFont *font)
{
  PlyPdfFont *found = g_hash_table_lookup (self->font_uses, font);
  g_autofree char *identity = NULL;

  if (found != NULL)
    return found;
  identity = ply_pdf_font_identify (font->hb);
  found = g_hash_table_lookup (self->fonts, identity);
  if (found == NULL)
    {
      found = ply_pdf_font_new (font->hb, self->font_order->len + 1,
                                ply_pdf_writer_reserve (self->writer));
      g_hash_table_insert (self->fonts, g_steal_pointer (&identity), found);
      g_ptr_array_add (self->font_order, found);
    }
  g_hash_table_insert (self->font_uses, (gpointer) font, found);
  return found;
}

/* ---- Pages ---- */

static void
append_annotations (PlyPdf *self, GString *out, guint first_link)
{
  if (first_link == self->links->len)
    return;
  g_string_append (out, " /Annots [");
  for (guint i = first_link; i < self->links->len; i++)
    {
      PlyPdfLink *link = &g_array_index (self->links, PlyPdfLink, i);

      link->id = ply_pdf_writer_reserve (self->writer);
      ply_pdf_add_kid (self, link->part->element,
                       (PlyPdfKid) { PLY_KID_LINK, link->id, link->page });
      g_string_append_printf (out, "%u 0 R ", link->id);
    }
  g_string_append_c (out, ']');
}

static void
write_page (PlyPdf *self, guint page, guint tree, PlyPdfPress *press)
{
  const PlyPageSetup *setup = &self->layout->document->setup;
  guint first_link = self->links->len;
  g_autoptr (GString) out = g_string_new (NULL);
  guint content_id = ply_pdf_writer_reserve (self->writer);

  ply_pdf_press_add (press, content_id, ply_pdf_draw_page (self, page));
  g_string_append_printf (out,
                          "<< /Type /Page /Parent %u 0 R /Resources %u 0 R /Contents %u 0 R "
                          "/StructParents %u /Tabs /S /MediaBox [0 0 ",
                          tree, self->resources_id, content_id, page);
  ply_pdf_append_number (out, setup->width);
  g_string_append_c (out, ' ');
  ply_pdf_append_number (out, setup->height);
  g_string_append_c (out, ']');
  append_annotations (self, out, first_link);
  g_string_append (out, " >>");
  ply_pdf_writer_put (self->writer, self->page_ids[page], out->str, out->len);
}

static void
write_page_tree (PlyPdf *self, guint tree)
{
  g_autoptr (GString) out = g_string_new ("<< /Type /Pages /Kids [");

  for (guint i = 0; i < self->n_pages; i++)
    g_string_append_printf (out, "%u 0 R ", self->page_ids[i]);
  g_string_append_printf (out, "] /Count %u >>", self->n_pages);
  ply_pdf_writer_put (self->writer, tree, out->str, out->len);
}

static void
write_resources (PlyPdf *self)
{
  g_autoptr (GString) out = g_string_new ("<< /Font <<");
  GHashTableIter iter;
  gpointer id;

  for (guint i = 0; i < self->font_order->len; i++)
    {
      PlyPdfFont *font = self->font_order->pdata[i];

      ply_pdf_font_write (font, self->writer);
      g_string_append_printf (out, " /F%u %u 0 R", ply_pdf_font_get_index (font),
                              ply_pdf_font_get_id (font));
    }
  g_string_append (out, " >> /XObject <<");
  g_hash_table_iter_init (&iter, self->images);
  while (g_hash_table_iter_next (&iter, NULL, &id))
    g_string_append_printf (out, " /I%u %u 0 R", GPOINTER_TO_UINT (id), GPOINTER_TO_UINT (id));
  g_string_append (out, " >> >>");
  ply_pdf_writer_put (self->writer, self->resources_id, out->str, out->len);
}

/* ---- The whole ---- */

static guint
write_catalog (PlyPdf *self, guint tree, guint *info)
{
  guint id = ply_pdf_writer_reserve (self->writer);
  guint structure = ply_pdf_write_structure (self);
  guint outline = ply_pdf_write_outline (self);
  guint metadata = ply_pdf_write_metadata (self, info);
  guint intent = ply_pdf_write_intent (self);
  g_autoptr (GString) out = g_string_new ("<< /Type /Catalog /Lang ");

  ply_pdf_append_text (out, self->layout->document->language);
  g_string_append_printf (out,
                          " /Pages %u 0 R /StructTreeRoot %u 0 R /MarkInfo << /Marked true >> "
                          "/Metadata %u 0 R /OutputIntents [%u 0 R] "
                          "/ViewerPreferences << /DisplayDocTitle true >> "
                          "/PageLabels << /Nums [0 << /S /D /St %u >>] >>",
                          tree, structure, metadata, intent, self->first_page + 1);
  if (outline != 0)
    g_string_append_printf (out, " /Outlines %u 0 R /PageMode /UseOutlines", outline);
  g_string_append (out, " >>");
  ply_pdf_writer_put (self->writer, id, out->str, out->len);
  return id;
}

static gboolean
write_file (PlyPdf *self, PlyProgressFunc progress, gpointer data, GCancellable *cancellable,
            GError **error)
{
  guint tree = ply_pdf_writer_reserve (self->writer);
  g_autoptr (PlyPdfPress) press = ply_pdf_press_new (self->writer);
  guint catalog;
  guint info;

  for (guint i = 0; i < self->n_pages; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      write_page (self, i, tree, press);
      if (progress != NULL)
        progress ((i + 1) / (double) self->n_pages, data);
    }
  ply_pdf_press_finish (press);
  write_page_tree (self, tree);
  write_resources (self);
  ply_pdf_write_links (self);
  catalog = write_catalog (self, tree, &info);
  return ply_pdf_writer_finish (self->writer, catalog, info, error);
}

static gboolean
write_to_stream (PlyLayout *layout, const PlyPdfOptions *options, GOutputStream *stream,
                 PlyProgressFunc progress, gpointer data, GCancellable *cancellable, GError **error)
{
  PlyPdf *pdf = pdf_new (layout, options, stream, cancellable);
  gboolean done = write_file (pdf, progress, data, cancellable, error);

  pdf_free (pdf);
  return done;
}

GBytes *
ply_pdf_to_bytes (PlyLayout *layout, const PlyPdfOptions *options, PlyProgressFunc progress,
                  gpointer progress_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();

  g_return_val_if_fail (layout != NULL, NULL);

  if (!write_to_stream (layout, options, stream, progress, progress_data, cancellable, error)
      || !g_output_stream_close (stream, cancellable, error))
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

gboolean
ply_pdf_write (PlyLayout *layout, const char *path, const PlyPdfOptions *options,
               PlyProgressFunc progress, gpointer progress_data, GCancellable *cancellable,
               GError **error)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFileOutputStream) stream = NULL;
  g_autoptr (GOutputStream) buffered = NULL;
  g_autoptr (GCancellable) stop = g_cancellable_new ();

  g_return_val_if_fail (layout != NULL && path != NULL, FALSE);

  file = g_file_new_for_path (path);
  stream =
      g_file_replace (file, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, cancellable, error);
  if (stream == NULL)
    return FALSE;
  buffered = g_buffered_output_stream_new_sized (G_OUTPUT_STREAM (stream), 256 * 1024);
  if (write_to_stream (layout, options, buffered, progress, progress_data, cancellable, error)
      && g_output_stream_close (buffered, cancellable, error))
    return TRUE;
  /* Closed when cancelled, the file is not put into its place. */
  g_cancellable_cancel (stop);
  g_output_stream_close (G_OUTPUT_STREAM (stream), stop, NULL);
  return FALSE;
}
