/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-plan.h"

#include "ply-id.h"
#include "ply-translation.h"
#include "ply-waiver.h"

#include <stdarg.h>
#include <string.h>

struct _PlyPlan
{
  char *label;
  GArray *edits;       /* PlyEdit */
  GArray *remarks;     /* PlyRemark */
  GHashTable *deleted; /* ids; borrowed from the edits */
};

static void
clear_edit (gpointer data)
{
  PlyEdit *edit = data;

  g_free (edit->id);
  ply_record_unref (edit->record);
  ply_value_clear (&edit->value);
}

static void
clear_remark (gpointer data)
{
  g_free (((PlyRemark *) data)->message);
}

PlyPlan *
ply_plan_new (const char *label)
{
  PlyPlan *self = g_new0 (PlyPlan, 1);

  self->label = g_strdup (label);
  self->edits = g_array_new (FALSE, FALSE, sizeof (PlyEdit));
  g_array_set_clear_func (self->edits, clear_edit);
  self->remarks = g_array_new (FALSE, FALSE, sizeof (PlyRemark));
  g_array_set_clear_func (self->remarks, clear_remark);
  self->deleted = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

void
ply_plan_free (PlyPlan *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->deleted);
  g_array_unref (self->edits);
  g_array_unref (self->remarks);
  g_free (self->label);
  g_free (self);
}

const char *
ply_plan_get_label (const PlyPlan *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->label;
}

guint
ply_plan_get_n_edits (const PlyPlan *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->edits->len;
}

const PlyEdit *
ply_plan_get_edit (const PlyPlan *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->edits->len, NULL);
  return &g_array_index (self->edits, PlyEdit, index);
}

void
ply_plan_insert (PlyPlan *self, gpointer record)
{
  PlyEdit edit = { .type = PLY_EDIT_INSERT, .value = PLY_VALUE_INIT };

  g_return_if_fail (self != NULL && record != NULL);

  edit.kind = PLY_RECORD (record)->kind;
  edit.id = g_strdup (PLY_RECORD (record)->id);
  edit.record = record;
  g_array_append_val (self->edits, edit);
}

void
ply_plan_set (PlyPlan *self, PlyKind kind, const char *id, const PlyField *field,
              const PlyValue *value)
{
  PlyEdit edit = { .type = PLY_EDIT_SET, .kind = kind, .field = field };

  g_return_if_fail (self != NULL && id != NULL && field != NULL && value != NULL);

  edit.id = g_strdup (id);
  if (value->type == PLY_VALUE_TEXT && *value->text == '\0')
    edit.value = (PlyValue) PLY_VALUE_INIT;
  else
    edit.value = ply_value_copy (value);
  g_array_append_val (self->edits, edit);
}

void
ply_plan_set_text (PlyPlan *self, PlyKind kind, const char *id, const char *field_name,
                   const char *text)
{
  g_auto (PlyValue) value = ply_value_text (text);

  ply_plan_set (self, kind, id, ply_field_lookup (kind, field_name), &value);
}

void
ply_plan_set_integer (PlyPlan *self, PlyKind kind, const char *id, const char *field_name,
                      gint64 integer)
{
  PlyValue value = ply_value_integer (integer);

  ply_plan_set (self, kind, id, ply_field_lookup (kind, field_name), &value);
}

void
ply_plan_put (PlyPlan *self, const PlySnapshot *snapshot, gpointer record)
{
  PlyKind kind = PLY_RECORD (record)->kind;
  const PlyKindInfo *info = ply_kind_get_info (kind);
  gconstpointer old = NULL;

  if (snapshot != NULL)
    old = ply_snapshot_lookup (snapshot, kind, PLY_RECORD (record)->id);
  if (old == NULL)
    {
      ply_plan_insert (self, record);
      return;
    }
  for (guint i = 0; i < info->n_fields; i++)
    {
      g_auto (PlyValue) before = ply_record_get_value (old, &info->fields[i]);
      g_auto (PlyValue) after = ply_record_get_value (record, &info->fields[i]);

      if (!ply_value_equal (&before, &after))
        ply_plan_set (self, kind, PLY_RECORD (record)->id, &info->fields[i], &after);
    }
  ply_record_unref (record);
}

