/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-conflicts.h"

G_BEGIN_DECLS

/* Ways out of a conflict. Each has been tried (ply_conflicts_probe()): it solves the very conflict
 * and brings no new error. Small steps come first: a free room before another time, minutes before
 * hours, another day when little else helps; what brings new warnings or hints comes later. Needs
 * the snapshot seen last by the conflict check, and writes nothing. */

#define PLY_FIXES_MOST 5

typedef struct
{
  char *label;   /* what it does: "Move “Opening” to Hall B" */
  char *detail;  /* from where to where, and what remains: "10:00–10:30, Hall A → 10:00–10:30, Hall
                    B · no new conflict" */
  PlyPlan *plan; /* one command */
  guint n_solved, n_fresh; /* conflicts that go and that come */
} PlyFix;

/* FALSE when conflicts of the kind are never fixed by a change of the timetable: somebody has to
 * write, translate or decide. */
gboolean ply_fixes_has_kind (PlyConflictKind kind);
/* PlyFix, best first, at most PLY_FIXES_MOST; empty when there is no way. Owned: stays good after
 * updates, though a plan may no longer fit then. @conflict may be a copy. */
GPtrArray *ply_fixes_for (PlyConflicts *conflicts, const PlyConflict *conflict);
void ply_fix_free (PlyFix *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlyFix, ply_fix_free)

G_END_DECLS
