/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-overview-page.h"

#include "ply-count-card.h"
#include "ply-edit-target.h"
#include "ply-fields-group.h"
#include "ply-formatter.h"
#include "ply-language-list.h"
#include "ply-language.h"
#include "ply-missing.h"

#include <glib/gi18n-lib.h>

/* Counting what is missing looks at every text: it waits for a pause in the typing. */
#define COUNT_DELAY_MS 300

struct _PlyOverviewPage
{
  AdwBin parent_instance;

  /* Owned */
  PlyWorkspace *workspace;
  PlyEditTarget *target;
  char **language_codes; /* of the toggles */
  guint count_source;
  guint fields_source; /* the rows to edit in are made after the first frame */
  gboolean filling;

  /* Template */
  AdwPreferencesPage *page;
  GtkLabel *title_label, *subtitle_label;
  AdwWrapBox *cards;
  GtkWidget *language_box;
  GtkListBox *state_list;
  AdwToggleGroup *languages;
};

G_DEFINE_FINAL_TYPE (PlyOverviewPage, ply_overview_page, ADW_TYPE_BIN)

static const struct
{
  PlyKind kind;
  const char *view;
} cards[] = {
  { PLY_KIND_DAY, "places" },
  { PLY_KIND_SESSION, "sessions" },
  { PLY_KIND_TALK, "sessions" },
  { PLY_KIND_PERSON, "speakers" },
  { PLY_KIND_INSTITUTION, "institutions" },
  { PLY_KIND_ROOM, "places" },
  { PLY_KIND_TRACK, "places" },
};

static const struct
{
  const char *title; /* NULL: goes on below the heading */
  const char *fields;
} groups[] = {
  { NULL, "title subtitle theme acronym organizers logo" },
  { N_ ("Place and Time"), "venue city country timezone slot_minutes" },
  { N_ ("Languages"), "base_language languages wanted_languages" },
  { N_ ("Time Limits"), "break_least gap_most turnover_least walking" },
  { N_ ("Texts"), "url description imprint notes" },
};

static PlySnapshot *
snapshot (PlyOverviewPage *self)
{
  return ply_workspace_get_snapshot (self->workspace);
}

/* "12–13 October 2023 · German-Kazakh University · Almaty" */
static char *
describe_event (PlyOverviewPage *self)
{
  const PlyEvent *event = ply_snapshot_get_event (snapshot (self));
  g_autoptr (GPtrArray) days = ply_snapshot_dup_ordered (snapshot (self), PLY_KIND_DAY);
  g_autofree char *language = ply_interface_language ();
  g_autoptr (PlyFormatter) formatter = ply_formatter_new (language);
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;

  if (days->len > 0)
    g_strv_builder_take (
        parts, ply_formatter_date_range (formatter, ((const PlyDay *) days->pdata[0])->date,
                                         ((const PlyDay *) days->pdata[days->len - 1])->date));
  if (event->venue != NULL)
    g_strv_builder_add (parts, event->venue);
  if (event->city != NULL)
    g_strv_builder_add (parts, event->city);
  texts = g_strv_builder_end (parts);
  return g_strjoinv (" · ", texts);
}

/* What is missing. There is a row for everything, also when nothing is: rows that come and go would
 * move the entry that someone types in. */

static void
add_state (PlyOverviewPage *self, const char *title, const char *state, gboolean complete,
           const char *view)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), state);
  if (complete)
    {
      GtkWidget *mark = gtk_image_new_from_icon_name ("object-select-symbolic");

      gtk_widget_add_css_class (mark, "success");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), mark);
    }
  if (view != NULL)
    {
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-view");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", view);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name ("go-next-symbolic"));
    }
  gtk_list_box_append (self->state_list, row);
}

static void
add_places_state (PlyOverviewPage *self)
{
  guint n = ply_missing_places (snapshot (self));
  g_autofree char *state =
      /* Translators: %u is a number of sessions */
      n > 0
          ? g_strdup_printf (ngettext ("%u without time or room", "%u without time or room", n), n)
          : g_strdup (_ ("All placed"));

  add_state (self, _ ("Sessions"), state, n == 0, "sessions");
}

static void
add_language_state (PlyOverviewPage *self, const char *language)
{
  g_autofree char *display = ply_interface_language ();
  g_autofree char *name = ply_language_name (language, display);
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;
  g_autofree char *state = NULL;
  g_autofree char *title = NULL;
  guint missing, outdated;

  ply_missing_translations (snapshot (self), language, &missing, &outdated);
  if (missing > 0)
    g_strv_builder_take (
        parts,
        /* Translators: %u is a number of texts */
        g_strdup_printf (ngettext ("%u text missing", "%u texts missing", missing), missing));
  if (outdated > 0)
    g_strv_builder_take (
        parts,
        /* Translators: %u is a number of translations that are older than the original */
        g_strdup_printf (ngettext ("%u outdated", "%u outdated", outdated), outdated));
  if (missing + outdated == 0)
    g_strv_builder_add (parts, _ ("All translated"));
  texts = g_strv_builder_end (parts);
  state = g_strjoinv (", ", texts);
  /* Translators: a row about the translations into a language; %s is its name */
  title = g_strdup_printf (_ ("Translation: %s"), name != NULL ? name : language);
  add_state (self, title, state, missing + outdated == 0, NULL);
}

