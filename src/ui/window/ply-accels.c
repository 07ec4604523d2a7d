/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-accels.h"

#include <glib/gi18n-lib.h>

const PlyAccel ply_accels[] = {
  { N_ ("Event"), N_ ("New Event"), "app.new", { "<Control>n" } },
  { N_ ("Event"), N_ ("Open"), "app.open", { "<Control>o" } },
  { N_ ("Event"), N_ ("Save Now"), "win.save", { "<Control>s" } },
  { N_ ("Event"), N_ ("Save As"), "win.save-as", { "<Control><Shift>s" } },
  { N_ ("Event"), N_ ("Import"), "win.import", { "<Control>i" } },
  { N_ ("Event"), N_ ("Export Programme as PDF"), "win.export-pdf", { "<Control>e" } },
  { N_ ("Event"), N_ ("Print Programme"), "win.print", { "<Control>p" } },
  { N_ ("Editing"), N_ ("Undo"), "win.undo", { "<Control>z" } },
  { N_ ("Editing"), N_ ("Redo"), "win.redo", { "<Control><Shift>z", "<Control>y" } },
  { N_ ("Editing"), N_ ("Search"), "win.search", { "<Control>f" } },
  { N_ ("Editing"), N_ ("Search Everything"), "win.search-all", { "<Control><Shift>f" } },
  { N_ ("Timetable"), N_ ("Zoom In"), "timetable.zoom-in", { "<Control>plus", "<Control>equal" } },
  { N_ ("Timetable"), N_ ("Zoom Out"), "timetable.zoom-out", { "<Control>minus" } },
  { N_ ("Timetable"), N_ ("Normal Size"), "timetable.zoom-reset", { "<Control>0" } },
  { N_ ("Timetable"), N_ ("Next Day"), "timetable.next-day", { "<Control>Page_Down" } },
  { N_ ("Timetable"), N_ ("Previous Day"), "timetable.previous-day", { "<Control>Page_Up" } },
  { N_ ("Timetable"), N_ ("Next Conflict or Gap"), "timetable.next-conflict", { "F8" } },
  { N_ ("Timetable"),
    N_ ("Previous Conflict or Gap"),
    "timetable.previous-conflict",
    { "<Shift>F8" } },
  { N_ ("Timetable"), N_ ("Next Gap"), "timetable.next-gap", { "<Control>F8" } },
  { N_ ("Timetable"), N_ ("Previous Gap"), "timetable.previous-gap", { "<Control><Shift>F8" } },
  { N_ ("Timetable"), N_ ("Unplaced Sessions"), "timetable.tray", { "F9" } },
  { N_ ("Timetable"), N_ ("Move in Time and between Rooms"), NULL, { "<Alt>Up", "<Alt>Right" } },
  { N_ ("Timetable"), N_ ("Move with What Follows"), NULL, { "<Control><Alt>Down" } },
  { N_ ("Timetable"), N_ ("Move to Another Day"), NULL, { "<Alt>Page_Up", "<Alt>Page_Down" } },
  { N_ ("Timetable"), N_ ("Change the Length"), NULL, { "<Shift><Alt>Up", "<Shift><Alt>Down" } },
  { N_ ("Timetable"),
    N_ ("Change the Length, What Follows Moves"),
    NULL,
    { "<Control><Shift><Alt>Down" } },
  { N_ ("Timetable"), N_ ("Edit"), NULL, { "Return" } },
  { N_ ("Timetable"), N_ ("New Session"), NULL, { "<Control><Shift>n" } },
  { N_ ("Timetable"), N_ ("Place from the Tray"), NULL, { "<Control>Return" } },
  { N_ ("Timetable"), N_ ("Take Off the Timetable"), NULL, { "Delete" } },
  { N_ ("Timetable"), N_ ("Duplicate"), NULL, { "<Control>d" } },
  { N_ ("Timetable"), N_ ("Cut, Copy"), NULL, { "<Control>x", "<Control>c" } },
  { N_ ("Timetable"), N_ ("Paste"), NULL, { "<Control>v" } },
  { N_ ("Timetable"), N_ ("Select More"), NULL, { "<Shift>Up", "<Shift>Right" } },
  { N_ ("Timetable"), N_ ("Select This Too"), NULL, { "<Control>space" } },
  { N_ ("Timetable"), N_ ("Select All"), NULL, { "<Control>a" } },
  { N_ ("Timetable"), N_ ("Go into the Talks"), NULL, { "F2" } },
  { N_ ("Timetable"), N_ ("Pin a Talk"), NULL, { "<Control>t" } },
  { N_ ("Timetable"), N_ ("Open the Menu"), NULL, { "<Shift>F10", "Menu" } },
  { N_ ("Programme"), N_ ("Zoom In"), "programme.zoom-in", { "<Control>plus", "<Control>equal" } },
  { N_ ("Programme"), N_ ("Zoom Out"), "programme.zoom-out", { "<Control>minus" } },
  { N_ ("Programme"), N_ ("Fit Width"), "programme.fit-width", { "<Control>0" } },
  { N_ ("Programme"), N_ ("Fit Page"), "programme.fit-page", { "<Control>9" } },
  { N_ ("Programme"), N_ ("Go to Page"), "programme.enter-page", { "<Control>l" } },
  { N_ ("Programme"), N_ ("Find Next"), "programme.find-next", { "<Control>g" } },
  { N_ ("Programme"), N_ ("Find Previous"), "programme.find-previous", { "<Control><Shift>g" } },
  { N_ ("Availability"), N_ ("Mark as Available"), NULL, { "1" } },
  { N_ ("Availability"), N_ ("Mark as Unavailable"), NULL, { "2" } },
  { N_ ("Availability"), N_ ("Paint as the Pointer Does"), NULL, { "space" } },
  { N_ ("Availability"), N_ ("Clear"), NULL, { "Delete" } },
  { N_ ("Availability"), N_ ("Select More"), NULL, { "<Shift>Down", "<Shift>Right" } },
  { N_ ("General"), N_ ("Go to View 1 to 8"), NULL, { "<Alt>1" } },
  { N_ ("General"), N_ ("Main Menu"), NULL, { "F10" } },
  { N_ ("General"), N_ ("Keyboard Shortcuts"), "app.shortcuts", { "<Control>question" } },
  { N_ ("General"), N_ ("Close Window"), "win.close", { "<Control>w" } },
  { N_ ("General"), N_ ("Quit"), "app.quit", { "<Control>q" } },
  { NULL, NULL, "win.show-view::overview", { "<Alt>1" } },
  { NULL, NULL, "win.show-view::timetable", { "<Alt>2" } },
  { NULL, NULL, "win.show-view::conflicts", { "<Alt>3" } },
  { NULL, NULL, "win.show-view::sessions", { "<Alt>4" } },
  { NULL, NULL, "win.show-view::speakers", { "<Alt>5" } },
  { NULL, NULL, "win.show-view::institutions", { "<Alt>6" } },
  { NULL, NULL, "win.show-view::places", { "<Alt>7" } },
  { NULL, NULL, "win.show-view::programme", { "<Alt>8" } },
  { NULL, NULL, NULL, { NULL } },
};

/* What a page does itself is bound there: application shortcuts reach a window's actions only. */
void
ply_accels_install (GtkApplication *application)
{
  for (const PlyAccel *accel = ply_accels; accel->accels[0] != NULL; accel++)
    if (accel->action != NULL && !g_str_has_prefix (accel->action, "programme.")
        && !g_str_has_prefix (accel->action, "timetable."))
      gtk_application_set_accels_for_action (application, accel->action, accel->accels);
}
