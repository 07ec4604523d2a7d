/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-file.h"

G_BEGIN_DECLS

/* Shared by ply-file.c, which reads, and ply-file-publish.c, which writes. */

/* How the stamp of a file that is not local begins; its etag follows. */
#define PLY_FILE_ETAG "etag "

gboolean ply_file_is_local (GFile *file);

G_END_DECLS
