/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-html-text.h"

#include "ply-xml.h"

#include <libxml/HTMLparser.h>
#include <stdlib.h>
#include <string.h>

/* Beyond it the text is taken as it is: no abstract, and long text costs the parser dearly. */
#define HTML_MAX 2000000
/* Deeper than any page: the rest of such a branch is taken as bare text. */
#define DEPTH_MAX 150

/* What stands between two pieces of text. */
typedef enum
{
  GAP_NONE,
  GAP_LINE,
  GAP_PARAGRAPH,
} Gap;

typedef struct
{
  GString *out;
  Gap gap;
  gboolean space;
  gboolean keep_lines; /* line ends mean what they say, for there are no paragraphs in tags */
  guint lists;         /* open ones */
  guint preformatted;
  guint depth;
  gboolean after_bullet;
} Writer;

/* Sorted for bsearch(). */
static const char *const known_tags[] = {
  "a",      "abbr",    "acronym", "address", "article", "aside", "b",    "big",        "blockquote",
  "body",   "br",      "caption", "center",  "cite",    "code",  "col",  "colgroup",   "dd",
  "del",    "details", "dfn",     "div",     "dl",      "dt",    "em",   "figcaption", "figure",
  "font",   "footer",  "h1",      "h2",      "h3",      "h4",    "h5",   "h6",         "head",
  "header", "hr",      "html",    "i",       "iframe",  "img",   "ins",  "kbd",        "li",
  "link",   "main",    "mark",    "menu",    "meta",    "nav",   "ol",   "p",          "pre",
  "q",      "s",       "samp",    "script",  "section", "small", "span", "strike",     "strong",
  "style",  "sub",     "summary", "sup",     "table",   "tbody", "td",   "tfoot",      "th",
  "thead",  "time",    "title",   "tr",      "tt",      "u",     "ul",   "var",
};
static const char *const block_tags[] = {
  "address", "article", "aside",  "blockquote", "center", "details", "div",
  "dl",      "figure",  "footer", "h1",         "h2",     "h3",      "h4",
  "h5",      "h6",      "header", "hr",         "main",   "menu",    "nav",
  "ol",      "p",       "pre",    "section",    "table",  "ul",      NULL,
};
static const char *const line_tags[] = {
  "caption", "dd", "dt", "figcaption", "li", "summary", "tr", NULL,
};
static const char *const silent_tags[] = { "head", "link", "meta", "script", "style", NULL };

static void write_nodes (Writer *writer, const xmlNode *node);

static int
compare_names (const void *name, const void *entry)
{
  return strcmp (name, *(const char *const *) entry);
}

/* The name of the known tag that begins at @at, which is a "<"; FALSE when none does. */
static gboolean
tag_at (const char *at, char name[16])
{
  gsize length = 0;

  at++;
  if (*at == '/')
    at++;
  while (g_ascii_isalnum (at[length]) && length < 15)
    {
      name[length] = g_ascii_tolower (at[length]);
      length++;
    }
  name[length] = '\0';
  if (at[length] != '>' && at[length] != '/' && !g_ascii_isspace (at[length]))
    return FALSE;
  return bsearch (name, known_tags, G_N_ELEMENTS (known_tags), sizeof (char *), compare_names)
         != NULL;
}

static gboolean
has_entity (const char *text)
{
  for (const char *at = strchr (text, '&'); at != NULL; at = strchr (at + 1, '&'))
    {
      const char *end = at + 1;

      if (*end == '#')
        end++;
      while (g_ascii_isalnum (*end))
        end++;
      if (*end == ';' && end - at > 2)
        return TRUE;
    }
  return FALSE;
}

/* The source with every "<" escaped that begins no tag of HTML, so that the parser loses nothing;
 * says whether there are tags at all and whether some make lines or paragraphs. */
static char *
protect (const char *source, gboolean *has_tags, gboolean *has_blocks)
{
  GString *safe = g_string_sized_new (strlen (source) + 64);
  char name[16];

  *has_tags = *has_blocks = FALSE;
  for (const char *at = source; *at != '\0'; at++)
    {
      if (*at != '<' || g_str_has_prefix (at, "<!--"))
        g_string_append_c (safe, *at);
      else if (tag_at (at, name))
        {
          *has_tags = TRUE;
          if (g_strv_contains (block_tags, name) || strcmp (name, "br") == 0)
            *has_blocks = TRUE;
          g_string_append_c (safe, '<');
        }
      else
        g_string_append (safe, "&lt;");
    }
  return g_string_free_and_steal (safe);
}

static void
ask_gap (Writer *writer, Gap gap)
{
  writer->gap = MAX (writer->gap, gap);
  writer->space = FALSE;
}

