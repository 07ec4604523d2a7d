/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-conflict-mark.h"

#include "ply-conflict-words.h"

#include <adwaita.h>

#define ICON_SIZE 16
#define SPACING 3
/* A tooltip is for a glance. */
#define LINES_MOST 6

static PangoLayout *
make_layout (const PlyConflictMark *mark, GtkWidget *widget)
{
  g_autofree char *number = mark->n > 1 ? g_strdup_printf ("%u", mark->n) : NULL;

  return number != NULL ? gtk_widget_create_pango_layout (widget, number) : NULL;
}

/* As the style classes of the same names: readable in light and dark. */
static GdkRGBA
color_of (PlySeverity severity)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  AdwAccentColor color = severity == PLY_SEVERITY_ERROR     ? ADW_ACCENT_COLOR_RED
                         : severity == PLY_SEVERITY_WARNING ? ADW_ACCENT_COLOR_YELLOW
                                                            : ADW_ACCENT_COLOR_BLUE;
  GdkRGBA rgba;

  adw_accent_color_to_standalone_rgba (color, adw_style_manager_get_dark (manager), &rgba);
  return rgba;
}

PlyConflictMark
ply_conflict_mark_of (PlyWorkspace *workspace, PlyKind kind, const char *id)
{
  g_autoptr (GPtrArray) about = ply_workspace_dup_conflicts_about (workspace, kind, id);
  PlyConflictMark mark = { .n = about->len };

  if (about->len > 0)
    mark.worst = ((const PlyConflict *) about->pdata[0])->severity;
  return mark;
}

int
ply_conflict_mark_measure (const PlyConflictMark *mark, GtkWidget *widget)
{
  g_autoptr (PangoLayout) layout = make_layout (mark, widget);
  int width = 0;

  if (mark->n == 0)
    return 0;
  if (layout != NULL)
    pango_layout_get_pixel_size (layout, &width, NULL);
  return ICON_SIZE + (layout != NULL ? SPACING + width : 0);
}

static void
snapshot_icon (GtkWidget *widget, GtkSnapshot *snapshot, PlySeverity severity, GdkRGBA color)
{
  g_autoptr (GtkIconPaintable) icon = gtk_icon_theme_lookup_icon (
      gtk_icon_theme_get_for_display (gtk_widget_get_display (widget)),
      ply_severity_icon_name (severity), NULL, ICON_SIZE, gtk_widget_get_scale_factor (widget),
      gtk_widget_get_direction (widget), 0);
  const GdkRGBA colors[] = { color, color, color, color };

  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot, ICON_SIZE,
                                            ICON_SIZE, colors, G_N_ELEMENTS (colors));
}

void
ply_conflict_mark_snapshot (const PlyConflictMark *mark, GtkWidget *widget, GtkSnapshot *snapshot,
                            int height)
{
  g_autoptr (PangoLayout) layout = make_layout (mark, widget);
  GdkRGBA color = color_of (mark->worst);
  int text_height;

  if (mark->n == 0)
    return;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, (height - ICON_SIZE) / 2));
  snapshot_icon (widget, snapshot, mark->worst, color);
  gtk_snapshot_restore (snapshot);
  if (layout == NULL)
    return;
  pango_layout_get_pixel_size (layout, NULL, &text_height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (ICON_SIZE + SPACING, (height - text_height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

char *
ply_conflict_mark_dup_tooltip (PlyWorkspace *workspace, PlyKind kind, const char *id)
{
  g_autoptr (GPtrArray) about = ply_workspace_dup_conflicts_about (workspace, kind, id);
  PlyConflicts *conflicts = ply_workspace_get_conflicts (workspace);
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;

  if (about->len == 0)
    return NULL;
  for (guint i = 0; i < MIN (about->len, LINES_MOST); i++)
    g_strv_builder_take (lines, ply_conflicts_dup_message (conflicts, about->pdata[i]));
  if (about->len > LINES_MOST)
    g_strv_builder_add (lines, "…");
  texts = g_strv_builder_end (lines);
  return g_strjoinv ("\n", texts);
}
