/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "event-builder.h"
#include "ply-content-private.h"
#include "printed.h"

#include <string.h>

/* ---- What is looked for in the tree ---- */

typedef struct
{
  const char *record, *field, *style;
  GString *texts;       /* of the paragraphs found, parted by "|" */
  const char *language; /* of the last one found */
  GHashTable *anchors;  /* all anchors of the tree */
  guint n_bars;
  guint32 bar_colour; /* of the last bar */
} Search;

static void
look_for_style (PlyBlock *block, gpointer data)
{
  Search *search = data;
  g_autofree char *text = block_text (block);

  if (g_strcmp0 (block->style, search->style) == 0)
    g_string_append_printf (search->texts, "%s|", text);
}

/* All paragraphs of a style, parted by "|"; free it. */
static char *
texts_of_style (PlyDocument *document, const char *style)
{
  Search search = { .style = style, .texts = g_string_new (NULL) };

  walk_blocks (document, look_for_style, &search);
  return g_string_free_and_steal (search.texts);
}

static void
look_for_field (PlyBlock *block, gpointer data)
{
  Search *search = data;

  for (guint i = 0; block->runs != NULL && i < block->runs->len; i++)
    {
      const PlyRun *run = &g_array_index (block->runs, PlyRun, i);
      const char *field = run->field;
      const char *record =
          run->record != NULL ? run->record : ply_block_find_record (block, &field);

      if (run->kind != PLY_RUN_TEXT || g_strcmp0 (record, search->record) != 0
          || g_strcmp0 (field, search->field) != 0)
        continue;
      g_string_append_printf (search->texts, "%s|", run->text);
      search->language = run->language != NULL ? run->language : ply_block_find_language (block);
    }
}

/* The runs that came from a field, parted by "|", and the language they are marked with. */
static char *
texts_of_field (PlyDocument *document, const char *record, const char *field, const char **language)
{
  Search search = { .record = record, .field = field, .texts = g_string_new (NULL) };

  walk_blocks (document, look_for_field, &search);
  if (language != NULL)
    *language = search.language;
  return g_string_free_and_steal (search.texts);
}

static void
note_anchor (PlyBlock *block, gpointer data)
{
  Search *search = data;

  if (block->anchor == NULL)
    return;
  g_assert_false (g_hash_table_contains (search->anchors, block->anchor));
  g_hash_table_add (search->anchors, block->anchor);
}

static void
check_links (PlyBlock *block, gpointer data)
{
  Search *search = data;

  if (block->target != NULL)
    g_assert_true (g_hash_table_contains (search->anchors, block->target));
  for (guint i = 0; block->runs != NULL && i < block->runs->len; i++)
    {
      const PlyRun *run = &g_array_index (block->runs, PlyRun, i);

      if (run->anchor != NULL)
        g_assert_true (g_hash_table_contains (search->anchors, run->anchor));
      for (guint k = 0; run->anchors != NULL && run->anchors[k] != NULL; k++)
        g_assert_true (g_hash_table_contains (search->anchors, run->anchors[k]));
    }
}

/* ---- Tests ---- */

static const char *const option_sets[] = {
  "",
  "order=room",
  "paper=A4 abstracts=no descriptions=no",
  "paper=Letter speakers=no",
  "institutions=no order=room",
  "speakers=no institutions=no links=no",
};

/* Anchors are unique, every link, contents line and page number leads somewhere. */
static void
test_links (void)
{
  g_autoptr (PlySnapshot) snapshot = small_event_new ();

  for (guint i = 0; i < G_N_ELEMENTS (option_sets); i++)
    {
      g_autoptr (PlyDocument) document = build_programme (snapshot, option_sets[i]);
      Search search = { .anchors = g_hash_table_new (g_str_hash, g_str_equal) };

      walk_blocks (document, note_anchor, &search);
      walk_blocks (document, check_links, &search);
      g_hash_table_unref (search.anchors);
    }
}

static void
test_each_session_once (void)
{
  static const char *const placed[] = { "open", "money", "void", "night", "coffee" };
  g_autoptr (PlySnapshot) snapshot = small_event_new ();

  for (guint i = 0; i < G_N_ELEMENTS (option_sets); i++)
    {
      g_autoptr (PlyDocument) document = build_programme (snapshot, option_sets[i]);
      g_autofree char *unplaced = texts_of_field (document, "later", "title", NULL);

      for (guint s = 0; s < G_N_ELEMENTS (placed); s++)
        {
          const PlySession *session = ply_snapshot_lookup (snapshot, PLY_KIND_SESSION, placed[s]);
          g_autofree char *found = texts_of_field (document, placed[s], "title", NULL);
          g_autofree char *once = g_strconcat (session->title, "|", NULL);

          g_assert_cmpstr (found, ==, once);
        }
      g_assert_cmpstr (unplaced, ==, "");
    }
}

