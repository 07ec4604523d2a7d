/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "event-builder.h"
#include "ply-programme-order.h"
#include "printed.h"

#include <string.h>

/* Programmes of events that nobody would hold: they print, and nothing is lost. Every record's
 * title begins with a token of its own, which is looked for in the pages. */

#define N_EVENTS 8

typedef struct
{
  EventBuilder *builder;
  GRand *random;
  guint n_tokens;
  guint n_people;
  GPtrArray *tokens; /* of what must be found */
} Maker;

static const char *const pieces[] = {
  "science",
  "Forschungsförderungsgesellschaft",
  "ынтымақтастық",
  "достопримечательность",
  "会议日程",
  "مؤتمر العلوم",
  "–",
  "“quoted”",
  "a",
  "https://example.org/a/very/long/address/that/never/ends?q=1&r=2",
  "ғылым",
  "Ünïcödé",
  "100 %",
  "\n",
};

static const char *
piece (Maker *self)
{
  return pieces[g_rand_int_range (self->random, 0, G_N_ELEMENTS (pieces))];
}

static gboolean
chance (Maker *self, double probability)
{
  return g_rand_double (self->random) < probability;
}

/* Some words, at least @length letters of them. */
static char *
words (Maker *self, gsize length, const char *separator)
{
  GString *text = g_string_new (NULL);

  while (text->len < length)
    g_string_append_printf (text, "%s%s", text->len > 0 ? separator : "", piece (self));
  return g_string_free_and_steal (text);
}

static char *
token (Maker *self)
{
  char *token = g_strdup_printf ("Qx%03uz", self->n_tokens++);

  g_ptr_array_add (self->tokens, token);
  return token;
}

static char *
title (Maker *self)
{
  const gsize lengths[] = { 0, 5, 40, 300, 1500 };
  g_autofree char *more =
      words (self, lengths[g_rand_int_range (self->random, 0, G_N_ELEMENTS (lengths))], " ");
  char *text = g_strdup_printf ("%s %s", token (self), more);

  return g_strdelimit (g_strchomp (text), "\n", ' ');
}

static char *
long_text (Maker *self)
{
  const gsize lengths[] = { 1, 100, 1000, 6000 };

  if (chance (self, 0.3))
    return NULL;
  if (chance (self, 0.1))
    return g_strnfill (3000, 'w');
  return words (self, lengths[g_rand_int_range (self->random, 0, G_N_ELEMENTS (lengths))],
                chance (self, 0.2) ? "\n\n" : " ");
}

static char *
number (Maker *self, int from, int to)
{
  return g_strdup_printf ("%d", g_rand_int_range (self->random, from, to));
}

static void
add_person (Maker *self, const char *owner_field, const char *owner)
{
  static const char *const roles[] = { "speaker", "chair", "panellist", "interpreter" };
  g_autofree char *id = g_strdup_printf ("p%u", self->n_people++);
  g_autofree char *name = title (self);

  event_builder_add (self->builder, PLY_KIND_PERSON, id, "name", name, "title",
                     chance (self, 0.5) ? "Prof. Dr. h. c." : NULL, NULL);
  event_builder_add (self->builder, PLY_KIND_PARTICIPATION, NULL, owner_field, owner, "person", id,
                     "role", roles[g_rand_int_range (self->random, 0, G_N_ELEMENTS (roles))], NULL);
  if (chance (self, 0.3))
    event_builder_add (self->builder, PLY_KIND_AFFILIATION, NULL, "person", id, "institution",
                       chance (self, 0.9) ? "uni" : "gone", NULL);
}

static void
add_people (Maker *self, const char *owner_field, const char *owner)
{
  guint n = chance (self, 0.05) ? 80 : g_rand_int_range (self->random, 0, 4);

  for (guint i = 0; i < n; i++)
    add_person (self, owner_field, owner);
}

static void
add_talks (Maker *self, const char *session)
{
  guint n = chance (self, 0.3) ? g_rand_int_range (self->random, 1, 30) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("%s-t%u", session, i);
      g_autofree char *text = title (self);
      g_autofree char *abstract = long_text (self);

      event_builder_add (self->builder, PLY_KIND_TALK, id, "session", session, "title", text,
                         "abstract", abstract, "duration", "1", NULL);
      add_people (self, "talk", id);
    }
}

