/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-conflict-words.h"

#include "ply-describe.h"
#include "ply-programme-order.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A title used by a hundred sessions need not be linked a hundred times. */
#define LINKS_MOST 8

/* Icons and counts */

const char *
ply_severity_icon_name (PlySeverity severity)
{
  static const char *const names[PLY_N_SEVERITIES] = {
    [PLY_SEVERITY_ERROR] = "ply-error-symbolic",
    [PLY_SEVERITY_WARNING] = "dialog-warning-symbolic",
    [PLY_SEVERITY_HINT] = "ply-hint-symbolic",
  };

  g_return_val_if_fail (severity < PLY_N_SEVERITIES, NULL);
  return names[severity];
}

const char *
ply_severity_css_class (PlySeverity severity)
{
  static const char *const classes[PLY_N_SEVERITIES] = {
    [PLY_SEVERITY_ERROR] = "error",
    [PLY_SEVERITY_WARNING] = "warning",
    [PLY_SEVERITY_HINT] = "accent",
  };

  g_return_val_if_fail (severity < PLY_N_SEVERITIES, NULL);
  return classes[severity];
}

char *
ply_severity_dup_count (PlySeverity severity, guint n)
{
  switch (severity)
    {
    case PLY_SEVERITY_ERROR:
      /* Translators: %u is a number of conflicts that are errors */
      return g_strdup_printf (ngettext ("%u error", "%u errors", n), n);
    case PLY_SEVERITY_WARNING:
      /* Translators: %u is a number of conflicts that are warnings */
      return g_strdup_printf (ngettext ("%u warning", "%u warnings", n), n);
    default:
      /* Translators: %u is a number of conflicts that are hints */
      return g_strdup_printf (ngettext ("%u hint", "%u hints", n), n);
    }
}

char *
ply_conflict_words_dup_counts (PlyWorkspace *workspace)
{
  PlyConflicts *conflicts = ply_workspace_get_conflicts (workspace);
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;

  for (guint severity = 0; severity < PLY_N_SEVERITIES; severity++)
    {
      guint n = ply_conflicts_count (conflicts, severity);

      if (n > 0)
        g_strv_builder_take (parts, ply_severity_dup_count (severity, n));
    }
  texts = g_strv_builder_end (parts);
  return texts[0] != NULL ? g_strjoinv (", ", texts) : g_strdup (_ ("No conflicts"));
}

char *
ply_conflict_words_show_count (PlyWorkspace *workspace, GtkLabel *label)
{
  PlyConflicts *conflicts = ply_workspace_get_conflicts (workspace);
  guint n_errors = ply_conflicts_count (conflicts, PLY_SEVERITY_ERROR);
  guint n = n_errors + ply_conflicts_count (conflicts, PLY_SEVERITY_WARNING);
  g_autofree char *number = n > 0 ? g_strdup_printf ("%u", n) : g_strdup ("");

  gtk_label_set_label (label, number);
  gtk_widget_remove_css_class (GTK_WIDGET (label), n_errors > 0 ? "dimmed" : "error");
  gtk_widget_add_css_class (GTK_WIDGET (label), n_errors > 0 ? "error" : "dimmed");
  return ply_conflict_words_dup_counts (workspace);
}

char *
ply_conflict_words_dup_n (guint n)
{
  /* Translators: %u is a number */
  return g_strdup_printf (ngettext ("%u conflict", "%u conflicts", n), n);
}

/* Records */

static gboolean
is_shown (const PlyConflictRecord *record)
{
  switch (record->kind)
    {
    case PLY_KIND_SESSION:
    case PLY_KIND_TALK:
    case PLY_KIND_PERSON:
    case PLY_KIND_INSTITUTION:
    case PLY_KIND_ROOM:
    case PLY_KIND_TRACK:
    case PLY_KIND_SESSION_TYPE:
    case PLY_KIND_DAY:
      return TRUE;
    default:
      return FALSE;
    }
}

