/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The shortcuts: one table for the key bindings and for the dialog that lists them. */
typedef struct
{
  const char *group;  /* English, marked for translation; NULL: not listed */
  const char *title;  /* English, marked for translation */
  const char *action; /* detailed; NULL: the widget that has the focus knows it */
  const char *accels[3];
} PlyAccel;

/* Ends with an entry without accels. */
extern const PlyAccel ply_accels[];

void ply_accels_install (GtkApplication *application);

G_END_DECLS
