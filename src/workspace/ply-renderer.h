/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-render.h"

G_BEGIN_DECLS

/* Keeps pages up with an event, for a preview. Layout runs in a worker thread; while one runs, only
 * the newest request waits. Shaped words and paragraphs are kept from one layout to the next.
 *
 * Signals, in the main thread: "rendered": the newest layout is there; "failed" (GError *).
 * Property "busy". Nothing is emitted after ply_renderer_stop(). */

#define PLY_TYPE_RENDERER (ply_renderer_get_type ())
G_DECLARE_FINAL_TYPE (PlyRenderer, ply_renderer, PLY, RENDERER, GObject)

PlyRenderer *ply_renderer_new (void);
void ply_renderer_request (PlyRenderer *self, PlySnapshot *snapshot,
                           const PlyProductOptions *options);
/* Cancels what runs and drops what waits. */
void ply_renderer_stop (PlyRenderer *self);
gboolean ply_renderer_get_busy (PlyRenderer *self);
/* What was rendered last; NULL before. Borrowed. */
const PlyRendered *ply_renderer_get_rendered (PlyRenderer *self);

G_END_DECLS
