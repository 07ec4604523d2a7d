/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-layout-private.h"

#define MAX_PASSES 5
#define LEAST_WIDTH 36.0 /* points of text worth setting */
#define LEAST_LINES 3

static void
warning_free (gpointer data)
{
  PlyLayoutWarning *warning = data;

  g_free (warning->message);
  g_free (warning);
}

static void
image_free (gpointer data)
{
  if (data != NULL)
    g_object_unref (data);
}

static PlyLayout *
layout_new (PlyDocument *document, PlyShaper *shaper)
{
  PlyLayout *self = g_new0 (PlyLayout, 1);

  self->ref_count = 1;
  self->document = ply_document_ref (document);
  self->shaper = ply_shaper_ref (shaper);
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) ply_page_free);
  self->elements = g_array_new (FALSE, FALSE, sizeof (PlyElement));
  self->texts = g_ptr_array_new_with_free_func ((GDestroyNotify) ply_text_free);
  self->running_blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) ply_block_free);
  self->images = g_hash_table_new_full (NULL, NULL, NULL, image_free);
  self->anchor_pages = g_hash_table_new (g_str_hash, g_str_equal);
  self->anchor_steps = g_hash_table_new (g_str_hash, g_str_equal);
  self->anchor_blocks = g_hash_table_new (g_str_hash, g_str_equal);
  self->boxes = g_array_new (FALSE, TRUE, sizeof (PlyBox));
  self->missing = g_array_new (FALSE, TRUE, sizeof (PlyMissingGlyph));
  self->warnings = g_ptr_array_new_with_free_func (warning_free);
  self->warning_list = g_array_new (FALSE, TRUE, sizeof (PlyLayoutWarning));
  return self;
}

PlyLayout *
ply_layout_ref (PlyLayout *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_int_inc (&self->ref_count);
  return self;
}

void
ply_layout_unref (PlyLayout *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_int_dec_and_test (&self->ref_count))
    return;
  g_array_unref (self->warning_list);
  g_ptr_array_unref (self->warnings);
  g_array_unref (self->missing);
  g_array_unref (self->boxes);
  g_hash_table_unref (self->anchor_blocks);
  g_hash_table_unref (self->anchor_pages);
  g_hash_table_unref (self->anchor_steps);
  g_hash_table_unref (self->images);
  g_ptr_array_unref (self->pages);
  g_ptr_array_unref (self->texts);
  g_ptr_array_unref (self->running_blocks);
  g_array_unref (self->elements);
  ply_shaper_unref (self->shaper);
  ply_document_unref (self->document);
  g_free (self);
}

/* ---- Laying out ---- */

static gboolean
check_setup (const PlyPageSetup *setup, GError **error)
{
  double width = setup->width - setup->inner - setup->outer;
  double height = setup->height - setup->top - setup->bottom;

  if (setup->grid >= 1 && setup->inner >= 0 && setup->outer >= 0 && setup->top >= 0
      && setup->bottom >= 0 && width >= LEAST_WIDTH && height >= LEAST_LINES * setup->grid)
    return TRUE;
  g_set_error (error, PLY_TYPESET_ERROR, PLY_TYPESET_ERROR_SETUP,
               "The paper of %g × %g pt with its margins leaves %g × %g pt for text on a grid of "
               "%g pt: that is too little. Choose smaller margins or a larger paper.",
               setup->width, setup->height, width, height, setup->grid);
  return FALSE;
}

static guint
count_page_steps (const PlyPageSetup *setup)
{
  return (guint) ((setup->height - setup->top - setup->bottom) / setup->grid + 0.001);
}

/* The work of one layout. */
typedef struct
{
  PlyLayout *layout;
  PlyBuilder builder;
  PlyFlow *flow;
  PlyProgressFunc progress;
  gpointer progress_data;
} Job;

static gboolean
build_flow (Job *job, GError **error)
{
  g_clear_pointer (&job->flow, ply_flow_free);
  g_ptr_array_set_size (job->layout->texts, 0);
  g_array_set_size (job->layout->elements, 0);
  g_hash_table_remove_all (job->layout->anchor_blocks);
  job->flow = ply_builder_run (&job->builder, error);
  job->builder.quiet = TRUE;
  return job->flow != NULL;
}

