/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a product may be told, described so that a form can be made of it, and what it was told. */

#define PLY_PRODUCT_ERROR (ply_product_error_quark ())
GQuark ply_product_error_quark (void);

typedef enum
{
  PLY_PRODUCT_ERROR_UNKNOWN, /* no such product */
  PLY_PRODUCT_ERROR_OPTION,  /* no such option, or not a value of it; the message says which are */
  PLY_PRODUCT_ERROR_EMPTY,   /* there is no event to print */
} PlyProductError;

typedef struct _PlyProduct PlyProduct;

typedef enum
{
  PLY_OPTION_CHOICE,
  PLY_OPTION_FLAG,     /* "yes" or "no" */
  PLY_OPTION_LANGUAGE, /* BCP 47; empty: the event's base language */
} PlyOptionType;

typedef struct
{
  const char *code;
  const char *label; /* English, marked for translation */
} PlyOptionChoice;

typedef struct
{
  const char *name;  /* "paper" */
  const char *label; /* English, marked for translation: "Paper" */
  PlyOptionType type;
  const PlyOptionChoice *choices; /* CHOICE: ends with a NULL code */
  const char *fallback;           /* the value it has when nobody says anything */
} PlyProductOption;

/* Values for the options of one product. */
typedef struct _PlyProductOptions PlyProductOptions;

/* All options at their fallbacks. */
PlyProductOptions *ply_product_options_new (const PlyProduct *product);
PlyProductOptions *ply_product_options_copy (const PlyProductOptions *self);
void ply_product_options_free (PlyProductOptions *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlyProductOptions, ply_product_options_free)

const PlyProduct *ply_product_options_get_product (const PlyProductOptions *self);
/* Choices are recognized in any case ("a5"), flags as yes/no, true/false, 1/0, languages in any
 * spelling ply_language_canonical() knows. PLY_PRODUCT_ERROR_OPTION otherwise. */
gboolean ply_product_options_set (PlyProductOptions *self, const char *name, const char *value,
                                  GError **error);
/* "paper=A5" */
gboolean ply_product_options_parse (PlyProductOptions *self, const char *assignment,
                                    GError **error);
/* In its canonical form; never NULL for an option of the product. */
const char *ply_product_options_get (const PlyProductOptions *self, const char *name);
gboolean ply_product_options_get_flag (const PlyProductOptions *self, const char *name);

G_END_DECLS
