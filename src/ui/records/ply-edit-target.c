/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-edit-target.h"

#include "ply-field-text.h"
#include "ply-translation.h"
#include "ply-validate.h"

#include <glib/gi18n-lib.h>

struct _PlyEditTarget
{
  GObject parent_instance;

  PlyWorkspace *workspace;
  PlyKind kind;
  char *id;
  char *language;
};

enum
{
  REFRESH,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlyEditTarget, ply_edit_target, G_TYPE_OBJECT)

static void
refresh (PlyEditTarget *self)
{
  g_signal_emit (self, signals[REFRESH], 0);
}

static gboolean
save_text (PlyEditTarget *self, const PlyField *field, const char *text, GError **error)
{
  g_auto (PlyValue) value = PLY_VALUE_INIT;

  if (!ply_field_text_parse (field, text, &value, error)
      || !ply_field_validate (field, &value, error))
    return FALSE;
  if (ply_field_storage (field) == PLY_VALUE_INTEGER)
    return ply_workspace_set_integer (self->workspace, self->kind, self->id, field->name,
                                      value.type == PLY_VALUE_INTEGER ? value.integer : PLY_UNSET,
                                      error);
  return ply_workspace_set_text (self->workspace, self->kind, self->id, field->name,
                                 value.type == PLY_VALUE_TEXT ? value.text : NULL, error);
}

static void
ply_edit_target_finalize (GObject *object)
{
  PlyEditTarget *self = PLY_EDIT_TARGET (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->language, g_free);

  G_OBJECT_CLASS (ply_edit_target_parent_class)->finalize (object);
}

static void
ply_edit_target_class_init (PlyEditTargetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ply_edit_target_finalize;

  signals[REFRESH] = g_signal_new ("refresh", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
ply_edit_target_init (PlyEditTarget *self)
{
}

PlyEditTarget *
ply_edit_target_new (PlyWorkspace *workspace, PlyKind kind)
{
  PlyEditTarget *self;

  g_return_val_if_fail (PLY_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (PLY_TYPE_EDIT_TARGET, NULL);
  self->workspace = g_object_ref (workspace);
  self->kind = kind;
  g_signal_connect_object (workspace, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  return self;
}

PlyWorkspace *
ply_edit_target_get_workspace (PlyEditTarget *self)
{
  g_return_val_if_fail (PLY_IS_EDIT_TARGET (self), NULL);
  return self->workspace;
}

PlySnapshot *
ply_edit_target_get_snapshot (PlyEditTarget *self)
{
  g_return_val_if_fail (PLY_IS_EDIT_TARGET (self), NULL);
  return ply_workspace_get_snapshot (self->workspace);
}

PlyKind
ply_edit_target_get_kind (PlyEditTarget *self)
{
  g_return_val_if_fail (PLY_IS_EDIT_TARGET (self), PLY_N_KINDS);
  return self->kind;
}

void
ply_edit_target_set_id (PlyEditTarget *self, const char *id)
{
  g_return_if_fail (PLY_IS_EDIT_TARGET (self));

  if (g_set_str (&self->id, id))
    refresh (self);
}

const char *
ply_edit_target_get_id (PlyEditTarget *self)
{
  g_return_val_if_fail (PLY_IS_EDIT_TARGET (self), NULL);
  return self->id;
}

gconstpointer
ply_edit_target_get_record (PlyEditTarget *self)
{
  g_return_val_if_fail (PLY_IS_EDIT_TARGET (self), NULL);
  return ply_snapshot_lookup (ply_edit_target_get_snapshot (self), self->kind, self->id);
}

void
ply_edit_target_set_language (PlyEditTarget *self, const char *language)
{
  g_return_if_fail (PLY_IS_EDIT_TARGET (self));

  if (g_set_str (&self->language, language))
    refresh (self);
}

const char *
ply_edit_target_get_language (PlyEditTarget *self)
{
  g_return_val_if_fail (PLY_IS_EDIT_TARGET (self), NULL);
  return self->language;
}

gboolean
ply_edit_target_shows (PlyEditTarget *self, const PlyField *field)
{
  g_return_val_if_fail (PLY_IS_EDIT_TARGET (self), FALSE);
  return self->language == NULL || (field->flags & PLY_FIELD_TRANSLATABLE);
}

char *
ply_edit_target_dup_text (PlyEditTarget *self, const PlyField *field)
{
  gconstpointer record = ply_edit_target_get_record (self);
  const PlyTranslation *translation;

  if (record == NULL)
    return g_strdup ("");
  if (self->language == NULL)
    return ply_field_text_format (field, record);
  translation = ply_snapshot_get_translation (ply_edit_target_get_snapshot (self), record,
                                              field->name, self->language);
  return g_strdup (translation != NULL && translation->text != NULL ? translation->text : "");
}

const char *
ply_edit_target_get_base_text (PlyEditTarget *self, const PlyField *field)
{
  gconstpointer record = ply_edit_target_get_record (self);

  if (self->language == NULL || record == NULL || ply_field_storage (field) != PLY_VALUE_TEXT)
    return NULL;
  return ply_record_get_text (record, field);
}

const char *
ply_edit_target_get_complaint (PlyEditTarget *self, const PlyField *field)
{
  gconstpointer record = ply_edit_target_get_record (self);

  if (self->language == NULL || record == NULL || !(field->flags & PLY_FIELD_TRANSLATABLE))
    return NULL;
  switch (ply_translation_state (ply_edit_target_get_snapshot (self), record, field->name,
                                 self->language))
    {
    case PLY_TEXT_MISSING:
      /* Translators: of a translation that nobody has written yet */
      return _ ("Missing");
    case PLY_TEXT_STALE:
      /* Translators: of a translation whose original text has changed since */
      return _ ("Outdated");
    default:
      return NULL;
    }
}

gboolean
ply_edit_target_set_text (PlyEditTarget *self, const PlyField *field, const char *text,
                          GError **error)
{
  g_return_val_if_fail (PLY_IS_EDIT_TARGET (self), FALSE);
  g_return_val_if_fail (field != NULL && text != NULL, FALSE);

  /* A row may be left over for a moment when its record has just been deleted. */
  if (ply_edit_target_get_record (self) == NULL)
    return TRUE;
  if (self->language != NULL)
    return ply_workspace_set_translation (self->workspace, self->kind, self->id, field->name,
                                          self->language, text, error);
  return save_text (self, field, text, error);
}
