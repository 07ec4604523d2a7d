/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-html-text.h"
#include "ply-xml-writer.h"

#include <string.h>

static const struct
{
  const char *source;
  const char *text;
} cases[] = {
  { "", "" },
  { "Plain text.", "Plain text." },
  { "  Two\r\nlines\r\n\r\n\r\nand a paragraph  ", "Two\nlines\n\nand a paragraph" },
  { "Wrapped\n        by the writer\n        of the file", "Wrapped by the writer of the file" },
  { "A list:\n    - one\n    - two", "A list:\n- one\n- two" },
  { "<p>One</p><p>Two &amp; three</p>", "One\n\nTwo & three" },
  { "<p>One\nline</p>\n\n<p>Two</p>\n", "One line\n\nTwo" },
  { "One<br>Two<br/><br/>Three", "One\nTwo\n\nThree" },
  { "<p>Text:</p><ul><li>one</li><li><p>two</p></li></ul><p>End</p>",
    "Text:\n\n• one\n• two\n\nEnd" },
  { "<ol><li>one<ul><li>inner</li></ul></li><li>two</li></ol>", "1. one\n• inner\n2. two" },
  { "<p>See <a href=\"https://example.org/\">our page</a>.</p>",
    "See our page (https://example.org/)." },
  { "<a href=\"https://example.org/\">example.org</a>", "example.org" },
  { "<a href=\"https://example.org\">https://example.org/</a>", "https://example.org/" },
  { "<a href=\"mailto:a@example.org\">Write</a>", "Write (a@example.org)" },
  { "<a href=\"https://example.org/x\"></a>", "https://example.org/x" },
  { "<a href=\"javascript:alert(1)\">Click</a>", "Click" },
  { "<p>a</p><script>alert (1)</script><style>p {}</style><p>b</p>", "a\n\nb" },
  { "Inline <b>bold</b> text\n\nand a paragraph", "Inline bold text\n\nand a paragraph" },
  { "&lt;p&gt;Escaped twice &amp;amp; more&lt;/p&gt;", "Escaped twice & more" },
  { "<p>Use the &lt;p&gt; tag</p>", "Use the <p> tag" },
  { "Caf&eacute; &#8211; &#x1F355; &nbsp;x", "Café – 🍕 \u00a0x" },
  { "if a < b and b > c", "if a < b and b > c" },
  { "std::vector<int> is not a tag", "std::vector<int> is not a tag" },
  { "<p>std::vector<int> inside</p>", "std::vector<int> inside" },
  { "AT&T, R&D; fish & chips", "AT&T, R&D; fish & chips" },
  { "<p>unclosed <b>bold", "unclosed bold" },
  { "<pre>one\n  two</pre>", "one\n\u00a0 two" },
  { "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc" },
  { "<h2>Head</h2>Text", "Head\n\nText" },
  { "<div><div>a</div><div>b</div></div>", "a\n\nb" },
  { "Қазақстан ғылымы <b>ә ғ қ ң ө ұ ү һ і</b>", "Қазақстан ғылымы ә ғ қ ң ө ұ ү һ і" },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = ply_html_to_text (cases[i].source);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* What was read once is read the same again, and what is written is read back. */
static void
test_stable (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *tidy = ply_text_tidy (cases[i].text);
      g_autofree char *file = ply_text_to_file (cases[i].text);
      g_autofree char *back = ply_html_to_text (file);

      g_assert_cmpstr (tidy, ==, cases[i].text);
      g_assert_cmpstr (back, ==, cases[i].text);
    }
}

static void
test_hostile (void)
{
  g_autoptr (GString) deep = g_string_new (NULL);
  g_autoptr (GString) big = g_string_new ("<p>");
  g_autofree char *deep_text = NULL;
  g_autofree char *big_text = NULL;

  for (guint i = 0; i < 50000; i++)
    g_string_append (deep, "<b>");
  g_string_append (deep, "core");
  deep_text = ply_html_to_text (deep->str);
  g_assert_nonnull (deep_text);

  while (big->len < 3000000)
    g_string_append (big, "many words &amp; more ");
  big_text = ply_html_to_text (big->str);
  g_assert_cmpuint (strlen (big_text), >, 1000000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/interchange/html/cases", test_cases);
  g_test_add_func ("/interchange/html/stable", test_stable);
  g_test_add_func ("/interchange/html/hostile", test_hostile);
  return g_test_run ();
}
