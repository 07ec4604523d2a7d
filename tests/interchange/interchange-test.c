/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "interchange-test.h"

#include "ply-schedule-xml.h"
#include "ply-validate.h"

#include <libxml/xmlschemas.h>
#include <string.h>

GBytes *
test_read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *data;
  gsize size;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (data, size);
}

char *
test_fixture (const char *name)
{
  return g_build_filename (g_getenv ("PLY_FIXTURES"), "schedules", name, NULL);
}

PlySnapshot *
test_empty_snapshot (void)
{
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();

  return ply_snapshot_new (nothing);
}

PlyPlan *
test_import (GBytes *input, const PlySnapshot *existing)
{
  g_autoptr (GError) error = NULL;
  PlyPlan *plan = ply_schedule_xml_import (input, "test.xml", existing, NULL, &error);

  g_assert_no_error (error);
  return plan;
}

PlySnapshot *
test_import_fresh (GBytes *input)
{
  g_autoptr (PlySnapshot) empty = test_empty_snapshot ();
  g_autoptr (PlyPlan) plan = test_import (input, NULL);

  return ply_plan_apply (plan, empty);
}

static void
check_references (const PlySnapshot *snapshot, const PlyRecord *record)
{
  const PlyKindInfo *info = ply_kind_get_info (record->kind);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const PlyField *field = &info->fields[i];
      const char *id = field->type == PLY_FIELD_REF ? ply_record_get_text (record, field) : NULL;

      if (id != NULL && ply_snapshot_lookup (snapshot, field->target, id) == NULL)
        g_error ("%s %s: %s leads nowhere", info->name, record->id, field->name);
    }
}

void
test_check_snapshot (const PlySnapshot *snapshot)
{
  for (guint kind = 0; kind < PLY_N_KINDS; kind++)
    for (guint i = 0; i < ply_snapshot_get_n (snapshot, kind); i++)
      {
        const PlyRecord *record = ply_snapshot_get_at (snapshot, kind, i);
        g_autoptr (GError) error = NULL;

        ply_record_validate (record, &error);
        g_assert_no_error (error);
        check_references (snapshot, record);
      }
}

static void
ignore_cb (void *data, const char *format, ...)
{
}

void
test_check_schema (GBytes *xml)
{
  static xmlSchema *schema = NULL;
  xmlSchemaValidCtxt *context;
  xmlDoc *document;
  int result;

  if (schema == NULL)
    {
      g_autofree char *path = test_fixture ("schedule.xml.xsd");
      xmlSchemaParserCtxt *parser = xmlSchemaNewParserCtxt (path);

      schema = xmlSchemaParse (parser);
      xmlSchemaFreeParserCtxt (parser);
      g_assert_nonnull (schema);
    }
  document = xmlReadMemory (g_bytes_get_data (xml, NULL), g_bytes_get_size (xml), "export", NULL,
                            XML_PARSE_NONET);
  g_assert_nonnull (document);
  context = xmlSchemaNewValidCtxt (schema);
  if (!g_test_verbose ())
    xmlSchemaSetValidErrors (context, ignore_cb, ignore_cb, NULL);
  result = xmlSchemaValidateDoc (context, document);
  if (result != 0)
    {
      xmlSchemaSetValidErrors (context, NULL, NULL, NULL);
      xmlSchemaValidateDoc (context, document);
    }
  xmlSchemaFreeValidCtxt (context);
  xmlFreeDoc (document);
  g_assert_cmpint (result, ==, 0);
}

void
test_print_plan (const PlyPlan *plan)
{
  for (guint i = 0; i < ply_plan_get_n_edits (plan) && i < 20; i++)
    {
      const PlyEdit *edit = ply_plan_get_edit (plan, i);

      g_test_message ("%s %s %s %s",
                      edit->type == PLY_EDIT_INSERT ? "insert"
                      : edit->type == PLY_EDIT_SET  ? "set"
                                                    : "delete",
                      ply_kind_get_info (edit->kind)->name, edit->id,
                      edit->type == PLY_EDIT_SET ? edit->field->name : "");
      if (edit->type == PLY_EDIT_SET && edit->value.type == PLY_VALUE_TEXT)
        g_test_message ("  = “%s”", edit->value.text);
      else if (edit->type == PLY_EDIT_SET)
        g_test_message ("  = %" G_GINT64_FORMAT, edit->value.integer);
    }
}

gboolean
test_has_remark (const PlyPlan *plan, int line, const char *text)
{
  for (guint i = 0; i < ply_plan_get_n_remarks (plan); i++)
    {
      const PlyRemark *remark = ply_plan_get_remark (plan, i);

      if (remark->line == line && strstr (remark->message, text) != NULL)
        return TRUE;
    }
  for (guint i = 0; i < ply_plan_get_n_remarks (plan); i++)
    g_test_message ("%d: %s", ply_plan_get_remark (plan, i)->line,
                    ply_plan_get_remark (plan, i)->message);
  return FALSE;
}

const PlySession *
test_find_session (const PlySnapshot *snapshot, const char *title)
{
  for (guint i = 0; i < ply_snapshot_get_n (snapshot, PLY_KIND_SESSION); i++)
    {
      const PlySession *session = ply_snapshot_get_at (snapshot, PLY_KIND_SESSION, i);

      if (strcmp (session->title, title) == 0)
        return session;
    }
  g_error ("no session “%s”", title);
}
