/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-search-page.h"

#include "ply-collate.h"
#include "ply-describe.h"

#include <glib/gi18n-lib.h>

struct _PlySearchPage
{
  AdwBin parent_instance;

  /* Owned */
  PlyWorkspace *workspace;
  char **words; /* folded; NULL or empty: nothing is searched */
  GPtrArray *filters;
  GListModel *hits; /* PlyItem of all kinds */

  /* Template */
  GtkSearchEntry *entry;
  GtkStack *stack;
  GtkListView *list;
};

G_DEFINE_FINAL_TYPE (PlySearchPage, ply_search_page, ADW_TYPE_BIN)

static const PlyKind kinds[] = { PLY_KIND_SESSION,     PLY_KIND_TALK, PLY_KIND_PERSON,
                                 PLY_KIND_INSTITUTION, PLY_KIND_ROOM, PLY_KIND_TRACK };

static gboolean
matches (gpointer item, gpointer data)
{
  PlySearchPage *self = data;
  const char *key;

  if (self->words == NULL || self->words[0] == NULL)
    return FALSE;
  key = ply_item_get_search_key (item);
  for (guint i = 0; self->words[i] != NULL; i++)
    if (strstr (key, self->words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static void
update_stack (PlySearchPage *self)
{
  if (self->words == NULL || self->words[0] == NULL)
    gtk_stack_set_visible_child_name (self->stack, "empty");
  else
    gtk_stack_set_visible_child_name (self->stack,
                                      g_list_model_get_n_items (self->hits) > 0 ? "hits" : "none");
}

static void
search_changed_cb (PlySearchPage *self)
{
  g_autofree char *folded = ply_search_fold (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  g_strfreev (self->words);
  self->words = g_strsplit_set (g_strstrip (folded), " ", -1);
  for (guint i = 0; i < self->filters->len; i++)
    gtk_filter_changed (self->filters->pdata[i], GTK_FILTER_CHANGE_DIFFERENT);
  update_stack (self);
}

static void
show_at (PlySearchPage *self, guint position)
{
  g_autoptr (PlyItem) item = g_list_model_get_item (self->hits, position);

  if (item != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-record", "(ss)",
                                ply_kind_get_info (ply_item_get_kind (item))->name,
                                ply_item_get_id (item));
}

static void
activate_cb (PlySearchPage *self, guint position)
{
  show_at (self, position);
}

static void
activate_first_cb (PlySearchPage *self)
{
  show_at (self, 0);
}

static void
next_cb (PlySearchPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

/* What tells records of one title apart. */
static char *
describe_beside (const PlySnapshot *snapshot, gconstpointer record)
{
  g_autofree char *when = NULL;
  g_autofree char *people = NULL;

  switch (PLY_RECORD (record)->kind)
    {
    case PLY_KIND_SESSION:
      when = ply_describe_when (snapshot, record);
      people = ply_describe_people (snapshot, record);
      return *people != '\0' ? g_strdup_printf ("%s · %s", when, people) : g_steal_pointer (&when);
    case PLY_KIND_TALK:
      return ply_describe_people (snapshot, record);
    case PLY_KIND_PERSON:
      return ply_describe_affiliations (snapshot, record);
    default:
      return g_strdup ("");
    }
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *title = gtk_label_new (NULL), *subtitle = gtk_label_new (NULL);

  for (GtkWidget *label = title; label != NULL; label = label == title ? subtitle : NULL)
    {
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_widget_add_css_class (subtitle, "dimmed");
  gtk_widget_add_css_class (subtitle, "caption");
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, PlySearchPage *self)
{
  const PlySnapshot *snapshot = ply_workspace_get_snapshot (self->workspace);
  gconstpointer record = ply_item_get_record (gtk_list_item_get_item (item));
  GtkWidget *title = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *subtitle = gtk_widget_get_next_sibling (title);
  g_autofree char *text = ply_describe_record (snapshot, record);
  g_autofree char *beside = describe_beside (snapshot, record);

  gtk_label_set_label (GTK_LABEL (title), text);
  gtk_label_set_label (GTK_LABEL (subtitle), beside);
  gtk_widget_set_visible (subtitle, *beside != '\0');
  gtk_list_item_set_accessible_label (item, text);
  gtk_list_item_set_accessible_description (item, beside);
}

static void
setup_header_cb (GtkSignalListItemFactory *factory, GtkListHeader *header)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_margin_start (label, 6);
  gtk_widget_set_margin_top (label, 6);
  gtk_list_header_set_child (header, label);
}

static const char *
kind_heading (PlyKind kind)
{
  switch (kind)
    {
    case PLY_KIND_SESSION:
      return _ ("Sessions");
    case PLY_KIND_TALK:
      return _ ("Talks");
    case PLY_KIND_PERSON:
      return _ ("People");
    case PLY_KIND_INSTITUTION:
      return _ ("Institutions");
    case PLY_KIND_ROOM:
      return _ ("Rooms");
    default:
      return _ ("Tracks");
    }
}

static void
bind_header_cb (GtkSignalListItemFactory *factory, GtkListHeader *header)
{
  PlyItem *first = gtk_list_header_get_item (header);
  g_autofree char *label = g_strdup_printf ("%s (%u)", kind_heading (ply_item_get_kind (first)),
                                            gtk_list_header_get_n_items (header));

  gtk_label_set_label (GTK_LABEL (gtk_list_header_get_child (header)), label);
}

static GListModel *
all_items (PlySearchPage *self)
{
  GListStore *store = g_list_store_new (G_TYPE_LIST_MODEL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      GtkFilter *filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));
      g_autoptr (GtkFilterListModel) model = gtk_filter_list_model_new (
          g_object_ref (ply_workspace_get_items (self->workspace, kinds[i])),
          g_object_ref (filter));

      g_ptr_array_add (self->filters, filter);
      g_list_store_append (store, model);
    }
  return G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (store)));
}

static void
ply_search_page_dispose (GObject *object)
{
  PlySearchPage *self = PLY_SEARCH_PAGE (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->hits);
  g_clear_pointer (&self->filters, g_ptr_array_unref);
  g_clear_pointer (&self->words, g_strfreev);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (ply_search_page_parent_class)->dispose (object);
}

static void
ply_search_page_class_init (PlySearchPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ply_search_page_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/plenary_app/Plenary/ui/ply-search-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PlySearchPage, entry);
  gtk_widget_class_bind_template_child (widget_class, PlySearchPage, stack);
  gtk_widget_class_bind_template_child (widget_class, PlySearchPage, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_first_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
}

static void
ply_search_page_init (PlySearchPage *self)
{
  self->filters = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_up_list (PlySearchPage *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) headers = gtk_signal_list_item_factory_new ();
  GtkNoSelection *selection = gtk_no_selection_new (g_object_ref (self->hits));

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect (headers, "setup", G_CALLBACK (setup_header_cb), NULL);
  g_signal_connect (headers, "bind", G_CALLBACK (bind_header_cb), NULL);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_header_factory (self->list, headers);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
}

GtkWidget *
ply_search_page_new (PlyWorkspace *workspace)
{
  PlySearchPage *self;

  g_return_val_if_fail (PLY_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (PLY_TYPE_SEARCH_PAGE, NULL);
  self->workspace = g_object_ref (workspace);
  self->hits = all_items (self);
  set_up_list (self);
  g_signal_connect_object (self->hits, "items-changed", G_CALLBACK (update_stack), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
ply_search_page_begin (PlySearchPage *self)
{
  g_return_if_fail (PLY_IS_SEARCH_PAGE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}