static void
test_notes (void)
{
  g_autoptr (PlySnapshot) snapshot = small_event_new ();
  g_autoptr (PlyProductOptions) options = options_of ("");
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (PlyDocument) document = ply_product_build (snapshot, options, &notes, NULL);
  const PlyProductNote *note;

  g_assert_nonnull (document);
  g_assert_cmpuint (notes->len, ==, 1);
  note = notes->pdata[0];
  g_assert_cmpint (note->message[0], ==, '1');
}

static void
test_times (void)
{
  g_autoptr (PlySnapshot) snapshot = small_event_new ();
  g_autoptr (PlyDocument) document = build_programme (snapshot, "");
  g_autofree char *sessions = texts_of_style (document, "time");
  g_autofree char *talks = texts_of_style (document, "talk-time");

  g_assert_cmpstr (sessions, ==, "09:00–10:00|10:30–11:15|10:30–11:15|23:30–01:00|");
  g_assert_cmpstr (talks, ==, "09:00|09:20|10:00–10:30|");
}

static void
test_order_by_room (void)
{
  g_autoptr (PlySnapshot) snapshot = small_event_new ();
  g_autoptr (PlyDocument) document = build_programme (snapshot, "order=room");
  g_autofree char *rooms = texts_of_style (document, "room");
  g_autofree char *buildings = texts_of_style (document, "room-place");
  g_autofree char *titles = texts_of_style (document, "session");

  g_assert_cmpstr (rooms, ==, "All rooms|Great Hall|Laboratory|Without a room|Laboratory|");
  g_assert_cmpstr (buildings, ==, "Main building|");
  g_assert_cmpstr (titles, ==, "Opening|Money|Cancelled: Vacuum|Stars|");
}

static void
test_dates (void)
{
  static const char *const expected[][2] = {
    { "language=en", "Thursday, 12 October|Friday, 13 October|" },
    { "language=de", "Donnerstag, 12. Oktober|Freitag, 13. Oktober|" },
    { "language=kk", "12 қазан, бейсенбі|13 қазан, жұма|" },
    { "language=ru", "Четверг, 12 октября|Пятница, 13 октября|" },
  };
  g_autoptr (PlySnapshot) snapshot = small_event_new ();

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (PlyDocument) document = build_programme (snapshot, expected[i][0]);
      g_autofree char *days = texts_of_style (document, "day");

      g_assert_cmpstr (days, ==, expected[i][1]);
    }
}

/* A translation is in the programme's language; what has none is marked as the base's. */
static void
test_fallback (void)
{
  g_autoptr (PlySnapshot) snapshot = small_event_new ();
  g_autoptr (PlyDocument) document = build_programme (snapshot, "language=kk");
  const char *translated, *base;
  g_autofree char *opening = texts_of_field (document, "open", "title", &translated);
  g_autofree char *money = texts_of_field (document, "money", "title", &base);

  g_assert_cmpstr (opening, ==, "Ашылу|");
  g_assert_null (translated);
  g_assert_cmpstr (money, ==, "Money|");
  g_assert_cmpstr (base, ==, "en");
}

/* An imported session says what language its texts are in. */
static void
test_imported_language (void)
{
  EventBuilder *builder = event_builder_new ();
  g_autoptr (PlySnapshot) snapshot = NULL;
  g_autoptr (PlyDocument) document = NULL;
  g_autofree char *title = NULL;
  g_autofree char *own = NULL;
  g_autofree char *wrong = NULL;
  const char *language, *own_language, *wrong_language;

  event_builder_add (builder, PLY_KIND_EVENT, "ev", "title", "Congress", "base_language", "en",
                     NULL);
  event_builder_add (builder, PLY_KIND_DAY, "d", "date", "2014-12-27", NULL);
  event_builder_add (builder, PLY_KIND_SESSION, "import", "title", "Vortrag", "day", "d", "start",
                     "600", "duration", "60", "language", "de", "source_guid", "g1", NULL);
  event_builder_add (builder, PLY_KIND_SESSION, "wrong", "title", "Spoken in Russian", "day", "d",
                     "start", "600", "duration", "60", "language", "ru", "source_guid", "g2", NULL);
  event_builder_add (builder, PLY_KIND_SESSION, "own", "title", "Lecture", "day", "d", "start",
                     "700", "duration", "60", "language", "de", NULL);
  snapshot = event_builder_end (builder);
  document = build_programme (snapshot, "");
  title = texts_of_field (document, "import", "title", &language);
  own = texts_of_field (document, "own", "title", &own_language);
  wrong = texts_of_field (document, "wrong", "title", &wrong_language);
  g_assert_cmpstr (title, ==, "Vortrag|");
  g_assert_cmpstr (language, ==, "de");
  g_assert_cmpstr (own, ==, "Lecture|");
  g_assert_null (own_language);
  g_assert_cmpstr (wrong, ==, "Spoken in Russian|");
  g_assert_null (wrong_language);
}

