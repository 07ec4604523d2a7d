/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-schema.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "ply-store-resource.h"

#define RESOURCE_FOLDER "/io/github/plenary_app/Plenary/store/"

/* What a schema consists of: views, triggers and tables before indexes. Those that SQLite makes by
 * itself for a primary key have no text. */
#define LIST_SCHEMA                                                                                \
  "SELECT type, name, tbl_name, ifnull(sql, '') FROM sqlite_schema ORDER BY type DESC, name"

/* Helpers */

static const char *
load_sql (const char *name)
{
  g_autofree char *path = g_strconcat (RESOURCE_FOLDER, name, NULL);
  g_autoptr (GBytes) bytes =
      g_resource_lookup_data (ply_store_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert (bytes != NULL);
  return g_intern_string (g_bytes_get_data (bytes, NULL)); /* resources end with a NUL */
}

static gboolean
run_step (const PlySchemaStep *step, PlyDb *db, GError **error)
{
  return (step->sql == NULL || ply_db_exec (db, step->sql, error))
         && (step->run == NULL || step->run (db, error));
}

static gboolean
run_steps (const PlySchema *self, guint version, PlyDb *db, GError **error)
{
  g_autofree char *mark = NULL;

  for (guint i = version; i < self->n_steps; i++)
    if (!run_step (&self->steps[i], db, error))
      return FALSE;
  mark = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %u",
                          PLY_APPLICATION_ID, self->n_steps);
  return ply_db_exec (db, mark, error);
}

/* A database in memory with the tables of @version. */
static PlyDb *
make_model (const PlySchema *self, guint version, const char *name, GError **error)
{
  PlySchema old = { .steps = self->steps, .n_steps = version };
  g_autoptr (PlyDb) model = ply_db_open (":memory:", name, TRUE, error);

  if (model == NULL || !ply_schema_migrate (&old, model, error))
    return NULL;
  return g_steal_pointer (&model);
}

static gboolean
fail_hostile (PlyDb *db, const char *type, const char *name, GError **error)
{
  g_set_error (error, PLY_STORE_ERROR, PLY_STORE_ERROR_HOSTILE,
               /* Translators: %1$s is a file, %2$s a technical word like “trigger”, %3$s its name
                */
               _ ("“%1$s” holds something that does not belong into an event (%2$s “%3$s”), so it "
                  "was not opened. Do not trust this file; ask whoever sent it."),
               db->name, type, name);
  return FALSE;
}

static gboolean
fail_incomplete (PlyDb *db, const char *type, const char *name, GError **error)
{
  g_set_error (error, PLY_STORE_ERROR, PLY_STORE_ERROR_DAMAGED,
               /* Translators: %1$s is a file, %2$s a technical word like “table”, %3$s its name */
               _ ("“%1$s” lacks the %2$s “%3$s” and was not opened. Open a copy of it from a "
                  "backup."),
               db->name, type, name);
  return FALSE;
}

/* In the order of LIST_SCHEMA. */
static int
compare_rows (sqlite3_stmt *wanted, sqlite3_stmt *found)
{
  int by_type = g_strcmp0 ((const char *) sqlite3_column_text (found, 0),
                           (const char *) sqlite3_column_text (wanted, 0));

  return by_type != 0 ? by_type
                      : g_strcmp0 ((const char *) sqlite3_column_text (wanted, 1),
                                   (const char *) sqlite3_column_text (found, 1));
}

static gboolean
same_text (sqlite3_stmt *wanted, sqlite3_stmt *found)
{
  for (int column = 2; column <= 3; column++)
    if (g_strcmp0 ((const char *) sqlite3_column_text (wanted, column),
                   (const char *) sqlite3_column_text (found, column))
        != 0)
      return FALSE;
  return TRUE;
}

/* Walks both lists in step. */
static gboolean
compare_schemas (PlyDb *db, PlyUse *wanted, PlyDb *model, PlyUse *found, GError **error)
{
  for (;;)
    {
      g_autoptr (GError) local_error = NULL;
      gboolean want = ply_db_next (model, wanted, &local_error);
      gboolean have = local_error == NULL && ply_db_next (db, found, &local_error);
      const char *type, *name;

      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      if (!want && !have)
        return TRUE;
      type = (const char *) sqlite3_column_text (have ? found : wanted, 0);
      name = (const char *) sqlite3_column_text (have ? found : wanted, 1);
      if (!have)
        return fail_incomplete (db, type, name, error);
      if (!want || compare_rows (wanted, found) > 0)
        return fail_hostile (db, type, name, error);
      if (compare_rows (wanted, found) < 0)
        return fail_incomplete (db, (const char *) sqlite3_column_text (wanted, 0),
                                (const char *) sqlite3_column_text (wanted, 1), error);
      if (!same_text (wanted, found))
        return fail_hostile (db, type, name, error);
    }
}

/* Public functions */

const PlySchema *
ply_schema_get (void)
{
  static PlySchemaStep steps[2];
  static const PlySchema schema = { .steps = steps, .n_steps = G_N_ELEMENTS (steps) };
  static gsize loaded = 0;

  if (g_once_init_enter (&loaded))
    {
      steps[0].sql = load_sql ("schema-1.sql");
      steps[1].sql = load_sql ("schema-2.sql");
      g_once_init_leave (&loaded, 1);
    }
  return &schema;
}

gboolean
ply_schema_get_version (PlyDb *db, guint *version, GError **error)
{
  gint64 value;

  if (!ply_db_query_integer (db, "PRAGMA user_version", &value, error))
    return FALSE;
  *version = (guint) value;
  return TRUE;
}

gboolean
ply_schema_migrate (const PlySchema *self, PlyDb *db, GError **error)
{
  guint version;

  if (!ply_schema_get_version (db, &version, error))
    return FALSE;
  if (version >= self->n_steps)
    return TRUE;
  if (!ply_db_begin (db, error))
    return FALSE;
  if (run_steps (self, version, db, error) && ply_db_commit (db, error))
    return TRUE;
  ply_db_rollback (db);
  return FALSE;
}

gboolean
ply_schema_check (const PlySchema *self, PlyDb *db, GError **error)
{
  g_autoptr (PlyDb) model = NULL;
  g_autoptr (PlyUse) wanted = NULL;
  g_autoptr (PlyUse) found = NULL;
  guint version;

  if (!ply_schema_get_version (db, &version, error))
    return FALSE;
  model = make_model (self, version, db->name, error);
  if (model == NULL)
    return FALSE;
  wanted = ply_db_use (model, LIST_SCHEMA, error);
  found = wanted != NULL ? ply_db_use (db, LIST_SCHEMA, error) : NULL;
  return found != NULL && compare_schemas (db, wanted, model, found, error);
}
