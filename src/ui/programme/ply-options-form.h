/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ply-products.h"

G_BEGIN_DECLS

/* A group of rows made from the options of a product. Signal "changed". */

#define PLY_TYPE_OPTIONS_FORM (ply_options_form_get_type ())
G_DECLARE_FINAL_TYPE (PlyOptionsForm, ply_options_form, PLY, OPTIONS_FORM, AdwPreferencesGroup)

GtkWidget *ply_options_form_new (const PlyProduct *product);
/* Borrowed; changes with the form. */
PlyProductOptions *ply_options_form_get_options (PlyOptionsForm *self);
/* What the language can be: the event's, the base one first. */
void ply_options_form_set_languages (PlyOptionsForm *self, const char *const *languages);
/* Nothing happens when @value is none of the option's. */
void ply_options_form_set (PlyOptionsForm *self, const char *name, const char *value);

G_END_DECLS
