/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-content-private.h"

/* ---- Documents: metadata, styles, running lines ---- */

static void
running_line_clear (gpointer data)
{
  PlyRunningLine *line = data;

  g_free (line->style);
  for (guint i = 0; i < G_N_ELEMENTS (line->parts); i++)
    g_free (line->parts[i]);
}

static const PlyPageSetup default_setup = {
  .width = 419.53, /* A5: 148 mm x 210 mm */
  .height = 595.28,
  .inner = 48,
  .outer = 40,
  .top = 54,
  .bottom = 54,
  .mirrored = TRUE,
  .grid = 6,
  .head_gap = 18,
  .foot_gap = 24,
};

static const PlyStyle default_style = {
  .family = "Noto Serif",
  .size = 9,
  .weight = 400,
  .leading = 2,
  .widows = 2,
  .orphans = 2,
};

PlyDocument *
ply_document_new (const char *title, const char *language)
{
  PlyDocument *self = g_new0 (PlyDocument, 1);

  self->ref_count = 1;
  self->title = g_strdup (title != NULL ? title : "");
  self->language = g_strdup (language != NULL ? language : "en");
  self->setup = default_setup;
  self->styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->char_styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->running = g_array_new (FALSE, TRUE, sizeof (PlyRunningLine));
  g_array_set_clear_func (self->running, running_line_clear);
  g_hash_table_insert (self->styles, g_strdup ("default"),
                       g_memdup2 (&default_style, sizeof default_style));
  self->body = ply_group_new (FALSE);
  return self;
}

PlyDocument *
ply_document_ref (PlyDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_int_inc (&self->ref_count);
  return self;
}

void
ply_document_unref (PlyDocument *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_int_dec_and_test (&self->ref_count))
    return;
  ply_block_free (self->body);
  g_array_unref (self->running);
  g_hash_table_unref (self->char_styles);
  g_hash_table_unref (self->styles);
  g_free (self->subject);
  g_free (self->author);
  g_free (self->language);
  g_free (self->title);
  g_free (self);
}

void
ply_document_set_author (PlyDocument *self, const char *author)
{
  g_return_if_fail (self != NULL);
  g_set_str (&self->author, author);
}

void
ply_document_set_subject (PlyDocument *self, const char *subject)
{
  g_return_if_fail (self != NULL);
  g_set_str (&self->subject, subject);
}

PlyPageSetup *
ply_document_get_setup (PlyDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return &self->setup;
}

PlyStyle *
ply_document_add_style (PlyDocument *self, const char *name, const char *parent)
{
  const PlyStyle *from;
  PlyStyle *style;

  g_return_val_if_fail (self != NULL && name != NULL, NULL);
  from = g_hash_table_lookup (self->styles, parent != NULL ? parent : "default");
  g_return_val_if_fail (from != NULL, NULL);

  style = g_memdup2 (from, sizeof *from);
  g_hash_table_replace (self->styles, g_strdup (name), style);
  return style;
}

PlyStyle *
ply_document_get_style (PlyDocument *self, const char *name)
{
  g_return_val_if_fail (self != NULL && name != NULL, NULL);
  return g_hash_table_lookup (self->styles, name);
}

PlyCharStyle *
ply_document_add_char_style (PlyDocument *self, const char *name)
{
  PlyCharStyle *style;

  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  style = g_new0 (PlyCharStyle, 1);
  style->colour = PLY_COLOUR_INHERIT;
  g_hash_table_replace (self->char_styles, g_strdup (name), style);
  return style;
}

PlyBlock *
ply_document_get_body (PlyDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->body;
}

void
ply_document_set_running (PlyDocument *self, PlyRunning place, PlySides sides, const char *style,
                          const char *inner, const char *centre, const char *outer)
{
  PlyRunningLine line = { .place = place, .sides = sides };

  g_return_if_fail (self != NULL && style != NULL);

  line.style = g_strdup (style);
  line.parts[0] = g_strdup (inner);
  line.parts[1] = g_strdup (centre);
  line.parts[2] = g_strdup (outer);
  g_array_append_val (self->running, line);
}
