/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-segment.h"

#include <pango/pango.h>
#include <string.h>

#define NO_BREAK_SPACE 0xa0
#define LONG_TOKEN 16

static gboolean
is_word_character (gunichar c)
{
  return g_unichar_isalnum (c);
}

/* Scripts that are written without spaces, or whose rules are not simple. */
static gboolean
needs_full_rules (gunichar c)
{
  return (c >= 0x0e00 && c < 0x1200) || (c >= 0x1780 && c < 0x1800) || (c >= 0x2e80 && c < 0xa4d0)
         || (c >= 0xac00 && c < 0xd7b0) || (c >= 0xf900 && c < 0xfb00)
         || (c >= 0xff00 && c < 0xfff0) || c >= 0x1f000;
}

static gboolean
is_address (const char *text, guint length)
{
  return memmem (text, length, "://", 3) != NULL || (length > 4 && memcmp (text, "www.", 4) == 0);
}

/* May a line end between @c and @next, inside a word? */
static gboolean
breaks_inside (gunichar before, gunichar c, gunichar next, gboolean address, guint length)
{
  if (c == 0x200b)
    return TRUE;
  if (!is_word_character (next))
    return FALSE;
  if (c == '-' || c == 0x2010)
    return g_unichar_isalpha (before) && g_unichar_isalpha (next);
  if (c == 0x2013 || c == 0x2014 || c == 0x2026)
    return is_word_character (before) && !(g_unichar_isdigit (before) && g_unichar_isdigit (next));
  if (c == '/')
    return is_word_character (before) && (address || length >= LONG_TOKEN);
  return address && (c == '-' || c == '_' || c == '=' || c == '&' || c == '?' || c == '.');
}

static void
add_segment (GArray *segments, guint start, guint end)
{
  PlySegment segment = { .start = start, .length = end - start, .can_break = TRUE };

  g_array_append_val (segments, segment);
}

static void
split_fully (const char *text, guint start, guint end, const char *language, GArray *segments)
{
  glong n = g_utf8_strlen (text + start, end - start);
  g_autofree PangoLogAttr *attributes = g_new0 (PangoLogAttr, n + 1);
  const char *p = text + start;
  guint from = start;

  pango_get_log_attrs (p, end - start, 0, pango_language_from_string (language), attributes, n + 1);
  for (glong i = 0; i < n; i++, p = g_utf8_next_char (p))
    if (i > 0 && attributes[i].is_line_break)
      {
        add_segment (segments, from, p - text);
        from = p - text;
      }
  add_segment (segments, from, end);
}

/* Most words: no hyphen, no slash, nothing beyond two-byte letters. */
static gboolean
is_plain_word (const char *text, guint start, guint end)
{
  if (text[start] == 'w')
    return FALSE;
  for (guint i = start; i < end; i++)
    if ((guchar) text[i] >= 0xe0 || text[i] == '-' || text[i] == '/')
      return FALSE;
  return TRUE;
}

static void
split_token (const char *text, guint start, guint end, const char *language, GArray *segments)
{
  gboolean address;
  gunichar before = 0;
  gunichar c = 0;
  guint from = start;
  const char *stop = text + end;

  if (is_plain_word (text, start, end))
    {
      add_segment (segments, start, end);
      return;
    }
  address = is_address (text + start, end - start);
  for (const char *p = text + start; p < stop; p = g_utf8_next_char (p))
    if (needs_full_rules (g_utf8_get_char (p)))
      {
        split_fully (text, start, end, language, segments);
        return;
      }
  for (const char *p = text + start; p < stop; p = g_utf8_next_char (p))
    {
      gunichar next = g_utf8_get_char (p);
      guint at = p - text;

      if (at > from && breaks_inside (before, c, next, address, end - start))
        {
          add_segment (segments, from, at);
          from = at;
        }
      before = c;
      c = next;
    }
  add_segment (segments, from, end);
}

static guint
find_token_end (const char *text, guint at, guint length)
{
  while (at < length && text[at] != ' ' && text[at] != '\n'
         && !((guchar) text[at] == 0xc2 && (guchar) text[at + 1] == NO_BREAK_SPACE))
    at++;
  return at;
}

/* Takes the spaces at @at into the segment before them; returns the byte after them. */
static guint
take_spaces (const char *text, guint at, guint length, guint first, GArray *segments)
{
  gboolean hard = FALSE;
  gboolean forced = FALSE;
  guint from = at;

  while (at < length && !forced)
    if (text[at] == ' ')
      at++;
    else if ((guchar) text[at] == 0xc2 && (guchar) text[at + 1] == NO_BREAK_SPACE)
      {
        hard = TRUE;
        at += 2;
      }
    else if (text[at] == '\n')
      {
        forced = TRUE;
        at++;
      }
    else
      break;
  if (forced
      && (segments->len == first || g_array_index (segments, PlySegment, segments->len - 1).forced))
    add_segment (segments, from, from);
  if (segments->len > first && at > from)
    {
      PlySegment *last = &g_array_index (segments, PlySegment, segments->len - 1);

      last->forced = forced;
      last->space = !forced;
      last->can_break = !hard;
    }
  return at;
}

static void
apply_sticking (const char *text, const char *language, GArray *segments, guint first)
{
  for (guint i = first; i + 1 < segments->len; i++)
    {
      PlySegment *one = &g_array_index (segments, PlySegment, i);
      PlySegment *two = one + 1;

      if (one->space && one->can_break
          && ply_words_stick (text + one->start, one->length, text + two->start, two->length,
                              language))
        one->can_break = FALSE;
    }
}

void
ply_segment_text (const char *text, guint length, const char *language, GArray *segments)
{
  guint first = segments->len;
  guint at = take_spaces (text, 0, length, first, segments);

  while (at < length)
    {
      guint end = find_token_end (text, at, length);

      if (end > at)
        split_token (text, at, end, language, segments);
      at = take_spaces (text, end, length, first, segments);
    }
  if (segments->len > first)
    {
      PlySegment *last = &g_array_index (segments, PlySegment, segments->len - 1);

      last->space = FALSE;
      last->can_break = TRUE;
    }
  apply_sticking (text, language, segments, first);
}
