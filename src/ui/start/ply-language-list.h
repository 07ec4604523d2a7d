/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The languages that conferences are held in, named in the interface's language, those of Plenary's
 * home first: a list of strings and the codes that go with them. */
GtkStringList *ply_language_list_new (void);
const char *ply_language_list_get_code (guint position);
/* GTK_INVALID_LIST_POSITION when it is not among them. */
guint ply_language_list_find (const char *code);
/* The desktop's language: an index into the list. */
guint ply_language_list_get_default (void);
/* The language in which the interface speaks: "de". */
char *ply_interface_language (void);

/* All time zones ("Asia/Almaty"), sorted. */
GtkStringList *ply_zone_list_new (void);
/* The desktop's; "UTC" when unknown. */
char *ply_zone_local (void);

G_END_DECLS