static void
delete_children (PlyPlan *self, const PlySnapshot *snapshot, PlyKind parent, const char *id)
{
  for (guint kind = 0; kind < PLY_N_KINDS; kind++)
    {
      const PlyKindInfo *info = ply_kind_get_info (kind);

      for (guint i = 0; i < info->n_fields; i++)
        {
          const PlyField *field = &info->fields[i];
          GPtrArray *children;

          if (field->type != PLY_FIELD_REF || field->target != parent)
            continue;
          children = ply_snapshot_get_children (snapshot, kind, field->name, id);
          for (guint c = 0; c < children->len; c++)
            {
              const PlyRecord *child = children->pdata[c];

              if (field->flags & PLY_FIELD_OWNER)
                ply_plan_delete (self, snapshot, kind, child->id);
              else if (!g_hash_table_contains (self->deleted, child->id))
                ply_plan_set_text (self, kind, child->id, field->name, NULL);
            }
        }
    }
}

/* A conflict that names a record which is gone does not come back. */
static void
delete_waivers (PlyPlan *self, const PlySnapshot *snapshot, const char *id)
{
  guint n = ply_snapshot_get_n (snapshot, PLY_KIND_WAIVER);

  for (guint i = 0; i < n; i++)
    {
      const PlyWaiver *waiver = ply_snapshot_get_at (snapshot, PLY_KIND_WAIVER, i);

      if (ply_waiver_names (waiver, id))
        ply_plan_delete (self, snapshot, PLY_KIND_WAIVER, waiver->record.id);
    }
}

void
ply_plan_delete (PlyPlan *self, const PlySnapshot *snapshot, PlyKind kind, const char *id)
{
  PlyEdit edit = { .type = PLY_EDIT_DELETE, .kind = kind, .value = PLY_VALUE_INIT };
  GPtrArray *translations;

  g_return_if_fail (self != NULL && snapshot != NULL && id != NULL);

  if (g_hash_table_contains (self->deleted, id))
    return;
  edit.id = g_strdup (id);
  g_hash_table_add (self->deleted, edit.id);

  delete_children (self, snapshot, kind, id);
  translations = ply_snapshot_get_children (snapshot, PLY_KIND_TRANSLATION, "owner", id);
  for (guint i = 0; i < translations->len; i++)
    ply_plan_delete (self, snapshot, PLY_KIND_TRANSLATION, PLY_RECORD (translations->pdata[i])->id);
  delete_waivers (self, snapshot, id);
  g_array_append_val (self->edits, edit);
}

static void
duplicate_translations (PlyPlan *self, const PlySnapshot *snapshot, const char *id,
                        const char *copy_id, const char *skip_field)
{
  GPtrArray *translations = ply_snapshot_get_children (snapshot, PLY_KIND_TRANSLATION, "owner", id);

  for (guint i = 0; i < translations->len; i++)
    {
      const PlyTranslation *translation = translations->pdata[i];
      g_autofree char *translation_id = NULL;
      PlyTranslation *copy;

      if (g_strcmp0 (translation->field, skip_field) == 0)
        continue;
      translation_id = ply_translation_id (copy_id, translation->field, translation->language);
      copy = ply_record_copy (translation, translation_id);
      g_set_str (&copy->owner, copy_id);
      ply_plan_insert (self, copy);
    }
}

/* TRUE when @field is the first owner that @child names: a participation is copied with its
 * session, not with its speaker, who would otherwise speak twice. */
static gboolean
belongs_through (const PlyRecord *child, const PlyField *field)
{
  const PlyKindInfo *info = ply_kind_get_info (child->kind);

  for (guint i = 0; i < info->n_fields; i++)
    if ((info->fields[i].flags & PLY_FIELD_OWNER)
        && ply_record_get_text (child, &info->fields[i]) != NULL)
      return &info->fields[i] == field;
  return FALSE;
}

