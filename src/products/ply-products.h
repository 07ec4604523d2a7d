/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-content.h"
#include "ply-product-options.h"
#include "ply-snapshot.h"

G_BEGIN_DECLS

/* Everything that can be printed, in one table: the command line and the window list it from here.
 * A product is a function of a snapshot and its options; it may run in any thread. */

/* What the coordinator should know about what was built, in the interface's language: sessions that
 * have no place yet. */
typedef struct
{
  char *message;
  char *record; /* may be NULL */
} PlyProductNote;

struct _PlyProduct
{
  const char *name;  /* on the command line: "programme" */
  const char *label; /* English, marked for translation: "Programme Booklet" */
  const PlyProductOption *options;
  guint n_options;
  /* @notes: NULL, or an array of PlyProductNote that gets the remarks. */
  PlyDocument *(*build) (const PlySnapshot *snapshot, const PlyProductOptions *options,
                         GPtrArray *notes, GError **error);
};

const PlyProduct *const *ply_products_get (guint *n_products);
/* NULL and PLY_PRODUCT_ERROR_UNKNOWN when there is none of that name; the message lists those there
 * are. */
const PlyProduct *ply_products_lookup (const char *name, GError **error);

/* Builds what @options belong to. @notes, when not NULL, gets an array of PlyProductNote, to be
 * unreferenced. */
PlyDocument *ply_product_build (const PlySnapshot *snapshot, const PlyProductOptions *options,
                                GPtrArray **notes, GError **error);

G_END_DECLS
