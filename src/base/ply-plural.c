/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-plural.h"

#include <string.h>

#define FORMS_MAX 8
#define DEPTH_MAX 64

struct _PlyPlural
{
  char *expression;
  guint n_forms;
};

/* One pass over the expression. Once something is wrong, @at stays where it is and values are 0. */
typedef struct
{
  const char *at;
  gulong n;
  guint depth;
  gboolean wrong;
} Reader;

typedef struct
{
  const char *text;
  guint binding; /* higher binds tighter */
} Operator;

/* Longer ones first where one begins another. */
static const Operator operators[] = {
  { "||", 1 }, { "&&", 2 }, { "==", 3 }, { "!=", 3 }, { "<=", 4 }, { ">=", 4 }, { "<", 4 },
  { ">", 4 },  { "+", 5 },  { "-", 5 },  { "*", 6 },  { "/", 6 },  { "%", 6 },
};

static gulong read_choice (Reader *self);

static void
skip_blanks (Reader *self)
{
  self->at += strspn (self->at, " \t");
}

static gboolean
accept (Reader *self, const char *text)
{
  skip_blanks (self);
  if (!g_str_has_prefix (self->at, text))
    return FALSE;
  self->at += strlen (text);
  return TRUE;
}

static void
expect (Reader *self, const char *text)
{
  if (!accept (self, text))
    self->wrong = TRUE;
}

static gulong
apply (Reader *self, const char *operator, gulong a, gulong b)
{
  switch (operator[0])
    {
    case '|':
      return a || b;
    case '&':
      return a && b;
    case '=':
      return a == b;
    case '!':
      return a != b;
    case '<':
      return operator[1] == '=' ? a <= b : a<b;
    case '>':
      return operator[1] == '=' ? a >= b : a> b;
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    default:
      if (b == 0)
        self->wrong = TRUE;
      return b == 0 ? 0 : operator[0] == '/' ? a / b : a % b;
    }
}

static gulong
read_number (Reader *self)
{
  char *end;
  gulong value;

  if (!g_ascii_isdigit (*self->at))
    {
      self->wrong = TRUE;
      return 0;
    }
  value = strtoul (self->at, &end, 10);
  self->at = end;
  return value;
}

static gulong
read_primary (Reader *self)
{
  gulong value;

  if (++self->depth > DEPTH_MAX)
    self->wrong = TRUE;
  if (self->wrong)
    return 0;
  if (accept (self, "!"))
    value = !read_primary (self);
  else if (accept (self, "n"))
    value = self->n;
  else if (accept (self, "("))
    {
      value = read_choice (self);
      expect (self, ")");
    }
  else
    value = read_number (self);
  self->depth--;
  return value;
}

static const Operator *
next_operator (Reader *self, guint binding)
{
  skip_blanks (self);
  for (guint i = 0; i < G_N_ELEMENTS (operators); i++)
    if (g_str_has_prefix (self->at, operators[i].text))
      return operators[i].binding >= binding ? &operators[i] : NULL;
  return NULL;
}

static gulong
read_binary (Reader *self, guint binding)
{
  gulong value = read_primary (self);
  const Operator *operator;

  while (!self->wrong && (operator= next_operator (self, binding)) != NULL)
    {
      self->at += strlen (operator->text);
      value = apply (self, operator->text, value, read_binary (self, operator->binding + 1));
    }
  return value;
}

static gulong
read_choice (Reader *self)
{
  gulong condition = read_binary (self, 1);
  gulong yes, no;

  if (self->wrong || !accept (self, "?"))
    return condition;
  if (++self->depth > DEPTH_MAX)
    self->wrong = TRUE;
  yes = read_choice (self);
  expect (self, ":");
  no = self->wrong ? 0 : read_choice (self);
  self->depth--;
  return condition ? yes : no;
}

static gulong
evaluate (const char *expression, gulong n, gboolean *wrong)
{
  Reader reader = { .at = expression, .n = n };
  gulong value = read_choice (&reader);

  skip_blanks (&reader);
  *wrong = reader.wrong || *reader.at != '\0';
  return value;
}

PlyPlural *
ply_plural_new (const char *header)
{
  g_autoptr (PlyPlural) self = NULL;
  const char *line, *forms, *expression;
  gboolean wrong;

  g_return_val_if_fail (header != NULL, NULL);

  line = strstr (header, "Plural-Forms:");
  forms = line != NULL ? strstr (line, "nplurals=") : NULL;
  expression = forms != NULL ? strstr (forms, "plural=") : NULL;
  /* "nplurals=" holds no "plural=": its "s" stands between. */
  if (expression == NULL)
    return NULL;

  self = g_new0 (PlyPlural, 1);
  self->n_forms = CLAMP (g_ascii_strtoull (forms + strlen ("nplurals="), NULL, 10), 1, FORMS_MAX);
  expression += strlen ("plural=");
  self->expression = g_strndup (expression, strcspn (expression, ";\n"));
  evaluate (self->expression, 1, &wrong);
  return wrong ? NULL : g_steal_pointer (&self);
}

void
ply_plural_free (PlyPlural *self)
{
  if (self == NULL)
    return;
  g_free (self->expression);
  g_free (self);
}

guint
ply_plural_get_form (const PlyPlural *self, gulong n)
{
  gboolean wrong;
  gulong form;

  g_return_val_if_fail (self != NULL, 0);

  form = evaluate (self->expression, n, &wrong);
  return wrong ? 0 : MIN (form, self->n_forms - 1);
}
