/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store-testing.h"

#include "store-child.h"

#include <stdlib.h>
#include <unistd.h>

/* Edits FILE from edit number FIRST on, without end, and writes each number to standard output once
 * the edit has been acknowledged to it. Now and then it saves. The state folder is the parent's. */

static void
fail (const char *what, const GError *error)
{
  g_printerr ("%s: %s\n", what, error->message);
  exit (1);
}

static void
run_edit (PlyStore *store, const char *event_id, guint32 number)
{
  g_autoptr (PlyPlan) plan = ply_plan_new ("Edit");
  g_autofree char *text = g_strdup_printf ("%u", number);
  g_autofree char *room = child_room_id (number);
  g_autoptr (GError) error = NULL;

  /* Two tables: half an edit would show. */
  ply_plan_set_text (plan, PLY_KIND_EVENT, event_id, "subtitle", text);
  ply_plan_set_text (plan, PLY_KIND_ROOM, room, "notes", text);
  if (!ply_store_run (store, plan, number % 3 == 0 ? "key" : NULL, &error))
    fail ("run", error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (argv[1]);
  guint32 number = (guint32) atoi (argv[2]);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlyStore) store = ply_store_open (file, &error);
  g_autoptr (PlySnapshot) snapshot = NULL;
  const char *event_id;

  if (store == NULL)
    fail ("open", error);
  snapshot = ply_store_load (store, NULL);
  event_id = ply_snapshot_get_event (snapshot)->record.id;
  for (;; number++)
    {
      run_edit (store, event_id, number);
      if (number % 11 == 0 && (!ply_store_undo (store, &error) || !ply_store_redo (store, &error)))
        fail ("undo and redo", error);
      if (write (STDOUT_FILENO, &number, sizeof number) != sizeof number)
        return 1;
      if (number % 7 == 0 && !ply_store_save (store, &error))
        fail ("save", error);
    }
}
