/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "ply-store.h"

G_BEGIN_DECLS

/* What the verbs of plenary-cli share. The exit codes are a contract: plenary-cli(1). */
typedef enum
{
  PLY_EXIT_DONE = 0,
  PLY_EXIT_CONFLICTS = 1, /* of the severity error */
  PLY_EXIT_USAGE = 2,
  PLY_EXIT_INPUT = 3,  /* unreadable or invalid */
  PLY_EXIT_OUTPUT = 4, /* not written */
} PlyExit;

typedef struct
{
  const char *name;
  const char *arguments; /* for --help: "FILE INPUT"; the files come first */
  const char *summary;   /* English, marked for translation */
  /* @argv[0] is the verb. */
  PlyExit (*run) (int argc, char **argv);
} PlyVerb;

extern const PlyVerb ply_verb_check;
extern const PlyVerb ply_verb_export;
extern const PlyVerb ply_verb_history;
extern const PlyVerb ply_verb_import;
extern const PlyVerb ply_verb_info;
extern const PlyVerb ply_verb_new;
extern const PlyVerb ply_verb_undo;

/* Reads the options and leaves @n_files arguments in @argv[1] on. FALSE when the command was wrong
 * or help was asked for; @exit then says how to end. */
gboolean ply_cli_parse (const PlyVerb *verb, const GOptionEntry *entries, int n_files, int *argc,
                        char ***argv, PlyExit *exit);
/* Prints the message to stderr; gives @exit back. Takes @error. */
PlyExit ply_cli_fail (PlyExit exit, GError *error);
/* A message of our own about how the program was called. */
PlyExit ply_cli_usage (const char *format, ...) G_GNUC_PRINTF (1, 2);
/* INPUT or OUTPUT, by what went wrong in the store. */
PlyExit ply_cli_store_exit (const GError *error);

/* Opens the event file to look at it; NULL after printing why not. */
PlyStore *ply_cli_open_read_only (const char *path, PlySnapshot **snapshot);
/* The same for verbs that take one FILE and only --json, whose options it reads first; *@exit says
 * how to end when it gives NULL. */
PlyStore *ply_cli_open_to_print (const PlyVerb *verb, int argc, char **argv, gboolean *as_json,
                                 PlySnapshot **snapshot, PlyExit *exit);
/* Saves and closes; on failure the file is as it was. */
PlyExit ply_cli_finish (PlyStore *store);

/* Text to a file, whole or not at all, or to stdout when @path is NULL or "-". */
PlyExit ply_cli_write (const char *path, GBytes *bytes);
/* "programme, schedule.xml": what can be exported, or imported; owned by the caller. */
char *ply_cli_format_names (gboolean to_export);
/* Prints JSON, indented, to stdout. Takes @root. */
void ply_cli_print_json (gpointer json_builder);

G_END_DECLS
