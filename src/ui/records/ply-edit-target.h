/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-workspace.h"

G_BEGIN_DECLS

/* The record that an editor's rows edit, and in which language. Rows follow its signal
 * "refresh" and read what they show; what they change goes through it into the workspace at once.
 * "refresh" comes after every change of the event, of the record looked at, or of the language. */

#define PLY_TYPE_EDIT_TARGET (ply_edit_target_get_type ())
G_DECLARE_FINAL_TYPE (PlyEditTarget, ply_edit_target, PLY, EDIT_TARGET, GObject)

PlyEditTarget *ply_edit_target_new (PlyWorkspace *workspace, PlyKind kind);

PlyWorkspace *ply_edit_target_get_workspace (PlyEditTarget *self);
PlySnapshot *ply_edit_target_get_snapshot (PlyEditTarget *self);
PlyKind ply_edit_target_get_kind (PlyEditTarget *self);
/* NULL: nothing is edited. */
void ply_edit_target_set_id (PlyEditTarget *self, const char *id);
const char *ply_edit_target_get_id (PlyEditTarget *self);
/* Borrowed until the next change; NULL when there is none or it was deleted. */
gconstpointer ply_edit_target_get_record (PlyEditTarget *self);

/* NULL is the base language. */
void ply_edit_target_set_language (PlyEditTarget *self, const char *language);
const char *ply_edit_target_get_language (PlyEditTarget *self);
/* FALSE for what has no translation while a translation is edited. */
gboolean ply_edit_target_shows (PlyEditTarget *self, const PlyField *field);

/* The text to edit; "" when unset or not translated. */
char *ply_edit_target_dup_text (PlyEditTarget *self, const PlyField *field);
/* While translating: the text in the base language; else NULL. Borrowed. */
const char *ply_edit_target_get_base_text (PlyEditTarget *self, const PlyField *field);
/* While translating, a word on what is wrong with the translation ("Missing"); else NULL. */
const char *ply_edit_target_get_complaint (PlyEditTarget *self, const PlyField *field);
/* Reads @text as the field wants it and saves it; on error nothing is saved. */
gboolean ply_edit_target_set_text (PlyEditTarget *self, const PlyField *field, const char *text,
                                   GError **error);

G_END_DECLS
