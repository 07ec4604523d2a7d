/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ply-edit-target.h"

G_BEGIN_DECLS

/* A group of rows for the records that hang on the edited one: its talks, people, links. Keeps its
 * rows as long as the same records are there in the same order. Rows can be moved (Alt+Up,
 * Alt+Down) and removed (Delete) when the class allows it. */

#define PLY_TYPE_CHILD_GROUP (ply_child_group_get_type ())
G_DECLARE_DERIVABLE_TYPE (PlyChildGroup, ply_child_group, PLY, CHILD_GROUP, AdwPreferencesGroup)

struct _PlyChildGroupClass
{
  AdwPreferencesGroupClass parent_class;

  /* PlyRecord in order; the caller frees the array. @record is never NULL. */
  GPtrArray *(*dup_children) (PlyChildGroup *self, gconstpointer record);
  /* A row, floating. */
  GtkWidget *(*create_row) (PlyChildGroup *self, gconstpointer child);
  /* After every refresh; may be NULL. */
  void (*update_row) (PlyChildGroup *self, GtkWidget *row, gconstpointer child);
  /* What else the group shows; may be NULL. */
  void (*update) (PlyChildGroup *self, gconstpointer record, GPtrArray *children);
  gboolean can_move, can_remove;
};

/* For constructors of subclasses: from now on the group follows @target. */
void ply_child_group_follow (PlyChildGroup *self, PlyEditTarget *target);
PlyEditTarget *ply_child_group_get_target (PlyChildGroup *self);
/* The row of that child; NULL when there is none. */
GtkWidget *ply_child_group_get_row (PlyChildGroup *self, const char *id);
/* A menu for a child's row: what the class allows, and "Open" for the record that the row is about
 * when @kind and @id are given. */
GtkWidget *ply_child_group_menu_new (PlyChildGroup *self, const char *child_id, PlyKind kind,
                                     const char *id);
/* Buttons in the group's head that add a child: by a popover, or by @callback (self). */
void ply_child_group_add_picker (PlyChildGroup *self, GtkWidget *popover, const char *tooltip);
void ply_child_group_add_button (PlyChildGroup *self, const char *tooltip, GCallback callback);
/* A line in the warning color below the rows; NULL for none. */
void ply_child_group_set_notice (PlyChildGroup *self, const char *notice);
/* Runs @plan and reports what goes wrong. */
gboolean ply_child_group_run (PlyChildGroup *self, const PlyPlan *plan);
/* A rank behind the last child. */
char *ply_child_group_dup_next_rank (PlyChildGroup *self);

G_END_DECLS
