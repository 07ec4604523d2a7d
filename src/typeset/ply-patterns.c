/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-patterns.h"

#include <string.h>
#include <unicode/ucnv.h>

#define EDGE '.' /* of a word, in patterns */
#define NONE G_MAXUINT32

/* A beginning of patterns. Children are a list; @fallback is the longest end of this beginning that
 * is a beginning too (Aho and Corasick, 1975). */
typedef struct
{
  gunichar letter;
  guint32 first, next;
  guint32 fallback;
  guint32 digits; /* of the pattern that ends here, in the set's digits; NONE */
  guint32 depth;  /* letters up to here */
} State;

typedef struct
{
  GArray *states; /* State, the root first */
  GByteArray *digits;
} Set;

struct _PlyPatterns
{
  Set *joints; /* of compounds; NULL when the dictionary has none */
  Set *words;
  guint before, after;           /* fewest letters on either side of a break in a word */
  guint part_before, part_after; /* and between a joint and a break in a part */
};

static Set *
set_new (void)
{
  Set *self = g_new0 (Set, 1);
  State root = { .first = NONE, .next = NONE, .digits = NONE };

  self->states = g_array_new (FALSE, FALSE, sizeof (State));
  self->digits = g_byte_array_new ();
  g_array_append_val (self->states, root);
  return self;
}

static void
set_free (Set *self)
{
  g_array_unref (self->states);
  g_byte_array_unref (self->digits);
  g_free (self);
}

static State *
state_at (const Set *self, guint32 index)
{
  return &g_array_index (self->states, State, index);
}

static guint32
find_child (const Set *self, guint32 parent, gunichar letter)
{
  guint32 index = state_at (self, parent)->first;

  while (index != NONE && state_at (self, index)->letter != letter)
    index = state_at (self, index)->next;
  return index;
}

static guint32
ensure_child (Set *self, guint32 parent, gunichar letter)
{
  guint32 index = find_child (self, parent, letter);
  State child = { .letter = letter, .first = NONE, .digits = NONE };

  if (index != NONE)
    return index;
  index = self->states->len;
  child.next = state_at (self, parent)->first;
  child.depth = state_at (self, parent)->depth + 1;
  g_array_append_val (self->states, child);
  state_at (self, parent)->first = index;
  return index;
}

/* "a2f1t": the letters name the state, the digits stand before each letter and behind the last. */
static void
add_pattern (Set *self, const char *pattern)
{
  guint8 digits[PLY_PATTERNS_MAX + 2] = { 0 };
  guint32 state = 0;
  guint n = 0;

  for (const char *at = pattern; *at != '\0' && n < PLY_PATTERNS_MAX; at = g_utf8_next_char (at))
    if (g_ascii_isdigit (*at))
      digits[n] = *at - '0';
    else
      {
        state = ensure_child (self, state, g_utf8_get_char (at));
        n++;
      }
  if (n == 0)
    return;
  state_at (self, state)->digits = self->digits->len;
  g_byte_array_append (self->digits, digits, n + 1);
}

static guint32
step (const Set *self, guint32 state, gunichar letter)
{
  guint32 child = find_child (self, state, letter);

  while (child == NONE && state != 0)
    {
      state = state_at (self, state)->fallback;
      child = find_child (self, state, letter);
    }
  return child != NONE ? child : 0;
}

/* Level by level, so that the fallbacks of shorter beginnings are there. */
static void
link_fallbacks (Set *self)
{
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 root = 0;

  g_array_append_val (queue, root);
  for (guint i = 0; i < queue->len; i++)
    {
      guint32 parent = g_array_index (queue, guint32, i);

      for (guint32 child = state_at (self, parent)->first; child != NONE;
           child = state_at (self, child)->next)
        {
          gunichar letter = state_at (self, child)->letter;

          state_at (self, child)->fallback =
              parent == 0 ? 0 : step (self, state_at (self, parent)->fallback, letter);
          g_array_append_val (queue, child);
        }
    }
}

/* ---- Reading ---- */

/* The dictionary as UTF-8 behind its first line, which names its encoding. */
static char *
read_text (const char *path)
{
  g_autofree char *contents = NULL;
  g_autofree char *encoding = NULL;
  UErrorCode status = U_ZERO_ERROR;
  const char *body;
  gsize length;
  gsize size;
  char *text;

  if (!g_file_get_contents (path, &contents, &length, NULL))
    return NULL;
  body = strchr (contents, '\n');
  if (body == NULL)
    return NULL;
  encoding = g_strstrip (g_strndup (contents, body - contents));
  if (g_ascii_strcasecmp (encoding, "UTF-8") == 0)
    return g_utf8_validate (body, -1, NULL) ? g_strdup (body) : NULL;
  size = strlen (body) * 3 + 1;
  text = g_malloc (size);
  ucnv_convert ("UTF-8", encoding, text, size, body, strlen (body), &status);
  if (U_SUCCESS (status))
    return text;
  g_free (text);
  return NULL;
}

