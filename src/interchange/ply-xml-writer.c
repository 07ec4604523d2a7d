/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-xml-writer.h"

#include "ply-html-text.h"

#include <libxml/uri.h>
#include <string.h>

/* https://www.w3.org/TR/xml/#charsets */
static gboolean
is_xml_char (gunichar c)
{
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0xD7FF)
         || (c >= 0xE000 && c <= 0xFFFD) || (c >= 0x10000 && c <= 0x10FFFF);
}

void
ply_xml_append_escaped (GString *xml, const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == '&')
        g_string_append (xml, "&amp;");
      else if (c == '<')
        g_string_append (xml, "&lt;");
      else if (c == '>')
        g_string_append (xml, "&gt;");
      else if (c == '"')
        g_string_append (xml, "&quot;");
      else if (c == '\r')
        g_string_append (xml, "&#13;");
      else if (is_xml_char (c))
        g_string_append_unichar (xml, c);
    }
}

void
ply_xml_append_attribute (GString *xml, const char *name, const char *text)
{
  if (text == NULL)
    return;
  g_string_append_printf (xml, " %s=\"", name);
  ply_xml_append_escaped (xml, text);
  g_string_append_c (xml, '"');
}

void
ply_xml_append_element (GString *xml, guint indent, const char *name, const char *text)
{
  if (text == NULL)
    return;
  g_string_append_printf (xml, "%*s<%s", indent, "", name);
  if (*text == '\0')
    {
      g_string_append (xml, "/>\n");
      return;
    }
  g_string_append_c (xml, '>');
  ply_xml_append_escaped (xml, text);
  g_string_append_printf (xml, "</%s>\n", name);
}

gboolean
ply_xml_is_web_address (const char *text)
{
  g_autofree char *plain = NULL;
  xmlURI *uri;

  if (text == NULL || !(g_str_has_prefix (text, "http://") || g_str_has_prefix (text, "https://")))
    return FALSE;
  /* Schemas allow what an address would have to escape, and judge the rest. */
  plain = g_strdup (text);
  for (char *at = plain; *at != '\0'; at++)
    if ((guchar) *at < 32 || (guchar) *at >= 127 || strchr (" <>\"{}|\\^`", *at) != NULL)
      *at = '_';
  uri = xmlParseURI (plain);
  xmlFreeURI (uri);
  return uri != NULL && strpbrk (text, " \t\r\n") == NULL;
}

static char *
text_to_html (const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  GString *html = g_string_new ("<p>");

  g_string_append (html, escaped);
  g_string_replace (html, "\n\n", "</p><p>", 0);
  g_string_replace (html, "\n", "<br>", 0);
  g_string_append (html, "</p>");
  return g_string_free_and_steal (html);
}

char *
ply_text_to_file (const char *text)
{
  g_autofree char *tidy = NULL;
  g_autofree char *read_back = NULL;

  if (text == NULL)
    return NULL;
  tidy = ply_text_tidy (text);
  read_back = ply_html_to_text (tidy);
  return strcmp (tidy, read_back) == 0 ? g_steal_pointer (&tidy) : text_to_html (tidy);
}
