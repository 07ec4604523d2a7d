/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-command.h"

#include "ply-changeset.h"
#include "ply-rows.h"
#include "ply-validate.h"

#include <glib/gi18n-lib.h>

/* A name in a message is cut to this many characters. */
#define NAME_SHOWN 60

/* Helpers */

static gboolean
run_edit (PlyDb *db, const PlyEdit *edit, GError **error)
{
  switch (edit->type)
    {
    case PLY_EDIT_INSERT:
      return ply_rows_insert (db, edit->record, error);
    case PLY_EDIT_SET:
      return ply_rows_set (db, edit->kind, edit->id, edit->field, &edit->value, error);
    case PLY_EDIT_DELETE:
    default:
      return ply_rows_delete (db, edit->kind, edit->id, error);
    }
}

static gboolean
run_edits (PlyDb *db, const PlyPlan *plan, GError **error)
{
  guint n = ply_plan_get_n_edits (plan);

  for (guint i = 0; i < n; i++)
    if (!run_edit (db, ply_plan_get_edit (plan, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
fail_invalid (PlyDb *db, PlyKind kind, const char *id, const char *fault, GError **error)
{
  g_set_error (error, PLY_STORE_ERROR, PLY_STORE_ERROR_INVALID,
               /* Translators: %1$s is a file, %2$s a kind of record like “Session”, %3$s its name
                  or id, %4$s says what is wrong with it */
               _ ("Nothing was changed in “%1$s”. %2$s “%3$s”: %4$s"), db->name,
               _ (ply_kind_get_info (kind)->label), id, fault);
  return FALSE;
}

static gboolean
fail_record (PlyDb *db, const PlyRecord *record, const char *fault, GError **error)
{
  const PlyField *title = ply_kind_title_field (record->kind);
  const char *name = title != NULL ? ply_record_get_text (record, title) : NULL;
  g_autofree char *valid = g_utf8_make_valid (name != NULL ? name : record->id, -1);
  g_autofree char *shown = g_utf8_truncate_middle (valid, NAME_SHOWN);

  return fail_invalid (db, record->kind, shown, fault, error);
}

static gboolean
check_reference (PlyDb *db, const PlyRecord *record, const PlyField *field, PlyKind target,
                 GError **error)
{
  const char *id = ply_record_get_text (record, field);
  g_autofree char *fault = NULL;
  gboolean exists;

  if (id == NULL)
    return TRUE;
  if (target == PLY_N_KINDS)
    return fail_record (db, record, _ ("it belongs to a kind of record that does not exist"),
                        error);
  if (!ply_rows_find (db, target, id, &exists, error))
    return FALSE;
  if (exists)
    return TRUE;
  /* Translators: %1$s is a field like “Room”, %2$s an id */
  fault = g_strdup_printf (_ ("%1$s refers to %2$s, which is not there"), _ (field->label), id);
  return fail_record (db, record, fault, error);
}

static gboolean
check_references (PlyDb *db, const PlyRecord *record, GError **error)
{
  const PlyKindInfo *info = ply_kind_get_info (record->kind);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const PlyField *field = &info->fields[i];
      PlyKind target;

      if (ply_rows_get_target (record, field, &target)
          && !check_reference (db, record, field, target, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_record (PlyDb *db, const PlyRecord *record, GError **error)
{
  g_autoptr (GError) fault = NULL;

  return ply_record_validate (record, &fault) ? check_references (db, record, error)
                                              : fail_record (db, record, fault->message, error);
}

static gboolean
check_one_event (PlyDb *db, GError **error)
{
  gint64 count;

  if (!ply_db_query_integer (db, "SELECT count(*) FROM event", &count, error))
    return FALSE;
  if (count == 1)
    return TRUE;
  g_set_error (error, PLY_STORE_ERROR, PLY_STORE_ERROR_INVALID,
               /* Translators: %s is a file */
               _ ("“%s” must have exactly one event record. Nothing was changed."), db->name);
  return FALSE;
}

typedef struct
{
  GHashTable *gone; /* ids */
  char *record;     /* the one that refers to one of them */
} Referrer;

static gboolean
find_referrer_cb (const char *id, const char *value, gpointer user_data)
{
  Referrer *search = user_data;

  if (!g_hash_table_contains (search->gone, value))
    return TRUE;
  search->record = g_strdup (id);
  return FALSE;
}

/* The field may hold the id of one of the records that are gone. */
static gboolean
may_refer (const PlyField *field, const gboolean kinds_gone[PLY_N_KINDS])
{
  return field->type == PLY_FIELD_ID || (field->type == PLY_FIELD_REF && kinds_gone[field->target]);
}

static gboolean
check_no_referrer (PlyDb *db, PlyKind kind, const PlyField *field, GHashTable *gone, GError **error)
{
  Referrer search = { .gone = gone };
  g_autofree char *record = NULL;

  if (!ply_rows_scan (db, kind, field, find_referrer_cb, &search, error))
    return FALSE;
  record = search.record;
  return record == NULL
         || fail_invalid (db, kind, record, _ ("it refers to a record that would be gone"), error);
}

static gboolean
check_gone (PlyDb *db, GHashTable *gone, const gboolean kinds_gone[PLY_N_KINDS], GError **error)
{
  for (guint kind = 0; kind < PLY_N_KINDS; kind++)
    {
      const PlyKindInfo *info = ply_kind_get_info (kind);

      for (guint i = 0; i < info->n_fields; i++)
        if (may_refer (&info->fields[i], kinds_gone)
            && !check_no_referrer (db, kind, &info->fields[i], gone, error))
          return FALSE;
    }
  return TRUE;
}

/* Public functions */

gboolean
ply_command_check (PlyDb *db, GArray *changes, GError **error)
{
  g_autoptr (GHashTable) gone = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean kinds_gone[PLY_N_KINDS] = { FALSE };

  for (guint i = 0; i < changes->len; i++)
    {
      PlyChange *change = &g_array_index (changes, PlyChange, i);

      if (change->record != NULL && !check_record (db, change->record, error))
        return FALSE;
      if (change->kind == PLY_KIND_EVENT && !check_one_event (db, error))
        return FALSE;
      if (change->record == NULL)
        {
          g_hash_table_add (gone, (gpointer) change->id);
          kinds_gone[change->kind] = TRUE;
        }
    }
  return g_hash_table_size (gone) == 0 || check_gone (db, gone, kinds_gone, error);
}

GBytes *
ply_command_write (PlyDb *db, const PlyPlan *plan, GArray **changes, GError **error)
{
  sqlite3_session *session = ply_changeset_record (db, error);
  g_autoptr (GBytes) changeset = NULL;
  g_autoptr (GArray) rows = NULL;

  if (session == NULL)
    return NULL;
  if (!run_edits (db, plan, error))
    {
      sqlite3session_delete (session);
      return NULL;
    }
  changeset = ply_changeset_take (db, session, error);
  rows = changeset != NULL ? ply_changeset_read (db, changeset, error) : NULL;
  if (rows == NULL || !ply_command_check (db, rows, error))
    return NULL;
  *changes = g_steal_pointer (&rows);
  return g_steal_pointer (&changeset);
}