static gboolean
read_number (const char *line, const char *keyword, guint *number)
{
  if (!g_str_has_prefix (line, keyword))
    return FALSE;
  *number = CLAMP (g_ascii_strtoll (line + strlen (keyword), NULL, 10), 0, PLY_PATTERNS_MAX);
  return TRUE;
}

/* FALSE for what only libhyphen understands. */
static gboolean
read_line (PlyPatterns *self, const char *line)
{
  if (*line == '\0' || *line == '%' || *line == '#' || g_str_has_prefix (line, "NOHYPHEN"))
    return TRUE;
  if (read_number (line, "LEFTHYPHENMIN", &self->before)
      || read_number (line, "RIGHTHYPHENMIN", &self->after)
      || read_number (line, "COMPOUNDLEFTHYPHENMIN", &self->part_before)
      || read_number (line, "COMPOUNDRIGHTHYPHENMIN", &self->part_after))
    return TRUE;
  if (g_str_equal (line, "NEXTLEVEL"))
    {
      if (self->joints != NULL)
        return FALSE;
      self->joints = self->words;
      self->words = set_new ();
      return TRUE;
    }
  if (strchr (line, '/') != NULL)
    return FALSE;
  add_pattern (self->words, line);
  return TRUE;
}

PlyPatterns *
ply_patterns_load (const char *path)
{
  g_autoptr (PlyPatterns) self = NULL;
  g_autofree char *text = read_text (path);
  char *next;

  if (text == NULL)
    return NULL;
  self = g_new0 (PlyPatterns, 1);
  self->words = set_new ();
  for (char *line = text; line != NULL; line = next)
    {
      next = strchr (line, '\n');
      if (next != NULL)
        *next++ = '\0';
      if (!read_line (self, g_strstrip (line)))
        return NULL;
    }
  link_fallbacks (self->words);
  if (self->joints != NULL)
    link_fallbacks (self->joints);
  return g_steal_pointer (&self);
}

void
ply_patterns_free (PlyPatterns *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->joints, set_free);
  g_clear_pointer (&self->words, set_free);
  g_free (self);
}

/* ---- Applying ---- */

static void
run_set (const Set *set, const gunichar *letters, guint n, guint8 *marks)
{
  guint8 gaps[PLY_PATTERNS_MAX + 3] = { 0 }; /* before each letter of ".word." and behind it */
  guint32 state = 0;

  for (guint i = 0; i < n + 2; i++)
    {
      const State *at;

      state = step (set, state, i == 0 || i == n + 1 ? EDGE : letters[i - 1]);
      at = state_at (set, state);
      for (guint d = 0; at->digits != NONE && d <= at->depth; d++)
        {
          guint8 *gap = &gaps[i + 1 - at->depth + d];

          *gap = MAX (*gap, set->digits->data[at->digits + d]);
        }
    }
  for (guint i = 0; i < n; i++)
    marks[i] = i + 1 < n ? gaps[i + 2] : 0;
}

/* No marks too near to an end. */
static void
trim_marks (guint8 *marks, guint n, guint before, guint after)
{
  for (guint i = 0; i < n; i++)
    if (i + 1 < before || n - 1 - i < after)
      marks[i] = 0;
}

/* Compounds are taken apart as long as there are joints; what has none is a word. @open_start: the
 * letters follow a joint; @open_end: one follows them. */
static void
run_part (const PlyPatterns *self, const gunichar *letters, guint n, gboolean open_start,
          gboolean open_end, guint8 *marks)
{
  guint8 part[PLY_PATTERNS_MAX];
  guint begin = 0;

  run_set (self->joints, letters, n, marks);
  for (guint i = 0; i < n; i++)
    if (marks[i] & 1 || (begin > 0 && i + 1 == n))
      {
        if (i - begin > 1)
          {
            run_part (self, letters + begin, i - begin + 1, begin > 0 || open_start,
                      marks[i] & 1 || open_end, part);
            memcpy (marks + begin, part, i - begin);
          }
        begin = i + 1;
      }
  if (begin > 0)
    return;
  run_set (self->words, letters, n, marks);
  trim_marks (marks, n, open_start ? self->part_before : 0, open_end ? self->part_after : 0);
}

void
ply_patterns_apply (const PlyPatterns *self, const gunichar *letters, guint n, guint before,
                    guint after, guint8 *marks)
{
  g_return_if_fail (self != NULL && n <= PLY_PATTERNS_MAX);

  if (self->joints != NULL)
    run_part (self, letters, n, FALSE, FALSE, marks);
  else
    run_set (self->words, letters, n, marks);
  trim_marks (marks, n, MAX (before, self->before), MAX (after, self->after));
}
