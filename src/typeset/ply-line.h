/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-paragraph.h"

G_BEGIN_DECLS

/* Fitting one line into its measure: spaces give first, glyphs a very little (after Thành, "Micro-
 * typographic extensions to the TeX typesetting system", 2000), points and hyphens hang a little
 * into the margin so that the edge looks straight. */

#define PLY_SPACE_STRETCH 0.5f /* of a space */
#define PLY_SPACE_SHRINK 0.28f
#define PLY_GLYPH_GIVE 0.012f /* of a glyph's width, either way */

/* Sets all of @line but its items. @taken: width at the line's end that is not its own. */
void ply_line_fit (PlyLine *line, const PlyItem *items, const PlyParaInput *input, gboolean rtl,
                   float taken, gboolean first, gboolean justified);
gboolean ply_line_is_overfull (const PlyLine *line);

G_END_DECLS