const PlySession *
ply_conflict_words_get_session (const PlySnapshot *snapshot, const PlyConflictRecord *record)
{
  const PlyTalk *talk;

  if (record->kind == PLY_KIND_SESSION)
    return ply_snapshot_lookup (snapshot, PLY_KIND_SESSION, record->id);
  if (record->kind != PLY_KIND_TALK)
    return NULL;
  talk = ply_snapshot_lookup (snapshot, PLY_KIND_TALK, record->id);
  return talk != NULL ? ply_snapshot_lookup (snapshot, PLY_KIND_SESSION, talk->session) : NULL;
}

/* As the sentences call it. */
static char *
dup_name (const PlySnapshot *snapshot, const PlyConflictRecord *record)
{
  gconstpointer found = ply_snapshot_lookup (snapshot, record->kind, record->id);

  if (found == NULL || !is_shown (record))
    return NULL;
  return record->kind == PLY_KIND_PERSON ? ply_person_display_name (snapshot, found, NULL, FALSE)
                                         : ply_describe_record (snapshot, found);
}

static void
append_link (GString *markup, const PlyConflictRecord *record, const char *text, gssize length)
{
  g_autofree char *escaped = g_markup_escape_text (text, length);

  g_string_append_printf (markup, "<a href=\"%s:%s\">%s</a>",
                          ply_kind_get_info (record->kind)->name, record->id, escaped);
}

/* Names in the sentence */

typedef struct
{
  const char *start; /* in the sentence */
  gsize length;
  const PlyConflictRecord *record;
} Mention;

static gboolean
is_word (const char *sentence, const char *start, gsize length)
{
  const char *end = start + length;

  return (start == sentence || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (start))))
         && (*end == '\0' || !g_unichar_isalnum (g_utf8_get_char (end)));
}

static gboolean
is_taken (GArray *mentions, const char *start, gsize length)
{
  for (guint i = 0; i < mentions->len; i++)
    {
      const Mention *mention = &g_array_index (mentions, Mention, i);

      if (start < mention->start + mention->length && mention->start < start + length)
        return TRUE;
    }
  return FALSE;
}

/* The first place in the sentence that nobody else has taken. */
static gboolean
mention (GArray *mentions, const char *sentence, const char *name, const PlyConflictRecord *record)
{
  gsize length = strlen (name);

  for (const char *at = strstr (sentence, name); at != NULL; at = strstr (at + 1, name))
    if (is_word (sentence, at, length) && !is_taken (mentions, at, length))
      {
        Mention found = { at, length, record };

        g_array_append_val (mentions, found);
        return TRUE;
      }
  return FALSE;
}

static int
compare_mentions (gconstpointer a, gconstpointer b)
{
  return ((const Mention *) a)->start < ((const Mention *) b)->start ? -1 : 1;
}

typedef struct
{
  const PlyConflictRecord *record;
  char *name;
  guint place;
} Named;

static void
clear_named (gpointer data)
{
  g_free (((Named *) data)->name);
}

/* Long names first: one may be part of another. */
static int
compare_named (gconstpointer a, gconstpointer b)
{
  gsize first = strlen (((const Named *) a)->name);
  gsize second = strlen (((const Named *) b)->name);

  if (first != second)
    return first > second ? -1 : 1;
  return (int) ((const Named *) a)->place - (int) ((const Named *) b)->place;
}

static GArray *
dup_named (const PlySnapshot *snapshot, PlyConflictItem *item)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (Named));
  guint n;
  const PlyConflictRecord *records = ply_conflict_item_get_records (item, &n);

  g_array_set_clear_func (all, clear_named);
  for (guint i = 0; i < n; i++)
    {
      Named named = { &records[i], dup_name (snapshot, &records[i]), i };

      if (named.name != NULL)
        g_array_append_val (all, named);
    }
  g_array_sort (all, compare_named);
  return all;
}