static void
test_people (void)
{
  g_autoptr (PlySnapshot) snapshot = small_event_new ();
  g_autoptr (PlyDocument) document = build_programme (snapshot, "");
  g_autofree char *people = texts_of_style (document, "people");
  g_autofree char *index = texts_of_style (document, "index-entry");

  g_assert_cmpstr (people, ==,
                   "Funding|Great Hall, Main building|"
                   "Chair: Änne Abel|"
                   "National Academy|"
                   "Dr.\u00a0Muhammad Usman, Researcher, University of Halle|"
                   "Dr.\u00a0Muhammad Usman, National Academy|");
  g_assert_cmpstr (index, ==,
                   "Abel, Änne\u2002|Usman, Muhammad, MLU\u2002|"
                   "National Academy\u2002|University of Halle (MLU), Halle, Germany\u2002|");
}

/* A long index is parted by the letters of the programme's language, in its order. */
static void
test_index_letters (void)
{
  static const char *const names[] = { "Zoe", "Қанат", "Бек", "Камила", "Әлия", "Айгүл" };
  EventBuilder *builder = event_builder_new ();
  g_autoptr (PlySnapshot) snapshot = NULL;
  g_autoptr (PlyDocument) document = NULL;
  g_autofree char *letters = NULL;

  event_builder_add (builder, PLY_KIND_EVENT, "ev", "title", "Күн", "base_language", "kk", NULL);
  event_builder_add (builder, PLY_KIND_DAY, "d", "date", "2023-10-12", NULL);
  event_builder_add (builder, PLY_KIND_SESSION, "s", "title", "Сессия", "day", "d", "start", "600",
                     "duration", "60", NULL);
  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i);
      g_autofree char *name = g_strdup_printf ("%s %u", names[i % G_N_ELEMENTS (names)], i);

      event_builder_add (builder, PLY_KIND_PERSON, id, "name", name, NULL);
      event_builder_add (builder, PLY_KIND_PARTICIPATION, NULL, "session", "s", "person", id,
                         "role", "speaker", NULL);
    }
  snapshot = event_builder_end (builder);
  document = build_programme (snapshot, "");
  letters = texts_of_style (document, "index-letter");
  g_assert_cmpstr (letters, ==, "А|Ә|Б|К|Қ|Z|");
}

static void
test_facts (void)
{
  g_autoptr (PlySnapshot) snapshot = small_event_new ();
  g_autoptr (PlyDocument) document = build_programme (snapshot, "");
  g_autofree char *facts = texts_of_style (document, "meta");
  g_autofree char *breaks = texts_of_style (document, "break");

  g_assert_cmpstr (facts, ==,
                   "All rooms|German|"
                   "Great Hall\u00a0· Funding\u00a0· English\u00a0· "
                   "Interpretation: German and Kazakh|"
                   "Laboratory\u00a0· German and Russian|"
                   "Laboratory|");
  g_assert_cmpstr (breaks, ==, "Coffee|");
}

static void
look_for_bars (PlyBlock *block, gpointer data)
{
  Search *search = data;

  if (block->kind != PLY_BLOCK_ENTRY || block->bar_width <= 0)
    return;
  if (g_strcmp0 (block->record, search->record) == 0)
    {
      search->n_bars++;
      search->bar_colour = block->colour;
    }
}

static void
test_bars (void)
{
  static const struct
  {
    const char *record;
    guint n_bars;
    guint32 colour;
  } cases[] = { { "money", 1, 0xc09000 },
                { "open", 1, 0x1a1a1a },
                { "keynote", 1, 0x1a1a1a },
                { "void", 0, 0 },
                { "coffee", 0, 0 } };
  g_autoptr (PlySnapshot) snapshot = small_event_new ();
  g_autoptr (PlyDocument) document = build_programme (snapshot, "");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Search search = { .record = cases[i].record };

      walk_blocks (document, look_for_bars, &search);
      g_assert_cmpuint (search.n_bars, ==, cases[i].n_bars);
      g_assert_cmphex (search.bar_colour, ==, cases[i].colour);
    }
}

static void
test_texts_can_be_left_out (void)
{
  g_autoptr (PlySnapshot) snapshot = small_event_new ();
  g_autoptr (PlyDocument) with = build_programme (snapshot, "");
  g_autoptr (PlyDocument) without = build_programme (snapshot, "abstracts=no");
  g_autofree char *first = texts_of_field (with, "open", "abstract", NULL);
  g_autofree char *none = texts_of_field (without, "open", "abstract", NULL);

  g_assert_cmpstr (first, ==, "First thoughts.|Second thoughts.|");
  g_assert_cmpstr (none, ==, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/programme/links", test_links);
  g_test_add_func ("/programme/each-session-once", test_each_session_once);
  g_test_add_func ("/programme/notes", test_notes);
  g_test_add_func ("/programme/times", test_times);
  g_test_add_func ("/programme/order-by-room", test_order_by_room);
  g_test_add_func ("/programme/dates", test_dates);
  g_test_add_func ("/programme/fallback", test_fallback);
  g_test_add_func ("/programme/imported-language", test_imported_language);
  g_test_add_func ("/programme/people", test_people);
  g_test_add_func ("/programme/index-letters", test_index_letters);
  g_test_add_func ("/programme/facts", test_facts);
  g_test_add_func ("/programme/bars", test_bars);
  g_test_add_func ("/programme/texts-can-be-left-out", test_texts_can_be_left_out);
  return g_test_run ();
}
