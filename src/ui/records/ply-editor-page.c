/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-editor-page.h"

#include "ply-affiliations-group.h"
#include "ply-availability-group.h"
#include "ply-conflicts-group.h"
#include "ply-describe.h"
#include "ply-edit-target.h"
#include "ply-editor-layout.h"
#include "ply-fields-group.h"
#include "ply-language.h"
#include "ply-links-group.h"
#include "ply-people-group.h"
#include "ply-related-group.h"
#include "ply-rules-group.h"
#include "ply-talks-group.h"
#include "ply-text-row.h"

#include <glib/gi18n-lib.h>

struct _PlyEditorPage
{
  AdwNavigationPage parent_instance;

  PlyEditTarget *target;
  char **languages; /* of the switch */
  gboolean filled, loading;

  AdwHeaderBar *header_bar;
  GtkWidget *language_bar;
  AdwToggleGroup *language_group;
  AdwPreferencesPage *preferences_page;
};

G_DEFINE_FINAL_TYPE (PlyEditorPage, ply_editor_page, ADW_TYPE_NAVIGATION_PAGE)

/* Languages */

static void
add_language (PlyEditorPage *self, const char *language)
{
  AdwToggle *toggle = adw_toggle_new ();
  g_autofree char *label = g_utf8_strup (language, -1);
  g_autofree char *name = ply_language_name (language, g_get_language_names ()[0]);

  adw_toggle_set_name (toggle, language);
  adw_toggle_set_label (toggle, label);
  adw_toggle_set_tooltip (toggle, name);
  adw_toggle_group_add (self->language_group, toggle);
}

static void
update_languages (PlyEditorPage *self)
{
  PlySnapshot *snapshot = ply_edit_target_get_snapshot (self->target);
  g_auto (GStrv) languages = ply_snapshot_dup_languages (snapshot);
  const char *language = ply_edit_target_get_language (self->target);

  if (self->languages != NULL
      && g_strv_equal ((const char *const *) self->languages, (const char *const *) languages))
    return;
  self->loading = TRUE;
  adw_toggle_group_remove_all (self->language_group);
  for (guint i = 0; languages[i] != NULL; i++)
    add_language (self, languages[i]);
  if (language == NULL || !g_strv_contains ((const char *const *) languages, language))
    language = languages[0];
  adw_toggle_group_set_active_name (self->language_group, language);
  self->loading = FALSE;
  gtk_widget_set_visible (self->language_bar, g_strv_length (languages) > 1);
  g_strfreev (self->languages);
  self->languages = g_steal_pointer (&languages);
}

static void
language_cb (PlyEditorPage *self)
{
  const char *language = adw_toggle_group_get_active_name (self->language_group);

  if (self->loading || language == NULL)
    return;
  ply_edit_target_set_language (self->target,
                                g_str_equal (language, self->languages[0]) ? NULL : language);
}

/* Groups */

static void
add_fields (PlyEditorPage *self, const char *title, const char *const *names)
{
  GtkWidget *group = ply_fields_group_new (self->target, title, names);

  if (group != NULL)
    adw_preferences_page_add (self->preferences_page, ADW_PREFERENCES_GROUP (group));
}

static GtkWidget *
group_new (PlyEditorPage *self, PlySectionType type)
{
  switch (type)
    {
    case PLY_SECTION_TALKS:
      return ply_talks_group_new (self->target);
    case PLY_SECTION_PEOPLE:
      return ply_people_group_new (self->target);
    case PLY_SECTION_AFFILIATIONS:
      return ply_affiliations_group_new (self->target);
    case PLY_SECTION_LINKS:
      return ply_links_group_new (self->target);
    case PLY_SECTION_RULES:
      return ply_rules_group_new (self->target);
    case PLY_SECTION_AVAILABILITY:
      return ply_availability_group_new (self->target);
    default:
      return ply_related_group_new (self->target, type);
    }
}