static gboolean
fill_pages (Job *job, GError **error)
{
  PlyLayout *layout = job->layout;
  const PlyPageSetup *setup = &layout->document->setup;
  g_autoptr (GHashTable) marks = g_hash_table_new (g_str_hash, g_str_equal);
  PlyStyle *body = g_hash_table_lookup (layout->document->styles, "default");
  PlyPager pager = {
    .builder = &job->builder,
    .setup = setup,
    .drop = 0.25 * body->leading * setup->grid,
    .pages = layout->pages,
    .marks = marks,
    .anchor_pages = g_hash_table_new (g_str_hash, g_str_equal),
    .anchor_steps = layout->anchor_steps,
  };
  gboolean done;

  g_ptr_array_set_size (layout->pages, 0);
  g_hash_table_remove_all (layout->anchor_steps);
  done = ply_pager_run (&pager, job->flow, job->progress, job->progress_data, error);
  g_hash_table_unref (layout->anchor_pages);
  layout->anchor_pages = pager.anchor_pages;
  job->builder.anchor_pages = pager.anchor_pages;
  return done;
}

/* Puts the page numbers that are known now where they are shown; TRUE when lines were added or lost
 * by that. */
static gboolean
refresh_refs (Job *job)
{
  GPtrArray *texts = job->layout->texts;
  gboolean changed = FALSE;

  for (guint i = 0; i < texts->len; i++)
    {
      PlyText *text = texts->pdata[i];

      if (text->has_refs)
        changed |= ply_builder_refresh_text (&job->builder, text);
    }
  return changed;
}

static gboolean
run_passes (Job *job, GError **error)
{
  if (!build_flow (job, error) || !fill_pages (job, error))
    return FALSE;
  for (guint pass = 1; pass < MAX_PASSES && refresh_refs (job); pass++)
    if (!build_flow (job, error) || !fill_pages (job, error))
      return FALSE;
  return TRUE;
}

static void
add_running (Job *job)
{
  PlyPager pager = {
    .builder = &job->builder,
    .setup = &job->layout->document->setup,
    .pages = job->layout->pages,
  };

  ply_pager_add_running (&pager);
}

/* The first words of a text that has lines too wide. */
static char *
quote_text (const PlyText *text)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < text->para->n_items && g_utf8_strlen (out->str, -1) < 40; i++)
    {
      if (i > 0)
        g_string_append_c (out, ' ');
      g_string_append (out, text->para->items[i].word->text);
    }
  return g_string_free (out, FALSE);
}

static void
warn_of_overfull (Job *job)
{
  GPtrArray *texts = job->layout->texts;

  job->builder.quiet = FALSE;
  for (guint i = 0; i < texts->len; i++)
    {
      PlyText *text = texts->pdata[i];

      if (text->para->n_overfull > 0)
        {
          g_autofree char *quoted = quote_text (text);

          ply_builder_warn (&job->builder, text->block, "A text is wider than its column: “%s …”.",
                            quoted);
        }
    }
}

static void
init_builder (Job *job, PlyLayoutCache *cache, GCancellable *cancellable)
{
  PlyLayout *layout = job->layout;

  job->builder = (PlyBuilder) {
    .document = layout->document,
    .shaper = layout->shaper,
    .setter = ply_setter_new (),
    .cache = cache,
    .cancellable = cancellable,
    .anchor_pages = layout->anchor_pages,
    .page_steps = count_page_steps (&layout->document->setup),
    .grid = layout->document->setup.grid,
    .elements = layout->elements,
    .texts = layout->texts,
    .warnings = layout->warnings,
    .anchors = layout->anchor_blocks,
    .images = layout->images,
    .running_blocks = layout->running_blocks,
  };
}

static gboolean
run_job (Job *job, PlyLayoutCache *cache, GCancellable *cancellable, GError **error)
{
  gboolean done;

  ply_layout_cache_begin (cache);
  init_builder (job, cache, cancellable);
  done = run_passes (job, error);
  if (done)
    {
      add_running (job);
      if (job->builder.error != NULL)
        {
          g_propagate_error (error, job->builder.error);
          done = FALSE;
        }
    }
  if (done)
    warn_of_overfull (job);
  ply_layout_cache_end (cache);
  ply_setter_free (job->builder.setter);
  g_clear_pointer (&job->flow, ply_flow_free);
  return done;
}

PlyLayout *
ply_layout_new (PlyDocument *document, PlyLayoutCache *cache, PlyProgressFunc progress,
                gpointer progress_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (PlyLayoutCache) own = NULL;
  g_autoptr (PlyLayout) layout = NULL;
  Job job = { .progress = progress, .progress_data = progress_data };

  g_return_val_if_fail (document != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!check_setup (&document->setup, error))
    return NULL;
  if (cache == NULL)
    cache = own = ply_layout_cache_new ();
  layout = layout_new (document, ply_layout_cache_get_shaper (cache));
  job.layout = layout;
  if (!run_job (&job, cache, cancellable, error))
    return NULL;
  ply_layout_collect (layout);
  return g_steal_pointer (&layout);
}
