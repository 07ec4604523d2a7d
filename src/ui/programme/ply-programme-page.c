/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-programme-page-private.h"

#include "ply-catalog.h"
#include "ply-output-job.h"
#include "ply-programme.h"
#include "ply-settings.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

/* From a change to the layout that shows it: what changes together is laid out once. A layout that
 * runs is waited for, so that a burst of typing does not pile up. */
#define REQUEST_DELAY_MS 5

G_DEFINE_FINAL_TYPE (PlyProgrammePage, ply_programme_page, ADW_TYPE_BIN)

/* Rendering */

static gboolean
request_cb (gpointer data)
{
  PlyProgrammePage *self = data;

  self->request_source = 0;
  ply_renderer_request (self->renderer, ply_workspace_get_snapshot (self->workspace),
                        ply_options_form_get_options (self->form));
  return G_SOURCE_REMOVE;
}

static void
request (PlyProgrammePage *self)
{
  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (!self->stale && self->request_source == 0)
    self->request_source = g_timeout_add (REQUEST_DELAY_MS, request_cb, self);
}

/* The event's languages first, then what a programme can have its words and dates in, for guests
 * who read none of those. */
static void
update_languages (PlyProgrammePage *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) own = ply_snapshot_dup_languages (ply_workspace_get_snapshot (self->workspace));
  g_auto (GStrv) printable = ply_catalog_dup_languages ();
  g_auto (GStrv) languages = NULL;

  g_strv_builder_addv (builder, (const char **) own);
  for (guint i = 0; printable[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) own, printable[i]))
      g_strv_builder_add (builder, printable[i]);
  languages = g_strv_builder_end (builder);
  ply_options_form_set_languages (self->form, (const char *const *) languages);
}

static void
changed_cb (PlyProgrammePage *self)
{
  self->changed_at = g_get_monotonic_time ();
  update_languages (self);
  request (self);
}

static void
remember_options (PlyProgrammePage *self)
{
  PlyProductOptions *options = ply_options_form_get_options (self->form);
  GSettings *settings = ply_settings_get ();

  if (settings == NULL)
    return;
  g_settings_set_string (settings, "programme-paper", ply_product_options_get (options, "paper"));
  g_settings_set_string (settings, "programme-language",
                         ply_product_options_get (options, "language"));
}

/* The zoom that someone chose: 0 for the page's width, which follows the window. */
static void
remember_zoom (PlyProgrammePage *self)
{
  GSettings *settings = ply_settings_get ();
  PlyFit fit = ply_page_view_get_fit (self->view);

  if (settings == NULL || fit == PLY_FIT_PAGE)
    return;
  g_settings_set_double (settings, "zoom",
                         fit == PLY_FIT_WIDTH ? 0 : ply_page_view_get_zoom (self->view));
}

static void
options_changed_cb (PlyProgrammePage *self)
{
  remember_options (self);
  request (self);
}

static void
map_cb (PlyProgrammePage *self)
{
  if (self->stale)
    {
      self->changed_at = g_get_monotonic_time ();
      request (self);
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* Notes */

static const PlyRecord *
find_record (PlySnapshot *snapshot, const char *id)
{
  for (guint kind = 0; id != NULL && kind < PLY_N_KINDS; kind++)
    {
      const PlyRecord *record = ply_snapshot_lookup (snapshot, kind, id);

      if (record != NULL)
        return record;
    }
  return NULL;
}

static void
show_record (PlyProgrammePage *self, const char *id)
{
  const PlyRecord *record = find_record (ply_workspace_get_snapshot (self->workspace), id);

  if (record != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-record", "(ss)",
                                ply_kind_get_info (record->kind)->name, id);
}

static void
note_activated_cb (GtkWidget *row, const char *id)
{
  show_record (PLY_PROGRAMME_PAGE (gtk_widget_get_ancestor (row, PLY_TYPE_PROGRAMME_PAGE)), id);
}

static void
add_note (PlyProgrammePage *self, const char *message, const char *record)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), message);
  if (record != NULL)
    {
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name ("go-next-symbolic"));
      g_signal_connect_data (row, "activated", G_CALLBACK (note_activated_cb), g_strdup (record),
                             (GClosureNotify) (GCallback) g_free, 0);
    }
  gtk_list_box_append (self->notes_list, row);
}

static void
update_notes (PlyProgrammePage *self, const PlyRendered *rendered)
{
  guint n_warnings, n_notes = rendered->notes != NULL ? rendered->notes->len : 0;
  const PlyLayoutWarning *warnings = ply_layout_get_warnings (rendered->layout, &n_warnings);

  gtk_list_box_remove_all (self->notes_list);
  for (guint i = 0; i < n_notes; i++)
    {
      const PlyProductNote *note = rendered->notes->pdata[i];

      add_note (self, note->message, note->record);
    }
  for (guint i = 0; i < n_warnings; i++)
    add_note (self, warnings[i].message, warnings[i].record);
  gtk_widget_set_visible (GTK_WIDGET (self->notes_group), n_notes + n_warnings > 0);
}

