/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ply-workspace.h"

G_BEGIN_DECLS

/* A popover in which a record is found by typing a part of it, or a new person or institution is
 * named.
 *
 * Signal "picked" (int kind, const char *id, const char *name): @id is NULL for a new record, to be
 * called @name. */

#define PLY_TYPE_RECORD_PICKER (ply_record_picker_get_type ())
G_DECLARE_FINAL_TYPE (PlyRecordPicker, ply_record_picker, PLY, RECORD_PICKER, GtkPopover)

/* Offers records of @first and, unless it is PLY_N_KINDS, of @second. */
GtkWidget *ply_record_picker_new (PlyWorkspace *workspace, PlyKind first, PlyKind second);

G_END_DECLS