static void
add_session (Maker *self, guint index)
{
  static const char *const rooms[] = { "hall", "lab", "gone", NULL };
  static const char *const states[] = { "confirmed", "cancelled", "tentative", NULL };
  g_autofree char *id = g_strdup_printf ("s%u", index);
  g_autofree char *text = title (self);
  g_autofree char *abstract = long_text (self);
  g_autofree char *description = long_text (self);
  g_autofree char *start = number (self, 0, 2000);
  g_autofree char *duration = number (self, 1, 600);

  event_builder_add (
      self->builder, PLY_KIND_SESSION, id, "title", text, "abstract", abstract, "description",
      description, "day", chance (self, 0.5) ? "d1" : "d2", "start", start, "duration", duration,
      "room", rooms[g_rand_int_range (self->random, 0, G_N_ELEMENTS (rooms))], "state",
      states[g_rand_int_range (self->random, 0, G_N_ELEMENTS (states))], "type",
      chance (self, 0.1) ? "pause" : NULL, "all_rooms", chance (self, 0.1) ? "1" : NULL, "language",
      chance (self, 0.5) ? "kk ar" : NULL, "track", chance (self, 0.5) ? "track" : "gone", NULL);
  add_people (self, "session", id);
  add_talks (self, id);
}

static PlySnapshot *
make_event (Maker *self)
{
  guint n = g_rand_int_range (self->random, 0, 40);
  g_autofree char *name = words (self, g_rand_int_range (self->random, 1, 400), " ");
  g_autofree char *description = long_text (self);

  event_builder_add (self->builder, PLY_KIND_EVENT, "ev", "title", g_strdelimit (name, "\n", ' '),
                     "description", description, "imprint", description, "country",
                     chance (self, 0.5) ? "ZZ" : NULL, NULL);
  event_builder_add (self->builder, PLY_KIND_DAY, "d1", "date", "2024-02-29", NULL);
  event_builder_add (self->builder, PLY_KIND_DAY, "d2", "date", "2024-03-01", "title", "Last",
                     NULL);
  event_builder_add (self->builder, PLY_KIND_ROOM, "hall", "name", "Hall", NULL);
  event_builder_add (self->builder, PLY_KIND_ROOM, "lab", "name", "Лаборатория", NULL);
  event_builder_add (self->builder, PLY_KIND_TRACK, "track", "name", "Track", "color", "#ffff00",
                     NULL);
  event_builder_add (self->builder, PLY_KIND_SESSION_TYPE, "pause", "name", "Pause", "is_break",
                     "1", NULL);
  event_builder_add (self->builder, PLY_KIND_INSTITUTION, "uni", "name", "Universität", NULL);
  for (guint i = 0; i < n; i++)
    add_session (self, i);
  return event_builder_end (self->builder);
}

static void
check_event (guint seed)
{
  static const char *const options[] = { "", "order=room language=de", "paper=A4 language=kk",
                                         "paper=Letter language=ru order=room" };
  Maker maker = { .builder = event_builder_new (),
                  .random = g_rand_new_with_seed (seed),
                  .tokens = g_ptr_array_new_with_free_func (g_free) };
  g_autoptr (PlySnapshot) snapshot = make_event (&maker);
  g_autoptr (Printed) printed = print_programme (snapshot, options[seed % G_N_ELEMENTS (options)]);
  g_autofree char *all = g_strjoinv ("\n", printed->pages);
  guint n_missing;

  for (guint i = 0; i < maker.tokens->len; i++)
    if (strstr (all, maker.tokens->pdata[i]) == NULL)
      g_error ("event %u: %s is lost", seed, (char *) maker.tokens->pdata[i]);
  ply_layout_get_missing (printed->layout, &n_missing);
  g_assert_cmpuint (n_missing, ==, 0);
  g_ptr_array_unref (maker.tokens);
  g_rand_free (maker.random);
}

static void
test_random_events (void)
{
  for (guint seed = 0; seed < N_EVENTS; seed++)
    check_event (seed);
}

/* Nothing but a title. */
static void
test_bare_event (void)
{
  EventBuilder *builder = event_builder_new ();
  g_autoptr (PlySnapshot) snapshot = NULL;
  g_autoptr (Printed) printed = NULL;

  event_builder_add (builder, PLY_KIND_EVENT, "ev", "title", "Bare", NULL);
  snapshot = event_builder_end (builder);
  printed = print_programme (snapshot, "");
  g_assert_cmpuint (printed_find (printed, "Bare"), ==, 1);
  g_assert_cmpuint (printed->notes->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/random/events", test_random_events);
  g_test_add_func ("/random/bare", test_bare_event);
  return g_test_run ();
}
