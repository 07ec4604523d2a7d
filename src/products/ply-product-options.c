/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-product-options.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ply-language.h"
#include "ply-products.h"

struct _PlyProductOptions
{
  const PlyProduct *product;
  char **values; /* one an option, in the product's order */
};

G_DEFINE_QUARK (ply_product_error, ply_product_error)

/* The place of the option; n_options when there is none of that name. */
static guint
option_index (const PlyProduct *product, const char *name)
{
  guint i = 0;

  while (i < product->n_options && strcmp (product->options[i].name, name) != 0)
    i++;
  return i;
}

static char *
list_options (const PlyProduct *product)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < product->n_options; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", product->options[i].name);
  return g_string_free_and_steal (list);
}

static char *
list_choices (const PlyProductOption *option)
{
  GString *list = g_string_new (NULL);

  for (const PlyOptionChoice *choice = option->choices; choice->code != NULL; choice++)
    g_string_append_printf (list, "%s%s", choice > option->choices ? ", " : "", choice->code);
  return g_string_free_and_steal (list);
}

static char *
canonical_choice (const PlyProductOption *option, const char *value, GError **error)
{
  g_autofree char *known = NULL;

  for (const PlyOptionChoice *choice = option->choices; choice->code != NULL; choice++)
    if (g_ascii_strcasecmp (choice->code, value) == 0)
      return g_strdup (choice->code);
  known = list_choices (option);
  /* Translators: %1$s is the name of an option ("paper"), %2$s what it was set to, %3$s a list of
   * what it may be. */
  g_set_error (error, PLY_PRODUCT_ERROR, PLY_PRODUCT_ERROR_OPTION,
               _ ("“%1$s” cannot be “%2$s”: use one of %3$s."), option->name, value, known);
  return NULL;
}

static char *
canonical_flag (const PlyProductOption *option, const char *value, GError **error)
{
  static const char *const yes[] = { "yes", "true", "1", "on" };
  static const char *const no[] = { "no", "false", "0", "off" };

  for (guint i = 0; i < G_N_ELEMENTS (yes); i++)
    {
      if (g_ascii_strcasecmp (value, yes[i]) == 0)
        return g_strdup ("yes");
      if (g_ascii_strcasecmp (value, no[i]) == 0)
        return g_strdup ("no");
    }
  /* Translators: %1$s is the name of an option ("abstracts"), %2$s what it was set to; yes and no
   * are typed as they stand here. */
  g_set_error (error, PLY_PRODUCT_ERROR, PLY_PRODUCT_ERROR_OPTION,
               _ ("“%1$s” cannot be “%2$s”: use yes or no."), option->name, value);
  return NULL;
}

static char *
canonical_language (const PlyProductOption *option, const char *value, GError **error)
{
  char *tag = *value != '\0' ? ply_language_canonical (value) : g_strdup ("");

  if (tag == NULL)
    /* Translators: %s is what was given for a language. */
    g_set_error (error, PLY_PRODUCT_ERROR, PLY_PRODUCT_ERROR_OPTION,
                 _ ("“%s” is no language: use a tag like de, kk, ru or en."), value);
  return tag;
}

static char *
canonical_value (const PlyProductOption *option, const char *value, GError **error)
{
  switch (option->type)
    {
    case PLY_OPTION_CHOICE:
      return canonical_choice (option, value, error);
    case PLY_OPTION_FLAG:
      return canonical_flag (option, value, error);
    case PLY_OPTION_LANGUAGE:
      return canonical_language (option, value, error);
    default:
      g_return_val_if_reached (NULL);
    }
}

PlyProductOptions *
ply_product_options_new (const PlyProduct *product)
{
  PlyProductOptions *self;

  g_return_val_if_fail (product != NULL, NULL);

  self = g_new0 (PlyProductOptions, 1);
  self->product = product;
  self->values = g_new0 (char *, product->n_options + 1);
  for (guint i = 0; i < product->n_options; i++)
    self->values[i] = g_strdup (product->options[i].fallback);
  return self;
}

PlyProductOptions *
ply_product_options_copy (const PlyProductOptions *self)
{
  PlyProductOptions *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (PlyProductOptions, 1);
  copy->product = self->product;
  copy->values = g_strdupv (self->values);
  return copy;
}

void
ply_product_options_free (PlyProductOptions *self)
{
  if (self == NULL)
    return;
  g_strfreev (self->values);
  g_free (self);
}

const PlyProduct *
ply_product_options_get_product (const PlyProductOptions *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->product;
}

gboolean
ply_product_options_set (PlyProductOptions *self, const char *name, const char *value,
                         GError **error)
{
  guint index;
  char *canonical;

  g_return_val_if_fail (self != NULL && name != NULL && value != NULL, FALSE);

  index = option_index (self->product, name);
  if (index == self->product->n_options)
    {
      g_autofree char *known = list_options (self->product);

      /* Translators: %1$s is what was given for an option, %2$s the name of a product
       * ("programme"), %3$s a list of its options. */
      g_set_error (error, PLY_PRODUCT_ERROR, PLY_PRODUCT_ERROR_OPTION,
                   _ ("“%1$s” is no option of “%2$s”: use one of %3$s."), name, self->product->name,
                   known);
      return FALSE;
    }
  canonical = canonical_value (&self->product->options[index], value, error);
  if (canonical == NULL)
    return FALSE;
  g_free (self->values[index]);
  self->values[index] = canonical;
  return TRUE;
}

gboolean
ply_product_options_parse (PlyProductOptions *self, const char *assignment, GError **error)
{
  const char *equals;
  g_autofree char *name = NULL;

  g_return_val_if_fail (self != NULL && assignment != NULL, FALSE);

  equals = strchr (assignment, '=');
  if (equals == NULL)
    {
      /* Translators: %s is what was given; the example is typed as it stands here. */
      g_set_error (error, PLY_PRODUCT_ERROR, PLY_PRODUCT_ERROR_OPTION,
                   _ ("“%s” sets no option: write it like paper=A5."), assignment);
      return FALSE;
    }
  name = g_strndup (assignment, equals - assignment);
  return ply_product_options_set (self, name, equals + 1, error);
}

const char *
ply_product_options_get (const PlyProductOptions *self, const char *name)
{
  guint index;

  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  index = option_index (self->product, name);
  g_return_val_if_fail (index < self->product->n_options, NULL);
  return self->values[index];
}

gboolean
ply_product_options_get_flag (const PlyProductOptions *self, const char *name)
{
  return g_strcmp0 (ply_product_options_get (self, name), "yes") == 0;
}