/* Pages */

static void
update_page (PlyProgrammePage *self)
{
  guint n_pages = ply_page_view_get_n_pages (self->view);
  guint page = ply_page_view_get_page (self->view);
  g_autofree char *number = g_strdup_printf ("%u", page + 1);
  /* Translators: stands after the entry with a page's number; %u is the number of pages */
  g_autofree char *count = g_strdup_printf (_ ("of %u"), n_pages);

  gtk_editable_set_text (GTK_EDITABLE (self->page_entry), number);
  gtk_label_set_label (self->page_count, count);
  if (adw_overlay_split_view_get_show_sidebar (self->thumbnails_split))
    ply_page_view_reveal_page (self->thumbnails, page);
}

static void
update_zoom (PlyProgrammePage *self)
{
  /* Translators: a zoom in percent */
  g_autofree char *label =
      g_strdup_printf (_ ("%.0f %%"), 100 * ply_page_view_get_zoom (self->view));

  gtk_menu_button_set_label (self->zoom_button, label);
}

static void
rendered_cb (PlyProgrammePage *self)
{
  const PlyRendered *rendered = ply_renderer_get_rendered (self->renderer);

  ply_painter_set_layout (self->painter, rendered->layout);
  if (!g_str_equal (gtk_stack_get_visible_child_name (self->stack), "pages"))
    {
      gtk_stack_set_visible_child_name (self->stack, "pages");
      gtk_widget_grab_focus (GTK_WIDGET (self->view));
    }
  ply_page_view_layout_changed (self->view);
  ply_page_view_layout_changed (self->thumbnails);
  ply_find_bar_refresh (self->find_bar);
  update_notes (self, rendered);
  update_page (self);
}

static void
failed_cb (PlyProgrammePage *self, const GError *error)
{
  adw_status_page_set_description (self->failed_page, error->message);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

static void
busy_cb (PlyProgrammePage *self)
{
  gtk_widget_set_visible (self->busy_spinner, ply_renderer_get_busy (self->renderer));
}

/* For "dev bench": from a change to the page that shows it. */
static void
settled_cb (PlyProgrammePage *self)
{
  if (self->changed_at != 0 && !ply_renderer_get_busy (self->renderer)
      && g_strcmp0 (g_getenv ("PLY_TIME_PREVIEW"), "1") == 0)
    fprintf (stderr, "preview %.0f\n", (g_get_monotonic_time () - self->changed_at) / 1000.0);
  self->changed_at = 0;
}

static void
page_activated_cb (PlyProgrammePage *self, guint page)
{
  ply_page_view_set_page (self->view, page);
}

static void
page_entered_cb (PlyProgrammePage *self)
{
  guint64 page =
      g_ascii_strtoull (gtk_editable_get_text (GTK_EDITABLE (self->page_entry)), NULL, 10);

  if (page >= 1 && page <= ply_page_view_get_n_pages (self->view))
    {
      ply_page_view_set_page (self->view, (guint) page - 1);
      gtk_widget_grab_focus (GTK_WIDGET (self->view));
    }
  else
    update_page (self);
}

/* Class */

static void
ply_programme_page_dispose (GObject *object)
{
  PlyProgrammePage *self = PLY_PROGRAMME_PAGE (object);

  g_clear_handle_id (&self->request_source, g_source_remove);
  if (self->workspace != NULL)
    remember_zoom (self);
  if (self->renderer != NULL)
    ply_renderer_stop (self->renderer);
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->renderer);
  g_clear_object (&self->painter);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (ply_programme_page_parent_class)->dispose (object);
}

