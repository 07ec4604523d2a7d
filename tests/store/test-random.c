/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store-testing.h"

#include "ply-rank.h"
#include "ply-translation.h"
#include "ply-waiver.h"

/* Many random commands, with undo, redo, saving, closing and dying in between, beside a model that
 * is nothing but a list of snapshots. */

#define N_COMMANDS 10000
#define COMPARE_EVERY 50

typedef struct
{
  PlyStore *store;
  GRand *rand;
  PlySnapshot *told; /* fed by the signal alone */
  GPtrArray *states; /* PlySnapshot: states[n] is after n commands */
  guint now;         /* index into it */
  guint n_heard;
  GFile *file;
} World;

static const char *const words[] = { "Eröffnung",  "Пленарное заседание",
                                     "Қорытынды",  "Panel",
                                     "Kaffee",     "Лекция",
                                     "Ғылым күні", "Workshop" };

/* Helpers */

static guint
pick (World *world, guint n)
{
  return (guint) g_rand_int_range (world->rand, 0, (gint32) n);
}

static const char *
word (World *world)
{
  return words[pick (world, G_N_ELEMENTS (words))];
}

/* NULL when there is none. */
static const PlyRecord *
any (World *world, PlyKind kind)
{
  guint n = ply_snapshot_get_n (world->told, kind);

  return n > 0 ? ply_snapshot_get_at (world->told, kind, pick (world, n)) : NULL;
}

static const char *
any_id (World *world, PlyKind kind)
{
  const PlyRecord *record = any (world, kind);

  return record != NULL ? record->id : NULL;
}

static void
set_title (World *world, gpointer record, const char *field)
{
  g_autofree char *title = g_strdup_printf ("%s %u", word (world), pick (world, 1000));

  ply_record_set_text (record, field, title);
}

/* Commands */

static void
add_place (World *world, PlyPlan *plan)
{
  static const PlyKind kinds[] = { PLY_KIND_ROOM, PLY_KIND_TRACK, PLY_KIND_SESSION_TYPE,
                                   PLY_KIND_PERSON, PLY_KIND_INSTITUTION };
  PlyRecord *record = ply_record_new (kinds[pick (world, G_N_ELEMENTS (kinds))], NULL);

  set_title (world, record, "name");
  ply_plan_insert (plan, record);
}

static void
add_day (World *world, PlyPlan *plan)
{
  PlyDay *day = ply_record_new (PLY_KIND_DAY, NULL);
  g_autofree char *date = g_strdup_printf ("2023-10-%02u", 1 + pick (world, 28));

  ply_record_set_text (day, "date", date);
  ply_plan_insert (plan, day);
}

static void
add_session (World *world, PlyPlan *plan)
{
  PlySession *session = ply_record_new (PLY_KIND_SESSION, NULL);
  guint n_talks = pick (world, 4);

  set_title (world, session, "title");
  ply_record_set_integer (session, "duration", 15 * (1 + pick (world, 8)));
  ply_record_set_text (session, "day", any_id (world, PLY_KIND_DAY));
  ply_record_set_integer (session, "start", pick (world, 1440));
  ply_record_set_text (session, "room", any_id (world, PLY_KIND_ROOM));
  ply_record_set_text (session, "track", any_id (world, PLY_KIND_TRACK));
  ply_plan_insert (plan, session);
  for (guint i = 0; i < n_talks; i++)
    {
      PlyTalk *talk = ply_record_new (PLY_KIND_TALK, NULL);
      g_autofree char *rank = ply_rank_spread (i, n_talks);

      set_title (world, talk, "title");
      ply_record_set_text (talk, "session", session->record.id);
      ply_record_set_text (talk, "rank", rank);
      ply_record_set_integer (talk, "duration", 20);
      ply_plan_insert (plan, talk);
    }
}

static void
add_participation (World *world, PlyPlan *plan)
{
  const char *session = any_id (world, PLY_KIND_SESSION);
  const char *person = any_id (world, PLY_KIND_PERSON);
  PlyParticipation *participation;

  if (session == NULL || person == NULL)
    return;
  participation = ply_record_new (PLY_KIND_PARTICIPATION, NULL);
  ply_record_set_text (participation, "session", session);
  ply_record_set_text (participation, "person", person);
  ply_record_set_text (participation, "role", "speaker");
  ply_plan_insert (plan, participation);
}

