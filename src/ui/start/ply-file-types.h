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

G_END_DECLS
