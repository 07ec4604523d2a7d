/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-option.h"

#include "ply-collate.h"
#include "ply-describe.h"
#include "ply-language.h"
#include "ply-time.h"

#include <glib/gi18n-lib.h>

struct _PlyOption
{
  GObject parent_instance;

  char *value;
  char *label;
};

enum
{
  PROP_0,
  PROP_LABEL,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (PlyOption, ply_option, G_TYPE_OBJECT)

static void
append (GListStore *store, const char *value, const char *label)
{
  g_autoptr (PlyOption) option = ply_option_new (value, label);

  g_list_store_append (store, option);
}

static int
compare_labels (gconstpointer a, gconstpointer b, gpointer collator)
{
  return ply_collator_compare (collator, PLY_OPTION ((gpointer) a)->label,
                               PLY_OPTION ((gpointer) b)->label);
}

/* The countries in the language of the interface; made once. */
static GListStore *
get_countries (void)
{
  static GListStore *countries;
  const char *language = g_get_language_names ()[0];
  g_autoptr (PlyCollator) collator = NULL;
  char code[3] = "";

  if (countries != NULL)
    return countries;
  countries = g_list_store_new (PLY_TYPE_OPTION);
  for (code[0] = 'A'; code[0] <= 'Z'; code[0]++)
    for (code[1] = 'A'; code[1] <= 'Z'; code[1]++)
      {
        g_autofree char *name = ply_country_name (code, language);

        if (name != NULL)
          append (countries, code, name);
      }
  collator = ply_collator_new (language);
  g_list_store_sort (countries, (GCompareDataFunc) compare_labels, collator);
  return countries;
}

static void
append_all (GListStore *store, GListModel *from)
{
  for (guint i = 0; i < g_list_model_get_n_items (from); i++)
    {
      g_autoptr (PlyOption) option = g_list_model_get_item (from, i);

      g_list_store_append (store, option);
    }
}

/* "Thu 12 Oct": how a day is told from the others. */
static char *
dup_day_label (const PlyDay *day)
{
  g_autoptr (GDateTime) date = ply_local_to_instant (day->date, 0, "UTC");
  g_autofree char *text = NULL;

  if (date == NULL)
    return g_strdup (day->date);
  /* Translators: a date in a list, as g_date_time_format() takes it: %a is the short weekday, %e
     the day, %b the short month. xgettext:no-c-format */
  text = g_date_time_format (date, _ ("%a %e %b"));
  return g_strdup (g_strstrip (text));
}

static void
append_records (GListStore *store, PlySnapshot *snapshot, PlyKind kind)
{
  g_autoptr (GPtrArray) records = ply_snapshot_dup_ordered (snapshot, kind);

  for (guint i = 0; i < records->len; i++)
    {
      const PlyRecord *record = g_ptr_array_index (records, i);
      g_autofree char *label = kind == PLY_KIND_DAY ? dup_day_label ((gconstpointer) record)
                                                    : ply_describe_record (snapshot, record);

      append (store, record->id, label);
    }
}

static void
ply_option_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, PLY_OPTION (object)->label);
}

static void
ply_option_finalize (GObject *object)
{
  PlyOption *self = PLY_OPTION (object);

  g_clear_pointer (&self->value, g_free);
  g_clear_pointer (&self->label, g_free);

  G_OBJECT_CLASS (ply_option_parent_class)->finalize (object);
}

static void
ply_option_class_init (PlyOptionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ply_option_get_property;
  object_class->finalize = ply_option_finalize;

  props[PROP_LABEL] =
      g_param_spec_string ("label", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
ply_option_init (PlyOption *self)
{
}

PlyOption *
ply_option_new (const char *value, const char *label)
{
  PlyOption *self = g_object_new (PLY_TYPE_OPTION, NULL);

  self->value = g_strdup (value);
  self->label = g_strdup (label);
  return self;
}

const char *
ply_option_get_value (PlyOption *self)
{
  g_return_val_if_fail (PLY_IS_OPTION (self), NULL);
  return self->value;
}

const char *
ply_option_choice_label (PlyKind kind, const char *field_name, const char *code)
{
  const PlyField *field = ply_field_lookup (kind, field_name);

  g_return_val_if_fail (field != NULL && field->choices != NULL, code);

  for (const PlyChoice *choice = field->choices; choice->code != NULL; choice++)
    if (g_strcmp0 (choice->code, code) == 0)
      return _ (choice->label);
  return code;
}

GListModel *
ply_option_list_new (PlyWorkspace *workspace, const PlyField *field)
{
  GListStore *store = g_list_store_new (PLY_TYPE_OPTION);

  if (!(field->flags & PLY_FIELD_REQUIRED))
    /* Translators: no room, no track, no country chosen */
    append (store, NULL, _ ("None"));
  if (field->type == PLY_FIELD_COUNTRY)
    append_all (store, G_LIST_MODEL (get_countries ()));
  else if (field->type == PLY_FIELD_REF)
    append_records (store, ply_workspace_get_snapshot (workspace), field->target);
  else
    for (const PlyChoice *choice = field->choices; choice->code != NULL; choice++)
      append (store, choice->code, _ (choice->label));
  return G_LIST_MODEL (store);
}

guint
ply_option_list_find (GListModel *list, const char *value)
{
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (PlyOption) option = g_list_model_get_item (list, i);

      if (g_strcmp0 (option->value, value) == 0)
        return i;
    }
  return G_MAXUINT;
}

gboolean
ply_option_list_equal (GListModel *a, GListModel *b)
{
  if (g_list_model_get_n_items (a) != g_list_model_get_n_items (b))
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (a); i++)
    {
      g_autoptr (PlyOption) first = g_list_model_get_item (a, i);
      g_autoptr (PlyOption) second = g_list_model_get_item (b, i);

      if (g_strcmp0 (first->value, second->value) != 0
          || g_strcmp0 (first->label, second->label) != 0)
        return FALSE;
    }
  return TRUE;
}
