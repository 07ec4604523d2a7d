/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-conflicts-private.h"

#include <string.h>

/* Whether everybody can follow a session: it is spoken in, or interpreted into, each language that
 * is wanted. */

typedef struct
{
  const char *text;
  gsize length;
} Word;

/* The next of the tags in *@at, which are separated by spaces. */
static gboolean
next_word (const char **at, Word *word)
{
  const char *end;

  if (*at == NULL)
    return FALSE;
  while (**at == ' ')
    ++*at;
  for (end = *at; *end != ' ' && *end != '\0';)
    end++;
  *word = (Word) { *at, end - *at };
  *at = end;
  return word->length > 0;
}

/* "de-AT" is understood where "de" is wanted. Tags are in their canonical form. */
static gboolean
lists (const char *tags, const Word *wanted)
{
  Word word;

  while (next_word (&tags, &word))
    if (word.length >= wanted->length && memcmp (word.text, wanted->text, wanted->length) == 0
        && (word.length == wanted->length || word.text[wanted->length] == '-'))
      return TRUE;
  return FALSE;
}

static const char *
wanted_by (const PlyConflicts *self, const PlyNode *session)
{
  const PlySessionType *type =
      session->type != NULL ? (const PlySessionType *) session->type->record : NULL;

  return type != NULL && type->wanted_languages != NULL ? type->wanted_languages
                                                        : self->settings.wanted_languages;
}

void
ply_check_languages (PlyConflicts *self, PlyNode *session)
{
  const PlySession *record = (const PlySession *) session->record;
  const char *wanted = wanted_by (self, session);
  const char *spoken = record->language != NULL ? record->language : self->settings.base_language;
  Word word;

  if (ply_node_is_break (session))
    return;
  while (next_word (&wanted, &word))
    {
      g_autofree char *language = NULL;

      if (lists (spoken, &word) || lists (record->interpretation, &word))
        continue;
      language = g_strndup (word.text, word.length);
      ply_conflicts_add (self, &session->own, PLY_CONFLICT_NO_INTERPRETATION, session,
                         g_intern_string (language), &session, 1);
    }
}
