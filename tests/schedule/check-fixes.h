/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-fixes.h"

G_BEGIN_DECLS

/* ply_fixes_for(), each fix carried out and the event checked as a whole afterwards: the conflict
 * is gone, no error is new, and as many conflicts have come and gone as the fix says. Looking for
 * fixes has changed nothing. */
GPtrArray *check_fixes (PlySnapshot *snapshot, PlyConflicts *conflicts,
                        const PlyConflict *conflict);

G_END_DECLS
