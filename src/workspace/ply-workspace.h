/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "ply-conflict-item.h"
#include "ply-item.h"
#include "ply-plan.h"
#include "ply-store.h"

G_BEGIN_DECLS

/* One open event, without a window: owns the store, holds the newest snapshot, keeps list models of
 * items that views show, and is the only way to change anything. Main thread only (renderers and
 * exporters take the snapshot, which any thread may read).
 *
 * Properties, with notify: "snapshot" (pointer), "path", "can-undo", "can-redo", "undo-label",
 * "redo-label" (of the command that would be undone), "saved" (FALSE while changes wait to be
 * written into the event file). Signals: "changed" (const PlyChange *changes, guint n): after every
 * command, undo and redo, when the snapshot, the items and the models are already new.
 *   "conflicts-changed": after "changed", once somebody has asked for the conflicts: there may be
 * others, or other words in them.
 *   "save-failed" (GError *): an automatic save did not work; the changes are safe in the working
 * copy. */

#define PLY_TYPE_WORKSPACE (ply_workspace_get_type ())
G_DECLARE_FINAL_TYPE (PlyWorkspace, ply_workspace, PLY, WORKSPACE, GObject)

/* Opens an event file. Errors: PLY_STORE_ERROR; messages are ready to be shown. */
PlyWorkspace *ply_workspace_open (const char *path, GError **error);
/* Makes a new event file from a plan that holds the event record and whatever should be in it from
 * the start (ply_new_event_plan(), the sample). The making cannot be undone. An existing file is
 * an error unless @replace. */
PlyWorkspace *ply_workspace_create (const char *path, PlyPlan *plan, gboolean replace,
                                    GError **error);
/* Writes what waits to be written and lets go of the file. The workspace must not be used after
 * success; on failure it is as before. Unreferencing without it leaves the working copy to the next
 * start. */
gboolean ply_workspace_close (PlyWorkspace *self, GError **error);
/* Changes are written by themselves shortly after they are made; this writes them now. */
gboolean ply_workspace_save (PlyWorkspace *self, GError **error);
gboolean ply_workspace_save_as (PlyWorkspace *self, const char *path, GError **error);
/* TRUE when opening found changes of an earlier run that had not been written. */
gboolean ply_workspace_was_recovered (PlyWorkspace *self);

const char *ply_workspace_get_path (PlyWorkspace *self);
/* Borrowed until the next change; reference it to keep it. */
PlySnapshot *ply_workspace_get_snapshot (PlyWorkspace *self);

/* All records of @kind as PlyItem, in the organizer's order (days by date, rooms by rank ...;
 * sessions by day, start and room). Spliced as records come, go and move, never rebuilt. Owned by
 * the workspace. */
GListModel *ply_workspace_get_items (PlyWorkspace *self, PlyKind kind);
/* Borrowed; NULL when there is no such record. */
PlyItem *ply_workspace_get_item (PlyWorkspace *self, PlyKind kind, const char *id);

/* What the organizer should know of. The check runs when it is first asked for (below 20 ms for
 * 10,000 sessions: not before the first frame), and is up to date before "changed" tells of a
 * change. Owned by the workspace. */
PlyConflicts *ply_workspace_get_conflicts (PlyWorkspace *self);
/* All of them as PlyConflictItem, in the check's order. Spliced, never rebuilt, before "changed".
 */
GListModel *ply_workspace_get_conflict_items (PlyWorkspace *self);
/* The cases that the organizer lives with, in the same way. */
GListModel *ply_workspace_get_waived_items (PlyWorkspace *self);
/* Those that name a record, worst first; of a session also those that name its talks. PlyConflict,
 * borrowed until the next change; free the array. */
GPtrArray *ply_workspace_dup_conflicts_about (PlyWorkspace *self, PlyKind kind, const char *id);
/* One to keep. */
PlyConflictItem *ply_workspace_dup_conflict_item (PlyWorkspace *self, const PlyConflict *conflict);

/* The case leaves the list, the counts and the marks; @note says why, NULL for nothing. The note of
 * a waived one becomes @note. One that does not stand any more is left alone. */
gboolean ply_workspace_waive (PlyWorkspace *self, PlyConflictItem *item, const char *note,
                              GError **error);
gboolean ply_workspace_unwaive (PlyWorkspace *self, PlyConflictItem *item, GError **error);
/* The organizer's word on a waived case; NULL when it is not waived. Borrowed until the next
 * change.
 */
const PlyWaiver *ply_workspace_get_waiver (PlyWorkspace *self, PlyConflictItem *item);
/* How serious a kind is in this event: "off", "hint", "warning", "error"; NULL: as usual. */
gboolean ply_workspace_set_conflict_severity (PlyWorkspace *self, PlyConflictKind kind,
                                              const char *severity, GError **error);
const char *ply_workspace_get_conflict_severity (PlyWorkspace *self, PlyConflictKind kind);

/* Runs @plan as one command. Edits with the same @coalesce_key within a second become one undo step
 * (typing in a field); NULL for a step of its own. A plan that changes nothing succeeds. Errors:
 * PLY_MODEL_ERROR for a value that does not fit, PLY_STORE_ERROR. Nothing has changed after an
 * error. */
gboolean ply_workspace_run (PlyWorkspace *self, const PlyPlan *plan, const char *coalesce_key,
                            GError **error);
gboolean ply_workspace_undo (PlyWorkspace *self, GError **error);
gboolean ply_workspace_redo (PlyWorkspace *self, GError **error);

/* What editors do most, each one command with a label of its own. */
gboolean ply_workspace_set_text (PlyWorkspace *self, PlyKind kind, const char *id,
                                 const char *field_name, const char *text, GError **error);
gboolean ply_workspace_set_integer (PlyWorkspace *self, PlyKind kind, const char *id,
                                    const char *field_name, gint64 integer, GError **error);
/* @language NULL or the base language: sets the field itself; else its translation. */
gboolean ply_workspace_set_translation (PlyWorkspace *self, PlyKind kind, const char *id,
                                        const char *field_name, const char *language,
                                        const char *text, GError **error);
/* Takes @record; gives it a rank behind the others where it has none. */
gboolean ply_workspace_add (PlyWorkspace *self, gpointer record, GError **error);
/* @ids: NULL-terminated, all of @kind. */
gboolean ply_workspace_delete (PlyWorkspace *self, PlyKind kind, const char *const *ids,
                               GError **error);
/* Gives back the id of the copy (owned), titled "… (copy)"; NULL on error. */
char *ply_workspace_duplicate (PlyWorkspace *self, PlyKind kind, const char *id, GError **error);

G_END_DECLS
