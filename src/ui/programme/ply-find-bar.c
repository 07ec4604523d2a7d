/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-find-bar.h"

#include <glib/gi18n-lib.h>

/* A place: the @index-th on its page. */
typedef struct
{
  guint page;
  int index;
} Place;

struct _PlyFindBar
{
  AdwBin parent_instance;

  /* Owned */
  PlyPainter *painter;
  PlyPageView *view;
  GHashTable *marks; /* page -> GArray of graphene_rect_t */
  GArray *places;    /* Place, in reading order */

  int active;      /* in @places; -1: none yet */
  gboolean moving; /* the first place found from here on is to be shown */

  /* Template */
  GtkSearchBar *bar;
  GtkSearchEntry *entry;
  GtkLabel *count;
  GtkWidget *previous_button, *next_button;
};

G_DEFINE_FINAL_TYPE (PlyFindBar, ply_find_bar, ADW_TYPE_BIN)

static void
show (PlyFindBar *self)
{
  gboolean any = self->places->len > 0;
  gboolean asked = *gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0';
  g_autofree char *text = NULL;

  if (any && self->active >= 0)
    /* Translators: %1$d is the number of the found place shown, %2$u how many there are */
    text = g_strdup_printf (_ ("%1$d of %2$u"), self->active + 1, self->places->len);
  else if (any)
    text = g_strdup_printf ("%u", self->places->len);
  gtk_label_set_label (self->count, text != NULL ? text : asked ? _ ("Not found") : "");
  gtk_widget_set_sensitive (self->previous_button, any);
  gtk_widget_set_sensitive (self->next_button, any);
  if (self->active >= 0)
    {
      const Place *place = &g_array_index (self->places, Place, self->active);

      ply_page_view_set_marks (self->view, self->marks, place->page, place->index);
    }
  else
    ply_page_view_set_marks (self->view, self->marks, 0, -1);
}

static void
reveal_active (PlyFindBar *self)
{
  const Place *place = &g_array_index (self->places, Place, self->active);
  GArray *rects = g_hash_table_lookup (self->marks, GUINT_TO_POINTER (place->page));

  ply_page_view_reveal (self->view, place->page,
                        &g_array_index (rects, graphene_rect_t, place->index));
}

static void
found_cb (PlyFindBar *self, guint page, GArray *rects)
{
  g_hash_table_insert (self->marks, GUINT_TO_POINTER (page), g_array_ref (rects));
  for (guint i = 0; i < rects->len; i++)
    g_array_append_val (self->places, ((Place) { page, (int) i }));
  if (self->active < 0 && self->moving && page >= ply_page_view_get_page (self->view))
    {
      self->moving = FALSE;
      self->active = (int) (self->places->len - rects->len);
      reveal_active (self);
    }
  show (self);
}

static void
find_done_cb (PlyFindBar *self)
{
  if (self->active < 0 && self->moving && self->places->len > 0)
    {
      self->active = 0;
      reveal_active (self);
    }
  self->moving = FALSE;
  show (self);
}

static void
search (PlyFindBar *self, gboolean moving)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  g_hash_table_unref (self->marks);
  self->marks = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  g_array_set_size (self->places, 0);
  self->active = -1;
  self->moving = moving;
  ply_painter_find (self->painter, ply_find_bar_is_open (self) ? text : NULL);
  show (self);
}

static void
search_changed_cb (PlyFindBar *self)
{
  if (self->painter != NULL)
    search (self, TRUE);
}

static void
next_cb (PlyFindBar *self)
{
  ply_find_bar_step (self, 1);
}

static void
previous_cb (PlyFindBar *self)
{
  ply_find_bar_step (self, -1);
}

static void
stop_cb (PlyFindBar *self)
{
  ply_find_bar_close (self);
}

static void
mode_changed_cb (PlyFindBar *self)
{
  if (self->painter != NULL)
    search (self, FALSE);
}

static void
ply_find_bar_dispose (GObject *object)
{
  PlyFindBar *self = PLY_FIND_BAR (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->painter);
  g_clear_object (&self->view);
  g_clear_pointer (&self->marks, g_hash_table_unref);
  g_clear_pointer (&self->places, g_array_unref);

  G_OBJECT_CLASS (ply_find_bar_parent_class)->dispose (object);
}

static void
ply_find_bar_class_init (PlyFindBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ply_find_bar_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/plenary_app/Plenary/ui/ply-find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, PlyFindBar, bar);
  gtk_widget_class_bind_template_child (widget_class, PlyFindBar, entry);
  gtk_widget_class_bind_template_child (widget_class, PlyFindBar, count);
  gtk_widget_class_bind_template_child (widget_class, PlyFindBar, previous_button);
  gtk_widget_class_bind_template_child (widget_class, PlyFindBar, next_button);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
}

static void
ply_find_bar_init (PlyFindBar *self)
{
  self->marks = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  self->active = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->bar, GTK_EDITABLE (self->entry));
  g_signal_connect_object (self->bar, "notify::search-mode-enabled", G_CALLBACK (mode_changed_cb),
                           self, G_CONNECT_SWAPPED);
}

void
ply_find_bar_connect (PlyFindBar *self, PlyPainter *painter, PlyPageView *view)
{
  g_return_if_fail (PLY_IS_FIND_BAR (self));

  self->painter = g_object_ref (painter);
  self->view = g_object_ref (view);
  g_signal_connect_object (painter, "found", G_CALLBACK (found_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (painter, "find-done", G_CALLBACK (find_done_cb), self,
                           G_CONNECT_SWAPPED);
}

void
ply_find_bar_begin (PlyFindBar *self)
{
  g_return_if_fail (PLY_IS_FIND_BAR (self));

  gtk_search_bar_set_search_mode (self->bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

gboolean
ply_find_bar_is_open (PlyFindBar *self)
{
  g_return_val_if_fail (PLY_IS_FIND_BAR (self), FALSE);
  return gtk_search_bar_get_search_mode (self->bar);
}

void
ply_find_bar_close (PlyFindBar *self)
{
  g_return_if_fail (PLY_IS_FIND_BAR (self));

  gtk_search_bar_set_search_mode (self->bar, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

void
ply_find_bar_step (PlyFindBar *self, int direction)
{
  int n;

  g_return_if_fail (PLY_IS_FIND_BAR (self));

  n = (int) self->places->len;
  if (n == 0)
    return;
  self->active =
      self->active < 0 ? (direction > 0 ? 0 : n - 1) : (self->active + direction + n) % n;
  reveal_active (self);
  show (self);
}

void
ply_find_bar_refresh (PlyFindBar *self)
{
  g_return_if_fail (PLY_IS_FIND_BAR (self));

  if (ply_find_bar_is_open (self))
    search (self, FALSE);
}
