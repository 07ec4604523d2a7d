/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-snapshot.h"

G_BEGIN_DECLS

/* A list of edits that is run as one command: what an editor, an import or a solver wants changed.
 * Making a plan changes nothing. Edits run in order; later ones may name what earlier ones insert.
 */

typedef enum
{
  PLY_EDIT_INSERT,
  PLY_EDIT_SET,
  PLY_EDIT_DELETE,
} PlyEditType;

typedef struct
{
  PlyEditType type;
  PlyKind kind;
  char *id;
  PlyRecord *record;     /* INSERT */
  const PlyField *field; /* SET */
  PlyValue value;        /* SET */
} PlyEdit;

/* Something odd in a foreign file that was read all the same. */
typedef struct
{
  int line;      /* 0: the file as a whole */
  char *message; /* in the interface language: what is odd, and what was made of it */
} PlyRemark;

typedef struct _PlyPlan PlyPlan;

/* @label names the command in the undo menu: "Move Session". */
PlyPlan *ply_plan_new (const char *label);
void ply_plan_free (PlyPlan *self);
const char *ply_plan_get_label (const PlyPlan *self);

guint ply_plan_get_n_edits (const PlyPlan *self);
const PlyEdit *ply_plan_get_edit (const PlyPlan *self, guint index);

/* Takes @record. */
void ply_plan_insert (PlyPlan *self, gpointer record);
void ply_plan_set (PlyPlan *self, PlyKind kind, const char *id, const PlyField *field,
                   const PlyValue *value);
/* NULL or empty unsets. */
void ply_plan_set_text (PlyPlan *self, PlyKind kind, const char *id, const char *field_name,
                        const char *text);
void ply_plan_set_integer (PlyPlan *self, PlyKind kind, const char *id, const char *field_name,
                           gint64 integer);
/* The differences between the record of that id in @snapshot and @record; an insert when there is
 * none. */
void ply_plan_put (PlyPlan *self, const PlySnapshot *snapshot, gpointer record);
/* Deletes the record with all that belongs to it (talks, participations, translations, waivers that
 * name it ...) and unsets the references to it. What the plan already deletes is not deleted twice.
 */
void ply_plan_delete (PlyPlan *self, const PlySnapshot *snapshot, PlyKind kind, const char *id);
/* A copy of the record with all that belongs to it, under new ids; gives back the new record's id,
 * owned by the plan. The copy's title is @title when not NULL. */
const char *ply_plan_duplicate (PlyPlan *self, const PlySnapshot *snapshot, PlyKind kind,
                                const char *id, const char *title);

void ply_plan_remark (PlyPlan *self, int line, const char *format, ...) G_GNUC_PRINTF (3, 4);
guint ply_plan_get_n_remarks (const PlyPlan *self);
const PlyRemark *ply_plan_get_remark (const PlyPlan *self, guint index);

/* The snapshot as it would be after the plan: for previews and tests. */
PlySnapshot *ply_plan_apply (const PlyPlan *self, PlySnapshot *snapshot);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlyPlan, ply_plan_free)

G_END_DECLS
