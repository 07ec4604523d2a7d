/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-conflict-settings.h"

#include "ply-edit-target.h"
#include "ply-fields-group.h"
#include "ply-severity-row.h"
#include "ply-walks-group.h"

#include <glib/gi18n-lib.h>

struct _PlyConflictSettings
{
  AdwPreferencesDialog parent_instance;
};

G_DEFINE_FINAL_TYPE (PlyConflictSettings, ply_conflict_settings, ADW_TYPE_PREFERENCES_DIALOG)

#define KINDS_MOST 10 /* of a group */

static const struct
{
  const char *title;
  PlyConflictKind kinds[KINDS_MOST + 1]; /* ends with PLY_N_CONFLICT_KINDS */
} groups[] = {
  { N_ ("Rooms"),
    { PLY_CONFLICT_ROOM_OVERLAP, PLY_CONFLICT_ROOM_UNAVAILABLE, PLY_CONFLICT_OVER_CAPACITY,
      PLY_CONFLICT_NO_ROOM, PLY_CONFLICT_LONG_GAP, PLY_CONFLICT_SHORT_TURNOVER,
      PLY_N_CONFLICT_KINDS } },
  { N_ ("People"),
    { PLY_CONFLICT_PERSON_OVERLAP, PLY_CONFLICT_PERSON_UNAVAILABLE, PLY_CONFLICT_WALKING_TIME,
      PLY_CONFLICT_NO_SPEAKER, PLY_CONFLICT_NO_CHAIR, PLY_CONFLICT_NO_INSTITUTION,
      PLY_CONFLICT_DUPLICATE_PERSON, PLY_N_CONFLICT_KINDS } },
  { N_ ("Time"),
    { PLY_CONFLICT_NO_TIME, PLY_CONFLICT_OUTSIDE_HOURS, PLY_CONFLICT_OVERFULL_SESSION,
      PLY_CONFLICT_SHORT_BREAK, PLY_N_CONFLICT_KINDS } },
  { N_ ("Rules"),
    { PLY_CONFLICT_ORDER_BROKEN, PLY_CONFLICT_NOT_PARALLEL, PLY_CONFLICT_MUST_SEE_OVERLAP,
      PLY_CONFLICT_SAME_ROOM, PLY_CONFLICT_SAME_DAY, PLY_N_CONFLICT_KINDS } },
  { N_ ("Balance"),
    { PLY_CONFLICT_TRACK_OVERLAP, PLY_CONFLICT_INSTITUTION_OVERLAP, PLY_CONFLICT_ONE_DAY,
      PLY_N_CONFLICT_KINDS } },
  { N_ ("Texts and Languages"),
    { PLY_CONFLICT_NO_INTERPRETATION, PLY_CONFLICT_MISSING_TRANSLATION,
      PLY_CONFLICT_DUPLICATE_TITLE, PLY_CONFLICT_NO_TYPE, PLY_N_CONFLICT_KINDS } },
};

static void
ply_conflict_settings_class_init (PlyConflictSettingsClass *klass)
{
}

static void
ply_conflict_settings_init (PlyConflictSettings *self)
{
}

static AdwPreferencesPage *
add_page (PlyConflictSettings *self, const char *title, const char *icon)
{
  GtkWidget *page = adw_preferences_page_new ();

  adw_preferences_page_set_title (ADW_PREFERENCES_PAGE (page), title);
  adw_preferences_page_set_icon_name (ADW_PREFERENCES_PAGE (page), icon);
  adw_preferences_dialog_add (ADW_PREFERENCES_DIALOG (self), ADW_PREFERENCES_PAGE (page));
  return ADW_PREFERENCES_PAGE (page);
}

static void
add_kinds (PlyConflictSettings *self, PlyWorkspace *workspace)
{
  AdwPreferencesPage *page = add_page (self, _ ("Kinds"), "ply-conflicts-symbolic");

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

      adw_preferences_group_set_title (group, _ (groups[i].title));
      for (guint j = 0; groups[i].kinds[j] != PLY_N_CONFLICT_KINDS; j++)
        adw_preferences_group_add (group, ply_severity_row_new (workspace, groups[i].kinds[j]));
      adw_preferences_page_add (page, group);
    }
}

static void
add_fields (AdwPreferencesPage *page, PlyEditTarget *target, const char *title,
            const char *description, const char *const *names)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (ply_fields_group_new (target, title, names));

  adw_preferences_group_set_description (group, description);
  adw_preferences_page_add (page, group);
}

static void
add_limits (PlyConflictSettings *self, PlyWorkspace *workspace)
{
  AdwPreferencesPage *page = add_page (self, _ ("Limits"), "preferences-system-time-symbolic");
  g_autoptr (PlyEditTarget) target = ply_edit_target_new (workspace, PLY_KIND_EVENT);

  ply_edit_target_set_id (
      target, ply_snapshot_get_event (ply_workspace_get_snapshot (workspace))->record.id);
  add_fields (page, target, _ ("Breaks and Gaps"), _ ("What is left empty is not looked at"),
              (const char *const[]) { "break_least", "gap_most", "turnover_least", NULL });
  add_fields (page, target, _ ("Languages"),
              _ ("Spoken, or interpreted into; a session type may ask for others"),
              (const char *const[]) { "wanted_languages", NULL });
  add_fields (page, target, _ ("Walking"), _ ("For people who go from one building to another"),
              (const char *const[]) { "walking", NULL });
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (ply_walks_group_new (workspace)));
}

AdwDialog *
ply_conflict_settings_new (PlyWorkspace *workspace)
{
  PlyConflictSettings *self;

  g_return_val_if_fail (PLY_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (PLY_TYPE_CONFLICT_SETTINGS, "title", _ ("Conflict Settings"),
                       "search-enabled", TRUE, NULL);
  add_kinds (self, workspace);
  add_limits (self, workspace);
  return ADW_DIALOG (self);
}