static void
show_state (PlyOverviewPage *self)
{
  g_auto (GStrv) languages = ply_snapshot_dup_languages (snapshot (self));

  gtk_list_box_remove_all (self->state_list);
  add_places_state (self);
  for (guint i = 1; languages[0] != NULL && languages[i] != NULL; i++)
    add_language_state (self, languages[i]);
}

static gboolean
count_missing_cb (gpointer data)
{
  PlyOverviewPage *self = data;

  self->count_source = 0;
  show_state (self);
  return G_SOURCE_REMOVE;
}

/* Languages */

static void
add_toggle (PlyOverviewPage *self, const char *language)
{
  AdwToggle *toggle = adw_toggle_new ();
  g_autofree char *display = ply_interface_language ();
  g_autofree char *name = ply_language_name (language, display);
  g_autofree char *code = g_utf8_strup (language, -1);

  adw_toggle_set_name (toggle, language);
  adw_toggle_set_label (toggle, code);
  adw_toggle_set_tooltip (toggle, name != NULL ? name : language);
  adw_toggle_group_add (self->languages, toggle);
}

static void
update_languages (PlyOverviewPage *self)
{
  g_auto (GStrv) codes = ply_snapshot_dup_languages (snapshot (self));
  const char *language = ply_edit_target_get_language (self->target);

  if (self->language_codes != NULL
      && g_strv_equal ((const char *const *) self->language_codes, (const char *const *) codes))
    return;
  self->filling = TRUE;
  adw_toggle_group_remove_all (self->languages);
  for (guint i = 0; codes[i] != NULL; i++)
    add_toggle (self, codes[i]);
  if (language == NULL || !g_strv_contains ((const char *const *) codes, language))
    language = codes[0];
  adw_toggle_group_set_active_name (self->languages, language);
  self->filling = FALSE;
  gtk_widget_set_visible (self->language_box, g_strv_length (codes) > 1);
  g_strfreev (self->language_codes);
  self->language_codes = g_steal_pointer (&codes);
}

static void
language_cb (PlyOverviewPage *self)
{
  const char *language = adw_toggle_group_get_active_name (self->languages);

  if (self->filling || language == NULL)
    return;
  ply_edit_target_set_language (self->target,
                                g_str_equal (language, self->language_codes[0]) ? NULL : language);
}

static void
update (PlyOverviewPage *self)
{
  const PlyEvent *event = ply_snapshot_get_event (snapshot (self));
  g_autofree char *subtitle = describe_event (self);

  gtk_label_set_label (self->title_label, event->title);
  gtk_label_set_label (self->subtitle_label, subtitle);
  for (GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->cards)); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    ply_count_card_update (PLY_COUNT_CARD (card), snapshot (self));
  update_languages (self);
  g_clear_handle_id (&self->count_source, g_source_remove);
  self->count_source = g_timeout_add (COUNT_DELAY_MS, count_missing_cb, self);
}

static void
ply_overview_page_dispose (GObject *object)
{
  PlyOverviewPage *self = PLY_OVERVIEW_PAGE (object);

  g_clear_handle_id (&self->count_source, g_source_remove);
  g_clear_handle_id (&self->fields_source, g_source_remove);
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_pointer (&self->language_codes, g_strfreev);
  g_clear_object (&self->target);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (ply_overview_page_parent_class)->dispose (object);
}

static void
ply_overview_page_class_init (PlyOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ply_overview_page_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/plenary_app/Plenary/ui/ply-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PlyOverviewPage, page);
  gtk_widget_class_bind_template_child (widget_class, PlyOverviewPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, PlyOverviewPage, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, PlyOverviewPage, cards);
  gtk_widget_class_bind_template_child (widget_class, PlyOverviewPage, state_list);
  gtk_widget_class_bind_template_child (widget_class, PlyOverviewPage, language_box);
  gtk_widget_class_bind_template_child (widget_class, PlyOverviewPage, languages);
  gtk_widget_class_bind_template_callback (widget_class, language_cb);
}

static void
ply_overview_page_init (PlyOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (cards); i++)
    adw_wrap_box_append (self->cards, ply_count_card_new (cards[i].kind, cards[i].view));
}

static gboolean
add_fields_cb (gpointer data)
{
  PlyOverviewPage *self = data;

  self->fields_source = 0;
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      g_auto (GStrv) names = g_strsplit (groups[i].fields, " ", -1);
      GtkWidget *group =
          ply_fields_group_new (self->target, groups[i].title != NULL ? _ (groups[i].title) : NULL,
                                (const char *const *) names);

      if (group != NULL)
        adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
    }
  return G_SOURCE_REMOVE;
}

GtkWidget *
ply_overview_page_new (PlyWorkspace *workspace)
{
  PlyOverviewPage *self;

  g_return_val_if_fail (PLY_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (PLY_TYPE_OVERVIEW_PAGE, NULL);
  self->workspace = g_object_ref (workspace);
  self->target = ply_edit_target_new (workspace, PLY_KIND_EVENT);
  ply_edit_target_set_id (self->target, ply_snapshot_get_event (snapshot (self))->record.id);
  self->fields_source = g_idle_add_full (G_PRIORITY_LOW, add_fields_cb, self, NULL);
  update (self);
  show_state (self);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
