/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-products.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ply-programme.h"

static const PlyProduct *const products[] = {
  &ply_programme_product,
};

static void
note_free (gpointer data)
{
  PlyProductNote *note = data;

  g_free (note->message);
  g_free (note->record);
  g_free (note);
}

static char *
list_products (void)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (products); i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", products[i]->name);
  return g_string_free_and_steal (list);
}

const PlyProduct *const *
ply_products_get (guint *n_products)
{
  if (n_products != NULL)
    *n_products = G_N_ELEMENTS (products);
  return products;
}

const PlyProduct *
ply_products_lookup (const char *name, GError **error)
{
  g_autofree char *known = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (products); i++)
    if (strcmp (products[i]->name, name) == 0)
      return products[i];
  known = list_products ();
  /* Translators: %1$s is what was asked for, %2$s a list of what can be printed. */
  g_set_error (error, PLY_PRODUCT_ERROR, PLY_PRODUCT_ERROR_UNKNOWN,
               _ ("Nothing that can be printed is called “%1$s”: use one of %2$s."), name, known);
  return NULL;
}

PlyDocument *
ply_product_build (const PlySnapshot *snapshot, const PlyProductOptions *options, GPtrArray **notes,
                   GError **error)
{
  g_autoptr (GPtrArray) remarks = g_ptr_array_new_with_free_func (note_free);
  PlyDocument *document;

  g_return_val_if_fail (snapshot != NULL && options != NULL, NULL);

  if (ply_snapshot_get_event (snapshot) == NULL)
    {
      g_set_error_literal (error, PLY_PRODUCT_ERROR, PLY_PRODUCT_ERROR_EMPTY,
                           _ ("There is no event to print: give it a title first."));
      return NULL;
    }
  document = ply_product_options_get_product (options)->build (snapshot, options, remarks, error);
  if (document != NULL && notes != NULL)
    *notes = g_steal_pointer (&remarks);
  return document;
}
