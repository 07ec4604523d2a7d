/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "ply-record.h"

G_BEGIN_DECLS

/* Photos and logos from files. Only JPEG and PNG, told by their content, not by their name; what is
 * stored is made anew from the pixels, upright, at most PLY_PICTURE_SIDE pixels long, without the
 * metadata of the camera. */

#define PLY_PICTURE_ERROR (ply_picture_error_quark ())

typedef enum
{
  PLY_PICTURE_ERROR_FORMAT, /* neither JPEG nor PNG */
  PLY_PICTURE_ERROR_SIZE,   /* too many bytes or pixels */
  PLY_PICTURE_ERROR_BROKEN, /* cut off or damaged */
} PlyPictureError;

GQuark ply_picture_error_quark (void);

#define PLY_PICTURE_BYTES_MAX (20 * 1024 * 1024)
#define PLY_PICTURE_PIXELS_MAX 8000 /* of a side, in the file */
#define PLY_PICTURE_SIDE 1200       /* of the longer side, stored */

/* A new asset record called @name, owned by the caller. Messages are ready to be shown. Safe in any
 * thread. */
PlyAsset *ply_picture_read (GBytes *data, const char *name, GError **error);
/* The same for a file, in a worker thread. Other errors: G_IO_ERROR. */
void ply_picture_load_async (GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer user_data);
PlyAsset *ply_picture_load_finish (GAsyncResult *result, GError **error);

G_END_DECLS
