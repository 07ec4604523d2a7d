/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-interchange-error.h"

G_DEFINE_QUARK (ply_interchange_error, ply_interchange_error)

void
ply_interchange_set_error (GError **error, PlyInterchangeError code, const char *display_name,
                           int line, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  if (line > 0)
    g_set_error (error, PLY_INTERCHANGE_ERROR, code, "%s:%d: %s", display_name, line, message);
  else
    g_set_error (error, PLY_INTERCHANGE_ERROR, code, "%s: %s", display_name, message);
}
