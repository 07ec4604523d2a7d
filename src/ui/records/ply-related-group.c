/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-related-group.h"

#include "ply-describe.h"
#include "ply-option.h"
#include "ply-programme-order.h"

#include <glib/gi18n-lib.h>

/* A session type may have hundreds of sessions; the list shows them all. */
#define MAX_SHOWN 50

struct _PlyRelatedGroup
{
  PlyChildGroup parent_instance;

  PlySectionType section;
  guint n_children;
};

G_DEFINE_FINAL_TYPE (PlyRelatedGroup, ply_related_group, PLY_TYPE_CHILD_GROUP)

static PlySnapshot *
get_snapshot (gpointer self)
{
  return ply_edit_target_get_snapshot (ply_child_group_get_target (self));
}

static int
compare_sessions (gconstpointer a, gconstpointer b, gpointer snapshot)
{
  const PlySession *first = *(const PlySession *const *) a;
  const PlySession *second = *(const PlySession *const *) b;
  const PlyDay *first_day = ply_snapshot_lookup (snapshot, PLY_KIND_DAY, first->day);
  const PlyDay *second_day = ply_snapshot_lookup (snapshot, PLY_KIND_DAY, second->day);
  int order = g_strcmp0 (first_day != NULL ? first_day->date : NULL,
                         second_day != NULL ? second_day->date : NULL);

  if (order != 0)
    return order;
  return first->start < second->start ? -1 : first->start > second->start;
}

static GPtrArray *
dup_sessions (PlyRelatedGroup *self, const PlyRecord *record)
{
  const char *field_name =
      record->kind == PLY_KIND_SESSION_TYPE ? "type" : ply_kind_get_info (record->kind)->name;
  PlySnapshot *snapshot = get_snapshot (self);
  GPtrArray *sessions = g_ptr_array_copy (
      ply_snapshot_get_children (snapshot, PLY_KIND_SESSION, field_name, record->id), NULL, NULL);

  g_ptr_array_sort_with_data (sessions, compare_sessions, snapshot);
  return sessions;
}

static GPtrArray *
dup_all (PlyRelatedGroup *self, gconstpointer record)
{
  if (self->section == PLY_SECTION_CONTRIBUTIONS)
    return ply_contributions_of (get_snapshot (self), record);
  if (self->section == PLY_SECTION_STAFF)
    return g_ptr_array_copy (ply_snapshot_get_children (get_snapshot (self), PLY_KIND_AFFILIATION,
                                                        "institution", PLY_RECORD (record)->id),
                             NULL, NULL);
  return dup_sessions (self, record);
}

/* The record that a row leads to. */
static const PlyRecord *
get_destination (PlySnapshot *snapshot, gconstpointer child)
{
  const PlyAffiliation *affiliation = child;
  const PlyParticipation *part = child;

  switch (PLY_RECORD (child)->kind)
    {
    case PLY_KIND_AFFILIATION:
      return ply_snapshot_lookup (snapshot, PLY_KIND_PERSON, affiliation->person);
    case PLY_KIND_PARTICIPATION:
      return part->talk != NULL ? ply_snapshot_lookup (snapshot, PLY_KIND_TALK, part->talk)
                                : ply_snapshot_lookup (snapshot, PLY_KIND_SESSION, part->session);
    default:
      return child;
    }
}

static char *
dup_when (PlySnapshot *snapshot, const PlyRecord *record)
{
  const PlySession *session = (gconstpointer) record;

  if (record->kind == PLY_KIND_TALK)
    session = ply_snapshot_lookup (snapshot, PLY_KIND_SESSION, ((const PlyTalk *) record)->session);
  return session != NULL ? ply_describe_when (snapshot, session) : g_strdup ("");
}

static const char *
get_role (const PlyParticipation *part)
{
  return ply_option_choice_label (PLY_KIND_PARTICIPATION, "role", part->role);
}

static char *
dup_subtitle (PlySnapshot *snapshot, gconstpointer child)
{
  g_autofree char *when = NULL;

  if (PLY_RECORD (child)->kind == PLY_KIND_AFFILIATION)
    return g_strdup (((const PlyAffiliation *) child)->position);
  when = dup_when (snapshot, get_destination (snapshot, child));
  if (PLY_RECORD (child)->kind == PLY_KIND_PARTICIPATION)
    return g_strconcat (get_role (child), " · ", when, NULL);
  return g_steal_pointer (&when);
}

static GPtrArray *
ply_related_group_dup_children (PlyChildGroup *group, gconstpointer record)
{
  PlyRelatedGroup *self = PLY_RELATED_GROUP (group);
  g_autoptr (GPtrArray) all = dup_all (self, record);
  GPtrArray *children = g_ptr_array_new ();

  for (guint i = 0; i < all->len && children->len < MAX_SHOWN; i++)
    if (get_destination (get_snapshot (self), g_ptr_array_index (all, i)) != NULL)
      g_ptr_array_add (children, g_ptr_array_index (all, i));
  self->n_children = all->len;
  return children;
}

static GtkWidget *
ply_related_group_create_row (PlyChildGroup *group, gconstpointer child)
{
  const PlyRecord *destination = get_destination (get_snapshot (group), child);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "activatable", TRUE,
                                 "title-lines", 2, "subtitle-lines", 2, NULL);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-record");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)",
                                    ply_kind_get_info (destination->kind)->name, destination->id);
  return row;
}

static void
ply_related_group_update_row (PlyChildGroup *group, GtkWidget *row, gconstpointer child)
{
  PlySnapshot *snapshot = get_snapshot (group);
  g_autofree char *title = ply_describe_record (snapshot, get_destination (snapshot, child));
  g_autofree char *subtitle = dup_subtitle (snapshot, child);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
}

static void
ply_related_group_update (PlyChildGroup *group, gconstpointer record, GPtrArray *children)
{
  PlyRelatedGroup *self = PLY_RELATED_GROUP (group);
  gboolean shows = ply_edit_target_get_language (ply_child_group_get_target (group)) == NULL;
  g_autofree char *description = NULL;

  if (children->len < self->n_children)
    /* Translators: of a long list only the beginning is shown; both are numbers */
    description = g_strdup_printf (_ ("The first %1$u of %2$u"), children->len, self->n_children);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  gtk_widget_set_visible (GTK_WIDGET (group), shows && children->len > 0);
}

static void
ply_related_group_class_init (PlyRelatedGroupClass *klass)
{
  PlyChildGroupClass *group_class = PLY_CHILD_GROUP_CLASS (klass);

  group_class->dup_children = ply_related_group_dup_children;
  group_class->create_row = ply_related_group_create_row;
  group_class->update_row = ply_related_group_update_row;
  group_class->update = ply_related_group_update;
}

static void
ply_related_group_init (PlyRelatedGroup *self)
{
}

GtkWidget *
ply_related_group_new (PlyEditTarget *target, PlySectionType section)
{
  PlyRelatedGroup *self;

  g_return_val_if_fail (PLY_IS_EDIT_TARGET (target), NULL);

  self = g_object_new (PLY_TYPE_RELATED_GROUP, NULL);
  self->section = section;
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self),
                                   section == PLY_SECTION_STAFF      ? _ ("People")
                                   : section == PLY_SECTION_SESSIONS ? _ ("Sessions")
                                                                     : _ ("Contributions"));
  ply_child_group_follow (PLY_CHILD_GROUP (self), target);
  return GTK_WIDGET (self);
}
