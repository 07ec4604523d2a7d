/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-content-private.h"

/* ---- Runs: the text of paragraphs ---- */

static void
run_clear (gpointer data)
{
  PlyRun *run = data;

  g_free (run->text);
  g_strfreev (run->anchors);
  g_free (run->style);
  g_free (run->language);
  g_free (run->anchor);
  g_free (run->uri);
  g_free (run->contents);
  g_free (run->record);
  g_free (run->field);
}

static gboolean
needs_cleaning (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    {
      guchar c = text[i];

      if ((c < 0x20 && c != '\n') || c == 0x7f || c == 0xc2 || c == 0xe2 || c == 0xef)
        return TRUE;
    }
  return FALSE;
}

/* The byte order mark, and what Unicode sets apart as no character. */
static gboolean
is_no_character (gunichar c)
{
  return c == 0xfeff || (c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef);
}

/* Line ends of every kind become "\n", other control characters go, tabs are spaces. */
static char *
clean_text (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *out;

  if (!needs_cleaning (valid, strlen (valid)))
    return g_steal_pointer (&valid);
  out = g_string_sized_new (strlen (valid));
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\t')
        g_string_append_c (out, ' ');
      else if (c == 0x2028 || c == 0x2029 || c == 0x85 || c == 0x0b || c == 0x0c)
        g_string_append_c (out, '\n');
      else if (c == '\n' || !(g_unichar_iscntrl (c) || is_no_character (c)))
        g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}

static PlyRun
run_from_span (PlyRunKind kind, const PlySpan *span)
{
  PlyRun run = { .kind = kind };

  if (span == NULL)
    return run;
  run.no_break = span->no_break;
  run.style = g_strdup (span->style);
  run.language = g_strdup (span->language);
  run.anchor = g_strdup (span->anchor);
  run.uri = g_strdup (span->uri);
  run.contents = g_strdup (span->contents);
  run.record = g_strdup (span->record);
  run.field = g_strdup (span->field);
  return run;
}

static void
add_run (PlyBlock *self, PlyRun run)
{
  if (self->runs == NULL)
    {
      self->runs = g_array_new (FALSE, FALSE, sizeof (PlyRun));
      g_array_set_clear_func (self->runs, run_clear);
    }
  g_array_append_val (self->runs, run);
}

void
ply_block_add_text (PlyBlock *self, const char *text, const PlySpan *span)
{
  PlyRun run;

  g_return_if_fail (self != NULL && self->kind == PLY_BLOCK_PARAGRAPH);

  if (text == NULL || *text == '\0')
    return;
  run = run_from_span (PLY_RUN_TEXT, span);
  run.text = clean_text (text);
  add_run (self, run);
}

void
ply_block_add_page_ref (PlyBlock *self, const char *anchor, const PlySpan *span)
{
  const char *anchors[] = { anchor, NULL };

  g_return_if_fail (anchor != NULL);
  ply_block_add_page_list (self, anchors, NULL, span);
}

void
ply_block_add_page_list (PlyBlock *self, const char *const *anchors, const char *separator,
                         const PlySpan *span)
{
  PlyRun run;

  g_return_if_fail (self != NULL && self->kind == PLY_BLOCK_PARAGRAPH);
  g_return_if_fail (anchors != NULL);

  if (anchors[0] == NULL)
    return;
  run = run_from_span (PLY_RUN_PAGES, span);
  run.text = clean_text (separator != NULL ? separator : ", ");
  run.anchors = g_strdupv ((char **) anchors);
  add_run (self, run);
}
