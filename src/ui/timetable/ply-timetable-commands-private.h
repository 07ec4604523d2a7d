/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-timetable-commands.h"

#include "ply-timetable-clipboard.h"

G_BEGIN_DECLS

struct _PlyTimetableCommands
{
  GObject parent_instance;

  /* Owned */
  PlyTimetableView *view;
  GSimpleActionGroup *actions;
  PlyTimetableClipboard *clipboard;
  char *place_day, *place_room; /* of @place */
  char *walker;                 /* the session that @walk came to */

  /* They own the commands */
  GtkWidget *page;
  PlyTimetableCanvas *canvas;
  PlyTimetableTray *tray;

  GtkWidget *menu; /* a child of @canvas, NULL until it is asked for */
  gboolean has_place;
  PlyPlace place;   /* its ids are @place_day and @place_room */
  PlyGridWalk walk; /* with the arrows */
};

PlySnapshot *ply_timetable_commands_get_snapshot (PlyTimetableCommands *self);
/* Goes to the session: selects it alone, shows it and gives it the keyboard. */
void ply_timetable_commands_go_to (PlyTimetableCommands *self, const char *session);
void ply_timetable_commands_announce (PlyTimetableCommands *self, const char *message);
/* A short message that everybody sees. */
void ply_timetable_commands_report (PlyTimetableCommands *self, const char *message);

/* Which way an arrow points: along the time (-1, 1) or over the rooms. */
typedef struct
{
  PlyGridDirection direction;
  int time, room;
} PlyArrow;

PlyArrow ply_timetable_commands_read_arrow (PlyTimetableCommands *self, GVariant *parameter);

/* ply-timetable-commands-walk.c: focus and selection */
void ply_timetable_commands_focus_cb (GSimpleAction *action, GVariant *parameter, gpointer data);
void ply_timetable_commands_walk_cb (GSimpleAction *action, GVariant *parameter, gpointer data);
void ply_timetable_commands_extend_cb (GSimpleAction *action, GVariant *parameter, gpointer data);
void ply_timetable_commands_toggle_cb (GSimpleAction *action, GVariant *parameter, gpointer data);
void ply_timetable_commands_select_all_cb (GSimpleAction *action, GVariant *parameter,
                                           gpointer data);
void ply_timetable_commands_clear_cb (GSimpleAction *action, GVariant *parameter, gpointer data);

/* ply-timetable-commands-move.c: time, rooms, length */
void ply_timetable_commands_move_cb (GSimpleAction *action, GVariant *parameter, gpointer data);
void ply_timetable_commands_ripple_cb (GSimpleAction *action, GVariant *parameter, gpointer data);
void ply_timetable_commands_move_day_cb (GSimpleAction *action, GVariant *parameter, gpointer data);
void ply_timetable_commands_resize_cb (GSimpleAction *action, GVariant *parameter, gpointer data);
void ply_timetable_commands_resize_ripple_cb (GSimpleAction *action, GVariant *parameter,
                                              gpointer data);
void ply_timetable_commands_swap_cb (GSimpleAction *action, GVariant *parameter, gpointer data);

/* ply-timetable-commands-place.c: where a session goes that nobody has given a place: the place
 * that was pointed at, else the next free time after the focused session, in its room where there
 * is one. @session NULL: a new one. Ids are borrowed from the snapshot or the commands. */
gboolean ply_timetable_commands_find_place (PlyTimetableCommands *self, const char *session,
                                            PlyPlace *place);

/* ply-timetable-commands-edit.c: what comes and goes */
void ply_timetable_commands_place_cb (GSimpleAction *action, GVariant *parameter, gpointer data);
void ply_timetable_commands_unplace_cb (GSimpleAction *action, GVariant *parameter, gpointer data);
void ply_timetable_commands_edit_cb (GSimpleAction *action, GVariant *parameter, gpointer data);
void ply_timetable_commands_delete_cb (GSimpleAction *action, GVariant *parameter, gpointer data);
void ply_timetable_commands_duplicate_cb (GSimpleAction *action, GVariant *parameter,
                                          gpointer data);
void ply_timetable_commands_cut_cb (GSimpleAction *action, GVariant *parameter, gpointer data);
void ply_timetable_commands_copy_cb (GSimpleAction *action, GVariant *parameter, gpointer data);
void ply_timetable_commands_paste_cb (GSimpleAction *action, GVariant *parameter, gpointer data);
void ply_timetable_commands_new_cb (GSimpleAction *action, GVariant *parameter, gpointer data);
void ply_timetable_commands_copy_frame_cb (GSimpleAction *action, GVariant *parameter,
                                           gpointer data);

/* ply-timetable-commands-talks.c: TRUE when a talk has the focus, and so was meant */
gboolean ply_timetable_commands_walk_talks (PlyTimetableCommands *self, const PlyArrow *arrow);
gboolean ply_timetable_commands_move_talk (PlyTimetableCommands *self, const PlyArrow *arrow);
gboolean ply_timetable_commands_resize_talk (PlyTimetableCommands *self, const PlyArrow *arrow,
                                             PlyArrangeFlags flags);
void ply_timetable_commands_enter_talks_cb (GSimpleAction *action, GVariant *parameter,
                                            gpointer data);
void ply_timetable_commands_pin_cb (GSimpleAction *action, GVariant *parameter, gpointer data);

/* ply-timetable-menu.c */
void ply_timetable_commands_menu_cb (GSimpleAction *action, GVariant *parameter, gpointer data);

/* ply-timetable-keys.c */
void ply_timetable_commands_add_keys (PlyTimetableCommands *self);

G_END_DECLS