/* Copies what belongs to @id through an owning reference, giving the copies to @copy_id. */
static void
duplicate_children (PlyPlan *self, const PlySnapshot *snapshot, PlyKind parent, const char *id,
                    const char *copy_id)
{
  for (guint kind = 0; kind < PLY_N_KINDS; kind++)
    {
      const PlyKindInfo *info = ply_kind_get_info (kind);

      for (guint i = 0; i < info->n_fields; i++)
        {
          const PlyField *field = &info->fields[i];
          GPtrArray *children;

          if (field->type != PLY_FIELD_REF || field->target != parent
              || !(field->flags & PLY_FIELD_OWNER))
            continue;
          children = ply_snapshot_get_children (snapshot, kind, field->name, id);
          for (guint c = 0; c < children->len; c++)
            {
              const PlyRecord *child = children->pdata[c];
              g_autofree char *child_id = NULL;
              gpointer copy;

              if (!belongs_through (child, field))
                continue;
              child_id = ply_id_new ();
              copy = ply_record_copy (child, child_id);

              ply_record_set_text (copy, field->name, copy_id);
              ply_plan_insert (self, copy);
              duplicate_translations (self, snapshot, child->id, child_id, NULL);
              duplicate_children (self, snapshot, kind, child->id, child_id);
            }
        }
    }
}

const char *
ply_plan_duplicate (PlyPlan *self, const PlySnapshot *snapshot, PlyKind kind, const char *id,
                    const char *title)
{
  /* A copy is another thing to the program that the original came from. */
  static const char *const identities[] = {
    "source_guid", "source_id", "slug", "code", "ror", NULL
  };
  const PlyField *title_field = ply_kind_title_field (kind);
  gconstpointer record;
  g_autofree char *copy_id = ply_id_new ();
  gpointer copy;
  const char *result;

  g_return_val_if_fail (self != NULL && snapshot != NULL, NULL);
  record = ply_snapshot_lookup (snapshot, kind, id);
  g_return_val_if_fail (record != NULL, NULL);

  copy = ply_record_copy (record, copy_id);
  for (guint i = 0; identities[i] != NULL; i++)
    if (ply_field_lookup (kind, identities[i]) != NULL)
      ply_record_set_text (copy, identities[i], NULL);
  if (title != NULL && title_field != NULL)
    ply_record_set_text (copy, title_field->name, title);
  ply_plan_insert (self, copy);
  result = g_array_index (self->edits, PlyEdit, self->edits->len - 1).id;

  duplicate_translations (self, snapshot, id, copy_id, title != NULL ? title_field->name : NULL);
  duplicate_children (self, snapshot, kind, id, copy_id);
  return result;
}

void
ply_plan_remark (PlyPlan *self, int line, const char *format, ...)
{
  PlyRemark remark = { .line = line };
  va_list args;

  g_return_if_fail (self != NULL);

  va_start (args, format);
  remark.message = g_strdup_vprintf (format, args);
  va_end (args);
  g_array_append_val (self->remarks, remark);
}

guint
ply_plan_get_n_remarks (const PlyPlan *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->remarks->len;
}

const PlyRemark *
ply_plan_get_remark (const PlyPlan *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->remarks->len, NULL);
  return &g_array_index (self->remarks, PlyRemark, index);
}

/* The record that @edit leaves behind, given the one from before; NULL when it is deleted. */
static PlyRecord *
edited_record (const PlyEdit *edit, const PlyRecord *before)
{
  PlyRecord *after;

  if (edit->type == PLY_EDIT_INSERT)
    return ply_record_ref (edit->record);
  if (edit->type == PLY_EDIT_DELETE || before == NULL)
    return NULL;
  after = ply_record_copy (before, NULL);
  ply_record_set_value (after, edit->field, &edit->value);
  return after;
}

PlySnapshot *
ply_plan_apply (const PlyPlan *self, PlySnapshot *snapshot)
{
  /* The latest state of each record that the plan touches, by id; NULL for deleted ones. */
  g_autoptr (GHashTable) latest =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) ply_record_unref);
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (PlyChange));

  g_return_val_if_fail (self != NULL && snapshot != NULL, NULL);

  for (guint i = 0; i < self->edits->len; i++)
    {
      const PlyEdit *edit = ply_plan_get_edit (self, i);
      gpointer before = NULL;

      if (!g_hash_table_lookup_extended (latest, edit->id, NULL, &before))
        before = (gpointer) ply_snapshot_lookup (snapshot, edit->kind, edit->id);
      g_hash_table_replace (latest, edit->id, edited_record (edit, before));
    }
  for (guint i = 0; i < self->edits->len; i++)
    {
      const PlyEdit *edit = ply_plan_get_edit (self, i);
      PlyChange change = { edit->kind, edit->id, g_hash_table_lookup (latest, edit->id) };

      g_array_append_val (changes, change);
    }
  return ply_snapshot_update (snapshot, (const PlyChange *) (gpointer) changes->data, changes->len);
}