static void
add_picture (World *world, PlyPlan *plan)
{
  const char *person = any_id (world, PLY_KIND_PERSON);
  PlyAsset *asset = ply_record_new (PLY_KIND_ASSET, NULL);
  gsize size = 1 + pick (world, 20000);
  guint8 *data = g_malloc (size);
  g_autoptr (GBytes) bytes = g_bytes_new_take (data, size);
  g_auto (PlyValue) value = ply_value_bytes (bytes);

  for (gsize i = 0; i < size; i++)
    data[i] = (guint8) g_rand_int (world->rand);
  ply_record_set_text (asset, "name", "Photo");
  ply_record_set_text (asset, "media_type", "image/jpeg");
  ply_record_set_integer (asset, "width", 100);
  ply_record_set_integer (asset, "height", 100);
  ply_record_set_value (asset, ply_field_lookup (PLY_KIND_ASSET, "data"), &value);
  ply_plan_insert (plan, asset);
  if (person != NULL)
    ply_plan_set_text (plan, PLY_KIND_PERSON, person, "photo", asset->record.id);
}

static void
edit_text (World *world, PlyPlan *plan)
{
  const char *session = any_id (world, PLY_KIND_SESSION);

  if (session == NULL)
    return;
  ply_plan_set_text (plan, PLY_KIND_SESSION, session, "title", word (world));
  ply_plan_set_text (plan, PLY_KIND_SESSION, session, "abstract",
                     pick (world, 2) == 0 ? NULL : word (world));
}

static void
move_session (World *world, PlyPlan *plan)
{
  const char *session = any_id (world, PLY_KIND_SESSION);

  if (session == NULL)
    return;
  ply_plan_set_integer (plan, PLY_KIND_SESSION, session, "start", pick (world, 1440));
  ply_plan_set_text (plan, PLY_KIND_SESSION, session, "room", any_id (world, PLY_KIND_ROOM));
}

static void
translate (World *world, PlyPlan *plan)
{
  const PlyRecord *session = any (world, PLY_KIND_SESSION);

  if (session != NULL)
    ply_plan_translate (plan, world->told, session, "title", "kk",
                        pick (world, 3) == 0 ? NULL : word (world), "final");
}

static void
waive (World *world, PlyPlan *plan)
{
  const char *ids[] = { any_id (world, PLY_KIND_SESSION), any_id (world, PLY_KIND_ROOM) };
  g_autofree char *records = ply_waiver_join_records (ids, G_N_ELEMENTS (ids));
  g_autofree char *id = ply_waiver_id ("over-capacity", records, NULL);
  PlyWaiver *waiver;

  if (*records == '\0')
    return;
  waiver = ply_record_new (PLY_KIND_WAIVER, id);
  ply_record_set_text (waiver, "kind", "over-capacity");
  ply_record_set_text (waiver, "records", records);
  ply_record_set_text (waiver, "note", word (world));
  ply_plan_put (plan, world->told, waiver);
}

/* No waiver is left over for a record that is gone. */
static void
check_waivers (World *world)
{
  for (guint i = 0; i < ply_snapshot_get_n (world->told, PLY_KIND_WAIVER); i++)
    {
      const PlyWaiver *waiver = ply_snapshot_get_at (world->told, PLY_KIND_WAIVER, i);
      g_auto (GStrv) ids = g_strsplit (waiver->records, " ", -1);

      for (guint n = 0; ids[n] != NULL; n++)
        g_assert_true (ply_snapshot_lookup (world->told, PLY_KIND_SESSION, ids[n]) != NULL
                       || ply_snapshot_lookup (world->told, PLY_KIND_ROOM, ids[n]) != NULL);
    }
}

static void
delete_something (World *world, PlyPlan *plan)
{
  static const PlyKind kinds[] = { PLY_KIND_SESSION, PLY_KIND_ROOM, PLY_KIND_PERSON,
                                   PLY_KIND_DAY,     PLY_KIND_TALK, PLY_KIND_ASSET };
  PlyKind kind = kinds[pick (world, G_N_ELEMENTS (kinds))];
  const char *id = any_id (world, kind);

  if (id != NULL && ply_snapshot_get_n (world->told, kind) > 5)
    ply_plan_delete (plan, world->told, kind, id);
}

static void
duplicate_session (World *world, PlyPlan *plan)
{
  const char *id = any_id (world, PLY_KIND_SESSION);

  if (id != NULL && ply_snapshot_get_n (world->told, PLY_KIND_SESSION) < 200)
    ply_plan_duplicate (plan, world->told, PLY_KIND_SESSION, id, word (world));
}

static void (*const makers[]) (World *, PlyPlan *) = {
  add_place,    add_day,   add_session, add_session,      add_participation,
  add_picture,  edit_text, edit_text,   edit_text,        move_session,
  move_session, translate, waive,       delete_something, duplicate_session,
};