static void
flush_gap (Writer *writer)
{
  if (writer->out->len > 0 && !writer->after_bullet)
    {
      if (writer->gap == GAP_PARAGRAPH)
        g_string_append (writer->out, "\n\n");
      else if (writer->gap == GAP_LINE)
        g_string_append_c (writer->out, '\n');
      else if (writer->space)
        g_string_append_c (writer->out, ' ');
    }
  writer->gap = GAP_NONE;
  writer->space = FALSE;
  writer->after_bullet = FALSE;
}

static void
write_space (Writer *writer, char c)
{
  if (c == '\n' && (writer->preformatted > 0 || writer->keep_lines))
    ask_gap (writer, writer->gap == GAP_NONE ? GAP_LINE : GAP_PARAGRAPH);
  else if (writer->preformatted > 0 && writer->out->len > 0
           && (writer->gap != GAP_NONE || writer->space))
    {
      /* Indentation must survive every later trimming. */
      flush_gap (writer);
      g_string_append (writer->out, "\u00a0");
    }
  else
    writer->space = TRUE;
}

static void
write_text (Writer *writer, const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    if (g_ascii_isspace (*at))
      write_space (writer, *at);
    else
      {
        if (writer->gap != GAP_NONE || writer->space || writer->after_bullet)
          flush_gap (writer);
        g_string_append_c (writer->out, *at);
      }
}

/* The address without what readers leave out of it. */
static char *
bare_address (const char *address)
{
  static const char *const prefixes[] = { "https://", "http://", "mailto:", "www." };
  g_autofree char *trimmed = g_strstrip (g_strdup (address));
  const char *start = trimmed;
  char *bare;

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_has_prefix (start, prefixes[i]))
      start += strlen (prefixes[i]);
  bare = g_ascii_strdown (start, -1);
  if (g_str_has_suffix (bare, "/"))
    bare[strlen (bare) - 1] = '\0';
  return bare;
}

/* @start: where the link's words begin in what was written. */
static void
write_address (Writer *writer, const char *address, gsize start)
{
  const char *words = start < writer->out->len ? writer->out->str + start : "";
  g_autofree char *bare_words = bare_address (words);
  g_autofree char *bare = bare_address (address);

  if (*bare == '\0' || *bare == '#' || g_str_has_prefix (bare, "javascript:")
      || strcmp (bare, bare_words) == 0)
    return;
  if (*bare_words == '\0')
    {
      write_text (writer, address);
      return;
    }
  write_text (writer, " (");
  write_text (writer, g_str_has_prefix (address, "mailto:") ? address + 7 : address);
  write_text (writer, ")");
}

static void
write_link (Writer *writer, const xmlNode *node, const char *attribute)
{
  xmlChar *address = xmlGetNoNsProp (node, (const xmlChar *) attribute);
  gsize start;

  /* What separates the words from the text before is not part of them. */
  if (writer->out->len > 0 && node->children != NULL && node->children->type == XML_TEXT_NODE
      && !g_ascii_isspace (*(const char *) node->children->content)
      && *(const char *) node->children->content != '\0')
    flush_gap (writer);
  start = writer->out->len;
  write_nodes (writer, node->children);
  if (address != NULL)
    {
      g_autofree char *trimmed = g_strstrip (g_strdup ((const char *) address));

      write_address (writer, trimmed, start);
    }
  xmlFree (address);
}

static void
write_attribute (Writer *writer, const xmlNode *node, const char *attribute)
{
  xmlChar *value = xmlGetNoNsProp (node, (const xmlChar *) attribute);

  if (value != NULL)
    write_text (writer, (const char *) value);
  xmlFree (value);
}

static guint
item_number (const xmlNode *item)
{
  guint number = 1;

  for (const xmlNode *before = item->prev; before != NULL; before = before->prev)
    if (before->type == XML_ELEMENT_NODE && strcmp ((const char *) before->name, "li") == 0)
      number++;
  return number;
}

static void
write_item (Writer *writer, const xmlNode *node)
{
  ask_gap (writer, GAP_LINE);
  flush_gap (writer);
  if (node->parent != NULL && strcmp ((const char *) node->parent->name, "ol") == 0)
    g_string_append_printf (writer->out, "%u. ", item_number (node));
  else
    g_string_append (writer->out, "• ");
  writer->after_bullet = TRUE;
  write_nodes (writer, node->children);
  ask_gap (writer, GAP_LINE);
}

static void
write_block (Writer *writer, const xmlNode *node, Gap gap)
{
  const char *name = (const char *) node->name;
  gboolean is_list = strcmp (name, "ul") == 0 || strcmp (name, "ol") == 0;
  gboolean is_pre = strcmp (name, "pre") == 0;

  if (writer->lists > 0)
    gap = GAP_LINE;
  ask_gap (writer, gap);
  writer->lists += is_list;
  writer->preformatted += is_pre;
  write_nodes (writer, node->children);
  writer->lists -= is_list;
  writer->preformatted -= is_pre;
  ask_gap (writer, gap);
}

