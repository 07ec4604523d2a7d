/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* File dialogs with the kinds of files that Plenary knows. All are owned by the caller. */

/* Event files, and everything that can be imported. */
GtkFileDialog *ply_file_types_open (void);
/* @suggestion: a path, or a title to make a file name of. */
GtkFileDialog *ply_file_types_save_event (const char *title, const char *suggestion);
/* What can be imported. */
GtkFileDialog *ply_file_types_import (void);
GtkFileDialog *ply_file_types_save_pdf (const char *title, const char *suggestion);
/* TRUE for a file to be imported rather than opened; damaged event files are to be opened: the
 * store says what is wrong with them. */
gboolean ply_file_types_is_foreign (const char *path);

G_END_DECLS
