/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PLY_INTERCHANGE_ERROR (ply_interchange_error_quark ())

typedef enum
{
  PLY_INTERCHANGE_ERROR_INVALID, /* the file is broken: nothing of it was read */
  PLY_INTERCHANGE_ERROR_FORMAT,  /* another format, or a template that nobody filled in */
  PLY_INTERCHANGE_ERROR_UNSAFE,  /* made to harm whoever reads it */
  PLY_INTERCHANGE_ERROR_EXPORT,  /* the event cannot be written in that format */
} PlyInterchangeError;

GQuark ply_interchange_error_quark (void);

/* "FILE:LINE: what is wrong, what to do"; without the line when it is 0. */
void ply_interchange_set_error (GError **error, PlyInterchangeError code, const char *display_name,
                                int line, const char *format, ...) G_GNUC_PRINTF (5, 6);

G_END_DECLS
