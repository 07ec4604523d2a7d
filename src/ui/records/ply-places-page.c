/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-places-page.h"

#include "ply-record-words.h"
#include "ply-records-page.h"

#include <glib/gi18n-lib.h>

static const PlyKind kinds[] = { PLY_KIND_ROOM, PLY_KIND_TRACK, PLY_KIND_SESSION_TYPE,
                                 PLY_KIND_DAY };

struct _PlyPlacesPage
{
  AdwBin parent_instance;

  AdwViewStack *stack;
};

G_DEFINE_FINAL_TYPE (PlyPlacesPage, ply_places_page, ADW_TYPE_BIN)

static PlyRecordsPage *
get_page (PlyPlacesPage *self)
{
  return PLY_RECORDS_PAGE (adw_view_stack_get_visible_child (self->stack));
}

static void
ply_places_page_class_init (PlyPlacesPageClass *klass)
{
}

static void
ply_places_page_init (PlyPlacesPage *self)
{
  self->stack = ADW_VIEW_STACK (adw_view_stack_new ());
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

/* The switcher stands in the head of each page, above its list only. */
static void
add_page (PlyPlacesPage *self, PlyWorkspace *workspace, PlyKind kind)
{
  GtkWidget *page = ply_records_page_new (workspace, kind);
  GtkWidget *switcher = adw_inline_view_switcher_new ();

  adw_inline_view_switcher_set_stack (ADW_INLINE_VIEW_SWITCHER (switcher), self->stack);
  ply_records_page_set_switcher (PLY_RECORDS_PAGE (page), switcher);
  adw_view_stack_add_titled (self->stack, page, ply_kind_get_info (kind)->name,
                             /* Translators: kinds of session, on a switch beside “Rooms” */
                             kind == PLY_KIND_SESSION_TYPE ? _ ("Types")
                                                           : ply_record_words_title (kind));
}

GtkWidget *
ply_places_page_new (PlyWorkspace *workspace)
{
  PlyPlacesPage *self;

  g_return_val_if_fail (PLY_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (PLY_TYPE_PLACES_PAGE, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    add_page (self, workspace, kinds[i]);
  return GTK_WIDGET (self);
}

void
ply_places_page_show (PlyPlacesPage *self, PlyKind kind, const char *id)
{
  const PlyKindInfo *info;

  g_return_if_fail (PLY_IS_PLACES_PAGE (self));

  info = ply_kind_get_info (kind);
  if (info == NULL || adw_view_stack_get_child_by_name (self->stack, info->name) == NULL)
    return;
  adw_view_stack_set_visible_child_name (self->stack, info->name);
  if (id != NULL)
    ply_records_page_show (get_page (self), id);
}

void
ply_places_page_set_search (PlyPlacesPage *self, const char *text)
{
  g_return_if_fail (PLY_IS_PLACES_PAGE (self));
  ply_records_page_set_search (get_page (self), text);
}