static void
add_section (PlyEditorPage *self, const PlySection *section)
{
  g_auto (GStrv) names = NULL;

  if (section->type != PLY_SECTION_FIELDS)
    {
      adw_preferences_page_add (self->preferences_page,
                                ADW_PREFERENCES_GROUP (group_new (self, section->type)));
      return;
    }
  names = g_strsplit (section->fields, " ", -1);
  add_fields (self, section->title != NULL ? _ (section->title) : NULL,
              (const char *const *) names);
}

static void
fill (PlyEditorPage *self)
{
  PlyKind kind = ply_edit_target_get_kind (self->target);
  const PlySection *section = ply_editor_layout_get_sections (kind);
  g_auto (GStrv) rest = ply_editor_layout_dup_rest (kind);

  adw_preferences_page_add (self->preferences_page,
                            ADW_PREFERENCES_GROUP (ply_conflicts_group_new (self->target)));
  for (; section->type != PLY_SECTION_FIELDS || section->fields != NULL; section++)
    add_section (self, section);
  add_fields (self, _ ("More"), (const char *const *) rest);
  self->filled = TRUE;
}

static void
refresh (PlyEditorPage *self)
{
  gconstpointer record = ply_edit_target_get_record (self->target);
  g_autofree char *title = NULL;

  if (record == NULL)
    return;
  title = ply_describe_record (ply_edit_target_get_snapshot (self->target), record);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
  update_languages (self);
}

static GtkWidget *
find_entry (GtkWidget *widget)
{
  if (PLY_IS_TEXT_ROW (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_entry (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
ply_editor_page_finalize (GObject *object)
{
  PlyEditorPage *self = PLY_EDITOR_PAGE (object);

  g_clear_object (&self->target);
  g_clear_pointer (&self->languages, g_strfreev);

  G_OBJECT_CLASS (ply_editor_page_parent_class)->finalize (object);
}

static void
ply_editor_page_class_init (PlyEditorPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ply_editor_page_finalize;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/plenary_app/Plenary/ui/ply-editor-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PlyEditorPage, header_bar);
  gtk_widget_class_bind_template_child (widget_class, PlyEditorPage, language_bar);
  gtk_widget_class_bind_template_child (widget_class, PlyEditorPage, language_group);
  gtk_widget_class_bind_template_child (widget_class, PlyEditorPage, preferences_page);
  gtk_widget_class_bind_template_callback (widget_class, language_cb);
}

static void
ply_editor_page_init (PlyEditorPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

PlyEditorPage *
ply_editor_page_new (PlyWorkspace *workspace, PlyKind kind)
{
  PlyEditorPage *self;

  g_return_val_if_fail (PLY_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (PLY_TYPE_EDITOR_PAGE, NULL);
  self->target = ply_edit_target_new (workspace, kind);
  g_signal_connect_object (self->target, "refresh", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  return self;
}

void
ply_editor_page_set_id (PlyEditorPage *self, const char *id)
{
  g_return_if_fail (PLY_IS_EDITOR_PAGE (self));

  ply_edit_target_set_id (self->target, id);
  if (id != NULL && !self->filled)
    fill (self);
}

const char *
ply_editor_page_get_id (PlyEditorPage *self)
{
  g_return_val_if_fail (PLY_IS_EDITOR_PAGE (self), NULL);
  return ply_edit_target_get_id (self->target);
}

void
ply_editor_page_focus_first (PlyEditorPage *self, gboolean select_all)
{
  GtkWidget *entry;

  g_return_if_fail (PLY_IS_EDITOR_PAGE (self));

  entry = find_entry (GTK_WIDGET (self->preferences_page));
  if (entry == NULL)
    return;
  gtk_widget_grab_focus (entry);
  if (select_all)
    gtk_editable_select_region (GTK_EDITABLE (entry), 0, -1);
  else
    gtk_editable_set_position (GTK_EDITABLE (entry), -1);
}

void
ply_editor_page_add_button (PlyEditorPage *self, GtkWidget *button)
{
  g_return_if_fail (PLY_IS_EDITOR_PAGE (self) && GTK_IS_WIDGET (button));

  adw_header_bar_pack_start (self->header_bar, button);
}