/* The model */

static void
remember (World *world)
{
  g_ptr_array_set_size (world->states, (int) world->now + 1);
  g_ptr_array_add (world->states, ply_snapshot_ref (world->told));
  world->now++;
}

static void
run_command (World *world)
{
  g_autoptr (PlyPlan) plan = ply_plan_new ("Random");
  g_autoptr (GError) error = NULL;
  guint n_parts = 1 + pick (world, 3);
  guint heard = world->n_heard;

  /* Parts of one plan know nothing of each other, so only one may delete. */
  for (guint i = 0; i < n_parts; i++)
    makers[pick (world, n_parts == 1 ? G_N_ELEMENTS (makers) : G_N_ELEMENTS (makers) - 4)](world,
                                                                                           plan);
  ply_store_run (world->store, plan, NULL, &error);
  g_assert_no_error (error);
  check_waivers (world);
  if (world->n_heard != heard)
    remember (world);
}

static void
undo_some (World *world)
{
  for (guint n = 1 + pick (world, 6); n > 0; n--)
    {
      gboolean can = ply_store_get_undo_label (world->store) != NULL;

      g_assert_true (ply_store_undo (world->store, NULL));
      if (can)
        world->now--;
    }
}

static void
redo_some (World *world)
{
  for (guint n = 1 + pick (world, 6); n > 0; n--)
    {
      gboolean can = ply_store_get_redo_label (world->store) != NULL;

      g_assert_cmpint (can, ==, world->now + 1 < world->states->len);
      g_assert_true (ply_store_redo (world->store, NULL));
      if (can)
        world->now++;
    }
}

static void
changed_cb (PlyStore *store, const PlyStoreChanges *changes, World *world)
{
  PlySnapshot *next = ply_snapshot_update (world->told, changes->rows, changes->n_rows);

  ply_snapshot_unref (world->told);
  world->told = next;
  world->n_heard++;
}

static void
open_world (World *world)
{
  g_autoptr (GError) error = NULL;

  world->store = ply_store_open (world->file, &error);
  g_assert_no_error (error);
  g_signal_connect (world->store, "changed", G_CALLBACK (changed_cb), world);
}

static void
reopen_world (World *world)
{
  if (pick (world, 2) == 0)
    g_assert_true (ply_store_close (world->store, NULL));
  g_object_unref (world->store); /* which, not closed, is as if it had died */
  open_world (world);
}

static void
compare (World *world)
{
  g_autofree char *wanted = testing_dump (world->states->pdata[world->now]);
  g_autofree char *told = testing_dump (world->told);
  g_autofree char *stored = testing_dump_store (world->store);

  g_assert_cmpstr (told, ==, wanted);
  g_assert_cmpstr (stored, ==, wanted);
}

static void
step (World *world)
{
  guint choice = pick (world, 1000);

  if (choice < 800)
    run_command (world);
  else if (choice < 900)
    undo_some (world);
  else if (choice < 990)
    redo_some (world);
  else if (choice < 996)
    g_assert_true (ply_store_save (world->store, NULL));
  else
    reopen_world (world);
}

static void
test_random (void)
{
  World world = { .rand = g_rand_new_with_seed (g_test_rand_int ()) };

  world.store = testing_create ("random.plenary");
  world.file = testing_file ("random.plenary");
  world.told = ply_store_load (world.store, NULL);
  world.states = g_ptr_array_new_with_free_func ((GDestroyNotify) ply_snapshot_unref);
  g_ptr_array_add (world.states, ply_snapshot_ref (world.told));
  g_signal_connect (world.store, "changed", G_CALLBACK (changed_cb), &world);

  for (guint i = 0; i < N_COMMANDS; i++)
    {
      step (&world);
      if (i % COMPARE_EVERY == 0)
        compare (&world);
    }
  compare (&world);
  g_test_message ("%u commands heard, %u in the history, %u sessions", world.n_heard,
                  world.states->len - 1, ply_snapshot_get_n (world.told, PLY_KIND_SESSION));
  g_assert_cmpuint (world.n_heard, >, N_COMMANDS / 2);

  g_assert_true (ply_store_close (world.store, NULL));
  g_object_unref (world.store);
  g_object_unref (world.file);
  ply_snapshot_unref (world.told);
  g_ptr_array_unref (world.states);
  g_rand_free (world.rand);
}

int
main (int argc, char **argv)
{
  testing_use_memory ();
  testing_init (&argc, &argv);
  g_test_add_func ("/random/commands", test_random);
  return testing_run ();
}
