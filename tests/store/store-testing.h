/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-store.h"

G_BEGIN_DECLS

/* What the store's tests share. Each program works in a folder of its own, which is also the state
 * folder: nothing of the user's is touched. */

/* Before testing_init(): works in memory where that is possible, for tests that write a lot and
 * that no power cut can make fail. */
void testing_use_memory (void);
void testing_init (int *argc, char ***argv);
/* Runs the tests and removes the folder. */
int testing_run (void);

/* A path in the program's folder; the same name is the same file. */
char *testing_path (const char *name);
GFile *testing_file (const char *name);
const char *testing_state_folder (void);
/* How many working copies there are. */
guint testing_count_working_copies (void);

/* A new event in @name, open, with one event record. */
PlyStore *testing_create (const char *name);
PlyPlan *testing_event_plan (void);
/* Runs one command; it must succeed. */
void testing_add_room (PlyStore *store, const char *id, const char *room_name);
void testing_rename_room (PlyStore *store, const char *id, const char *room_name,
                          const char *coalesce_key);
void testing_delete_room (PlyStore *store, const char *id);
/* The name of that room, NULL when it is not there. */
char *testing_room_name (PlyStore *store, const char *id);

/* All records and fields as text, so that two states can be compared. */
char *testing_dump (const PlySnapshot *snapshot);
char *testing_dump_store (PlyStore *store);

/* These must succeed. */
PlyStore *testing_open (const char *name);
void testing_save (PlyStore *store);
/* Unreferences it too. */
void testing_close (PlyStore *store);
/* As if the program had died: the working copy stays. */
void testing_crash (PlyStore *store);
/* What the file itself says of that room, whatever is being worked on. */
void testing_assert_saved (const char *name, const char *id, const char *room_name);
void testing_assert_bytes (const char *path, GBytes *before);
void testing_copy (const char *from, const char *to);
void testing_make_folder (const char *name);
guint testing_count_files (const char *folder_name);
/* The only file in a folder that has @part in its name, folder included. */
char *testing_find (const char *folder_name, const char *part);

/* The file's bytes. */
GBytes *testing_read (const char *path);
void testing_write (const char *path, gconstpointer data, gsize size);
/* Runs SQL on the file, past all our checks. */
void testing_sql (const char *path, const char *sql);

#define testing_assert_error(error, which)                                                         \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_assert_error (error, PLY_STORE_ERROR, PLY_STORE_ERROR_##which);                              \
    g_test_message ("%s", (error)->message);                                                       \
  }                                                                                                \
  G_STMT_END

G_END_DECLS
