/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

/* Painted pages by what they look like (ply_layout_get_page_hash()) and their width in pixels, so
 * that a page which an edit did not touch is not painted again. The least recently used go when
 * there are too many bytes. Main thread. */
typedef struct _PlyPageCache PlyPageCache;

PlyPageCache *ply_page_cache_new (gsize max_bytes);
void ply_page_cache_free (PlyPageCache *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlyPageCache, ply_page_cache_free)

void ply_page_cache_add (PlyPageCache *self, guint64 hash, int width, GdkTexture *texture);
/* Borrowed; NULL when it is not there. */
GdkTexture *ply_page_cache_lookup (PlyPageCache *self, guint64 hash, int width);

G_END_DECLS