static void
ply_programme_page_class_init (PlyProgrammePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ply_programme_page_dispose;
  g_type_ensure (PLY_TYPE_FIND_BAR);
  g_type_ensure (PLY_TYPE_PAGE_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/plenary_app/Plenary/ui/ply-programme-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PlyProgrammePage, toasts);
  gtk_widget_class_bind_template_child (widget_class, PlyProgrammePage, find_bar);
  gtk_widget_class_bind_template_child (widget_class, PlyProgrammePage, options_split);
  gtk_widget_class_bind_template_child (widget_class, PlyProgrammePage, thumbnails_split);
  gtk_widget_class_bind_template_child (widget_class, PlyProgrammePage, options_page);
  gtk_widget_class_bind_template_child (widget_class, PlyProgrammePage, notes_group);
  gtk_widget_class_bind_template_child (widget_class, PlyProgrammePage, notes_list);
  gtk_widget_class_bind_template_child (widget_class, PlyProgrammePage, thumbnails);
  gtk_widget_class_bind_template_child (widget_class, PlyProgrammePage, view);
  gtk_widget_class_bind_template_child (widget_class, PlyProgrammePage, stack);
  gtk_widget_class_bind_template_child (widget_class, PlyProgrammePage, failed_page);
  gtk_widget_class_bind_template_child (widget_class, PlyProgrammePage, page_entry);
  gtk_widget_class_bind_template_child (widget_class, PlyProgrammePage, page_count);
  gtk_widget_class_bind_template_child (widget_class, PlyProgrammePage, busy_spinner);
  gtk_widget_class_bind_template_child (widget_class, PlyProgrammePage, zoom_button);
  gtk_widget_class_bind_template_callback (widget_class, page_entered_cb);
  ply_programme_page_install_actions (widget_class);
}

static void
connect (PlyProgrammePage *self, gpointer object, const char *signal, GCallback callback)
{
  g_signal_connect_object (object, signal, callback, self, G_CONNECT_SWAPPED);
}

static void
ply_programme_page_init (PlyProgrammePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->renderer = ply_renderer_new ();
  self->painter = ply_painter_new ();
  ply_page_view_set_painter (self->view, self->painter);
  ply_page_view_set_painter (self->thumbnails, self->painter);
  ply_find_bar_connect (self->find_bar, self->painter, self->view);
  connect (self, self->renderer, "rendered", G_CALLBACK (rendered_cb));
  connect (self, self->renderer, "failed", G_CALLBACK (failed_cb));
  connect (self, self->renderer, "notify::busy", G_CALLBACK (busy_cb));
  connect (self, self->view, "notify::page", G_CALLBACK (update_page));
  connect (self, self->view, "notify::zoom", G_CALLBACK (update_zoom));
  connect (self, self->view, "record-activated", G_CALLBACK (show_record));
  connect (self, self->view, "page-activated", G_CALLBACK (page_activated_cb));
  connect (self, self->view, "settled", G_CALLBACK (settled_cb));
  connect (self, self->thumbnails, "page-activated", G_CALLBACK (page_activated_cb));
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);
  ply_programme_page_add_shortcuts (self);
}

static void
add_form (PlyProgrammePage *self)
{
  GSettings *settings = ply_settings_get ();

  self->form = PLY_OPTIONS_FORM (ply_options_form_new (&ply_programme_product));
  /* Before the notes. */
  g_object_ref (self->notes_group);
  adw_preferences_page_remove (self->options_page, self->notes_group);
  adw_preferences_page_add (self->options_page, ADW_PREFERENCES_GROUP (self->form));
  adw_preferences_page_add (self->options_page, self->notes_group);
  g_object_unref (self->notes_group);
  update_languages (self);
  if (settings != NULL)
    {
      g_autofree char *paper = g_settings_get_string (settings, "programme-paper");
      g_autofree char *language = g_settings_get_string (settings, "programme-language");

      if (g_settings_get_double (settings, "zoom") > 0)
        ply_page_view_set_zoom (self->view, g_settings_get_double (settings, "zoom"));
      ply_options_form_set (self->form, "paper", paper);
      ply_options_form_set (self->form, "language", language);
    }
  connect (self, self->form, "changed", G_CALLBACK (options_changed_cb));
}

GtkWidget *
ply_programme_page_new (PlyWorkspace *workspace)
{
  PlyProgrammePage *self;

  g_return_val_if_fail (PLY_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (PLY_TYPE_PROGRAMME_PAGE, NULL);
  self->workspace = g_object_ref (workspace);
  self->stale = TRUE;
  add_form (self);
  update_zoom (self);
  connect (self, workspace, "changed", G_CALLBACK (changed_cb));
  return GTK_WIDGET (self);
}

static PlyOutput
output (PlyProgrammePage *self)
{
  PlySnapshot *snapshot = ply_workspace_get_snapshot (self->workspace);

  return (PlyOutput) {
    .parent = GTK_WIDGET (self),
    .snapshot = snapshot,
    .options = ply_options_form_get_options (self->form),
    .title = ply_snapshot_get_event (snapshot)->title,
  };
}

void
ply_programme_page_export (PlyProgrammePage *self)
{
  PlyOutput what;

  g_return_if_fail (PLY_IS_PROGRAMME_PAGE (self));
  what = output (self);
  ply_output_export (&what, self->toasts);
}

void
ply_programme_page_print (PlyProgrammePage *self)
{
  PlyOutput what;

  g_return_if_fail (PLY_IS_PROGRAMME_PAGE (self));
  what = output (self);
  ply_output_print (&what);
}