static void
write_element (Writer *writer, const xmlNode *node)
{
  const char *name = (const char *) node->name;

  if (g_strv_contains (silent_tags, name))
    return;
  if (strcmp (name, "br") == 0)
    ask_gap (writer, writer->gap == GAP_NONE ? GAP_LINE : GAP_PARAGRAPH);
  else if (strcmp (name, "a") == 0)
    write_link (writer, node, "href");
  else if (strcmp (name, "iframe") == 0)
    write_link (writer, node, "src");
  else if (strcmp (name, "img") == 0)
    write_attribute (writer, node, "alt");
  else if (strcmp (name, "li") == 0)
    write_item (writer, node);
  /* The parser itself puts text without tags into a paragraph. */
  else if (g_strv_contains (block_tags, name) && !(writer->keep_lines && strcmp (name, "p") == 0))
    write_block (writer, node, GAP_PARAGRAPH);
  else if (g_strv_contains (line_tags, name))
    write_block (writer, node, GAP_LINE);
  else
    {
      write_nodes (writer, node->children);
      if (strcmp (name, "td") == 0 || strcmp (name, "th") == 0)
        writer->space = TRUE;
    }
}

static void
write_nodes (Writer *writer, const xmlNode *node)
{
  writer->depth++;
  for (; node != NULL; node = node->next)
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
      write_text (writer, (const char *) node->content);
    else if (node->type == XML_ELEMENT_NODE && writer->depth <= DEPTH_MAX)
      write_element (writer, node);
    else if (node->type == XML_ELEMENT_NODE)
      {
        xmlChar *content = xmlNodeGetContent (node);

        write_text (writer, (const char *) content);
        xmlFree (content);
      }
  writer->depth--;
}

static char *
html_to_text (const char *html, gboolean keep_lines)
{
  htmlDocPtr document;
  Writer writer = { .out = g_string_new (NULL), .keep_lines = keep_lines };

  ply_xml_init ();
  document = htmlReadMemory (html, strlen (html), NULL, "UTF-8",
                             HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING
                                 | HTML_PARSE_NONET);
  if (document != NULL)
    {
      write_nodes (&writer, xmlDocGetRootElement (document));
      xmlFreeDoc (document);
    }
  return g_string_free_and_steal (writer.out);
}

/* Markdown lists and the like must keep their lines. */
static gboolean
begins_item (const char *line)
{
  while (g_ascii_isdigit (*line))
    line++;
  return strchr ("*-+.)#>|", *line) != NULL || g_str_has_prefix (line, "•");
}

static char *
unify_line_ends (const char *source)
{
  GString *text = g_string_new (source);

  g_string_replace (text, "\r\n", "\n", 0);
  g_string_replace (text, "\r", "\n", 0);
  return g_string_free_and_steal (text);
}

char *
ply_text_tidy (const char *source)
{
  g_auto (GStrv) lines = g_strsplit (source, "\n", -1);
  GString *out = g_string_new (NULL);
  Gap gap = GAP_NONE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      gboolean indented = lines[i][0] == '\t' || g_str_has_prefix (lines[i], "    ");
      char *line = g_strstrip (lines[i]);

      if (*line == '\0')
        {
          gap = GAP_PARAGRAPH;
          continue;
        }
      if (out->len > 0 && gap == GAP_PARAGRAPH)
        g_string_append (out, "\n\n");
      else if (out->len > 0)
        g_string_append_c (out, indented && !begins_item (line) ? ' ' : '\n');
      g_string_append (out, line);
      gap = GAP_NONE;
    }
  return g_string_free_and_steal (out);
}

char *
ply_html_to_text (const char *source)
{
  g_autofree char *unified = NULL;
  g_autofree char *safe = NULL;
  g_autofree char *once = NULL;
  g_autofree char *safe_again = NULL;
  gboolean has_tags, has_blocks;

  g_return_val_if_fail (source != NULL, NULL);

  unified = unify_line_ends (source);
  if (strlen (unified) > HTML_MAX)
    return g_strstrip (g_steal_pointer (&unified));
  safe = protect (unified, &has_tags, &has_blocks);
  if (!has_tags && !has_entity (unified))
    return ply_text_tidy (unified);
  once = html_to_text (safe, !has_blocks);
  if (has_tags)
    return g_steal_pointer (&once);

  /* Escaped twice: only now do the tags show. */
  safe_again = protect (once, &has_tags, &has_blocks);
  return has_tags ? html_to_text (safe_again, !has_blocks) : ply_text_tidy (once);
}