/* In the order of the sentence; @others gets the records that it does not name, in theirs. */
static GArray *
find_mentions (const PlySnapshot *snapshot, PlyConflictItem *item, const char *sentence,
               GPtrArray *others)
{
  GArray *mentions = g_array_new (FALSE, FALSE, sizeof (Mention));
  g_autoptr (GArray) all = dup_named (snapshot, item);
  guint n;
  const PlyConflictRecord *records = ply_conflict_item_get_records (item, &n);
  g_autofree gboolean *done = g_new0 (gboolean, n);

  for (guint i = 0; i < all->len; i++)
    {
      const Named *named = &g_array_index (all, Named, i);

      done[named->place] = mention (mentions, sentence, named->name, named->record);
    }
  for (guint i = 0; others != NULL && i < n; i++)
    if (!done[i] && is_shown (&records[i])
        && ply_snapshot_lookup (snapshot, records[i].kind, records[i].id) != NULL)
      g_ptr_array_add (others, (gpointer) &records[i]);
  g_array_sort (mentions, compare_mentions);
  return mentions;
}

char *
ply_conflict_words_dup_markup (const PlySnapshot *snapshot, PlyConflictItem *item)
{
  const char *sentence = ply_conflict_item_get_message (item);
  g_autoptr (GArray) mentions = find_mentions (snapshot, item, sentence, NULL);
  GString *markup = g_string_new (NULL);
  const char *at = sentence;
  g_autofree char *rest = NULL;

  for (guint i = 0; i < mentions->len; i++)
    {
      const Mention *mention = &g_array_index (mentions, Mention, i);
      g_autofree char *between = g_markup_escape_text (at, mention->start - at);

      g_string_append (markup, between);
      append_link (markup, mention->record, mention->start, mention->length);
      at = mention->start + mention->length;
    }
  rest = g_markup_escape_text (at, -1);
  g_string_append (markup, rest);
  return g_string_free_and_steal (markup);
}

/* Beside the sentence */

static void
append_escaped (GString *markup, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  if (*escaped == '\0')
    return;
  if (markup->len > 0)
    g_string_append (markup, " · ");
  g_string_append (markup, escaped);
}

/* Several of one title are told apart by their time. */
static void
append_other (GString *markup, const PlySnapshot *snapshot, const PlyConflictRecord *record)
{
  const PlySession *session = ply_conflict_words_get_session (snapshot, record);
  g_autofree char *text =
      session != NULL ? ply_describe_when (snapshot, session) : dup_name (snapshot, record);

  if (markup->len > 0)
    g_string_append (markup, " · ");
  append_link (markup, record, text, -1);
}

char *
ply_conflict_words_dup_place (const PlySnapshot *snapshot, PlyConflictItem *item)
{
  const char *sentence = ply_conflict_item_get_message (item);
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  g_autoptr (GArray) mentions = find_mentions (snapshot, item, sentence, others);
  GString *markup = g_string_new (NULL);
  guint n;
  const PlyConflictRecord *records = ply_conflict_item_get_records (item, &n);
  const PlySession *session = n > 0 ? ply_conflict_words_get_session (snapshot, records) : NULL;

  if (session != NULL && !(others->len > 0 && others->pdata[0] == records))
    {
      g_autofree char *when = ply_describe_when (snapshot, session);
      g_autofree char *where = ply_describe_where (snapshot, session);

      append_escaped (markup, when);
      append_escaped (markup, where);
    }
  for (guint i = 0; i < MIN (others->len, LINKS_MOST); i++)
    append_other (markup, snapshot, others->pdata[i]);
  if (others->len > LINKS_MOST)
    append_escaped (markup, "…");
  return g_string_free_and_steal (markup);
}

gboolean
ply_conflict_words_follow_link (GtkLabel *label, const char *uri)
{
  g_auto (GStrv) parts = g_strsplit (uri, ":", 2);

  if (g_strv_length (parts) != 2)
    return FALSE;
  return gtk_widget_activate_action (GTK_WIDGET (label), "win.show-record", "(ss)", parts[0],
                                     parts[1]);
}
