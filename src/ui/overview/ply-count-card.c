/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-count-card.h"

#include <glib/gi18n-lib.h>

struct _PlyCountCard
{
  AdwBin parent_instance;

  PlyKind kind;
  GtkWidget *button;
  GtkLabel *number, *label;
};

G_DEFINE_FINAL_TYPE (PlyCountCard, ply_count_card, ADW_TYPE_BIN)

/* The words alone: the number stands above them. */
static const char *
words (PlyKind kind, guint n)
{
  switch (kind)
    {
    case PLY_KIND_DAY:
      /* Translators: stands below a number */
      return ngettext ("day", "days", n);
    case PLY_KIND_SESSION:
      /* Translators: stands below a number */
      return ngettext ("session", "sessions", n);
    case PLY_KIND_TALK:
      /* Translators: stands below a number */
      return ngettext ("talk", "talks", n);
    case PLY_KIND_PERSON:
      /* Translators: stands below a number */
      return ngettext ("speaker", "speakers", n);
    case PLY_KIND_INSTITUTION:
      /* Translators: stands below a number */
      return ngettext ("institution", "institutions", n);
    case PLY_KIND_ROOM:
      /* Translators: stands below a number */
      return ngettext ("room", "rooms", n);
    default:
      /* Translators: stands below a number */
      return ngettext ("track", "tracks", n);
    }
}

static void
ply_count_card_class_init (PlyCountCardClass *klass)
{
}

static void
ply_count_card_init (PlyCountCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->button = gtk_button_new ();
  self->number = GTK_LABEL (gtk_label_new (NULL));
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->number), "title-2");
  gtk_widget_add_css_class (GTK_WIDGET (self->number), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "dimmed");
  gtk_widget_add_css_class (self->button, "card");
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->number));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  gtk_button_set_child (GTK_BUTTON (self->button), box);
  adw_bin_set_child (ADW_BIN (self), self->button);
}

GtkWidget *
ply_count_card_new (PlyKind kind, const char *view)
{
  PlyCountCard *self = g_object_new (PLY_TYPE_COUNT_CARD, NULL);

  self->kind = kind;
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), "win.show-view");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "s", view);
  return GTK_WIDGET (self);
}

void
ply_count_card_update (PlyCountCard *self, const PlySnapshot *snapshot)
{
  guint n;
  g_autofree char *number = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (PLY_IS_COUNT_CARD (self));

  n = ply_snapshot_get_n (snapshot, self->kind);
  number = g_strdup_printf ("%u", n);
  name = g_strdup_printf ("%u %s", n, words (self->kind, n));
  gtk_label_set_label (self->number, number);
  gtk_label_set_label (self->label, words (self->kind, n));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}
