/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-view-table.h"

#include "ply-conflict-words.h"
#include "ply-conflicts-page.h"
#include "ply-overview-page.h"
#include "ply-places-page.h"
#include "ply-programme-page.h"
#include "ply-records-page.h"
#include "ply-timetable-page.h"

#include <glib/gi18n-lib.h>

static GtkWidget *
sessions_create (PlyWorkspace *workspace)
{
  return ply_records_page_new (workspace, PLY_KIND_SESSION);
}

static GtkWidget *
speakers_create (PlyWorkspace *workspace)
{
  return ply_records_page_new (workspace, PLY_KIND_PERSON);
}

static GtkWidget *
institutions_create (PlyWorkspace *workspace)
{
  return ply_records_page_new (workspace, PLY_KIND_INSTITUTION);
}

static void
records_show (GtkWidget *page, PlyKind kind, const char *id)
{
  ply_records_page_show (PLY_RECORDS_PAGE (page), id);
}

static void
records_search (GtkWidget *page)
{
  ply_records_page_set_search (PLY_RECORDS_PAGE (page), NULL);
}

static void
places_show (GtkWidget *page, PlyKind kind, const char *id)
{
  ply_places_page_show (PLY_PLACES_PAGE (page), kind, id);
}

static void
places_search (GtkWidget *page)
{
  ply_places_page_set_search (PLY_PLACES_PAGE (page), NULL);
}

static void
programme_search (GtkWidget *page)
{
  gtk_widget_activate_action (page, "programme.find", NULL);
}

static void
conflicts_search (GtkWidget *page)
{
  ply_conflicts_page_begin_search (PLY_CONFLICTS_PAGE (page));
}

static void
timetable_show (GtkWidget *page, PlyKind kind, const char *id)
{
  if (kind == PLY_KIND_SESSION)
    ply_timetable_page_show (PLY_TIMETABLE_PAGE (page), id);
}

static const PlyView views[] = {
  { "overview", N_ ("Overview"), "ply-overview-symbolic", PLY_N_KINDS, ply_overview_page_new },
  { "timetable", N_ ("Timetable"), "x-office-calendar-symbolic", PLY_N_KINDS,
    ply_timetable_page_new, timetable_show },
  { "conflicts", N_ ("Conflicts"), "ply-conflicts-symbolic", PLY_N_KINDS, ply_conflicts_page_new,
    NULL, conflicts_search, ply_conflict_words_show_count },
  { "sessions", N_ ("Sessions"), "ply-sessions-symbolic", PLY_KIND_SESSION, sessions_create,
    records_show, records_search },
  { "speakers", N_ ("Speakers"), "system-users-symbolic", PLY_KIND_PERSON, speakers_create,
    records_show, records_search },
  { "institutions", N_ ("Institutions"), "ply-institution-symbolic", PLY_KIND_INSTITUTION,
    institutions_create, records_show, records_search },
  { "places", N_ ("Rooms & Tracks"), "mark-location-symbolic", PLY_KIND_ROOM, ply_places_page_new,
    places_show, places_search },
  { "programme", N_ ("Programme"), "ply-programme-symbolic", PLY_N_KINDS, ply_programme_page_new,
    NULL, programme_search },
};

static const struct
{
  PlyKind kind;
  const char *view;
} homes[] = {
  { PLY_KIND_EVENT, "overview" },      { PLY_KIND_SESSION, "sessions" },
  { PLY_KIND_PERSON, "speakers" },     { PLY_KIND_INSTITUTION, "institutions" },
  { PLY_KIND_ROOM, "places" },         { PLY_KIND_TRACK, "places" },
  { PLY_KIND_SESSION_TYPE, "places" }, { PLY_KIND_DAY, "places" },
};

const PlyView *
ply_view_table_get (guint *n_views)
{
  *n_views = G_N_ELEMENTS (views);
  return views;
}

const PlyView *
ply_view_table_lookup (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    if (g_strcmp0 (views[i].id, id) == 0)
      return &views[i];
  return NULL;
}

const PlyView *
ply_view_table_for_kind (PlyKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (homes); i++)
    if (homes[i].kind == kind)
      return ply_view_table_lookup (homes[i].view);
  return NULL;
}
