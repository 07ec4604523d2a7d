/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-xml.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

#if LIBXML_VERSION >= 21200
typedef const xmlError FoundError;
#else
typedef xmlError FoundError;
#endif

/* The first thing that was wrong, kept in the parser context. */
typedef struct
{
  int code;
  int line;
  char *message;
  char *entity; /* declared in the document */
} Fault;

static void
fault_clear (Fault *fault)
{
  g_free (fault->message);
  g_free (fault->entity);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fault, fault_clear)

static gboolean
is_encoding_fault (int code)
{
  return code == XML_ERR_INVALID_ENCODING || code == XML_ERR_UNSUPPORTED_ENCODING
         || code == XML_ERR_UNKNOWN_ENCODING || code == XML_ERR_INVALID_CHAR
         || code == XML_I18N_CONV_FAILED || code == XML_I18N_NO_HANDLER;
}

static void
report_fault (const Fault *fault, const char *display_name, GError **error)
{
  if (fault->entity != NULL)
    ply_interchange_set_error (
        error, PLY_INTERCHANGE_ERROR_UNSAFE, display_name, fault->line,
        /* Translators: %s is a name, without the signs around it */
        _ ("the file defines an entity of its own, “%s”, which schedules never need and attacks "
           "do; remove the DOCTYPE lines if you trust it"),
        fault->entity);
  else if (is_encoding_fault (fault->code))
    ply_interchange_set_error (
        error, PLY_INTERCHANGE_ERROR_INVALID, display_name, fault->line,
        /* Translators: %s is the XML parser's own English message */
        _ ("the text is not in the encoding that the first line names (%s); save the file as "
           "UTF-8"),
        fault->message);
  else
    ply_interchange_set_error (
        error, PLY_INTERCHANGE_ERROR_INVALID, display_name, fault->line,
        /* Translators: %s is the XML parser's own English message */
        _ ("this is not well-formed XML: %s; export the file again where it came from"),
        fault->message != NULL ? fault->message : "?");
}

static void
structured_error_cb (void *context, FoundError *found)
{
  Fault *fault = ((xmlParserCtxt *) context)->_private;

  /* What concerns namespaces only does not hinder reading. An entity that only a file not loaded
   * could define is a warning to the parser, and a hole in the text. */
  if (fault->code != 0 || found->domain == XML_FROM_NAMESPACE
      || (found->level < XML_ERR_ERROR && found->code != XML_WAR_UNDECLARED_ENTITY))
    return;
  fault->code = found->code;
  fault->line = found->line;
  fault->message = ply_text_collapse (found->message != NULL ? found->message : "");
}

static void
entity_declared_cb (void *context, const xmlChar *name, int type, const xmlChar *public_id,
                    const xmlChar *system_id, xmlChar *content)
{
  xmlParserCtxt *parser = context;
  Fault *fault = parser->_private;

  if (fault->entity == NULL)
    {
      fault->entity = g_strdup ((const char *) name);
      fault->line = parser->input != NULL ? parser->input->line : 0;
      fault->code = XML_ERR_INTERNAL_ERROR;
    }
  xmlStopParser (parser);
}

/* Programs print blank lines before the declaration, where XML wants none: they are put behind it,
 * so that every line keeps its number. */
static GBytes *
move_declaration (GBytes *input)
{
  gsize size;
  const char *data = g_bytes_get_data (input, &size);
  gsize blank = 0;
  const char *end;
  g_autoptr (GByteArray) moved = NULL;

  while (blank < size && g_ascii_isspace (data[blank]))
    blank++;
  if (blank == 0 || size - blank < 5 || memcmp (data + blank, "<?xml", 5) != 0)
    return g_bytes_ref (input);
  end = g_strstr_len (data + blank, MIN (size - blank, 1000), "?>");
  if (end == NULL)
    return g_bytes_ref (input);
  end += 2;
  moved = g_byte_array_sized_new (size);
  g_byte_array_append (moved, (const guint8 *) data + blank, end - (data + blank));
  g_byte_array_append (moved, (const guint8 *) data, blank);
  g_byte_array_append (moved, (const guint8 *) end, size - (end - data));
  return g_byte_array_free_to_bytes (g_steal_pointer (&moved));
}

static xmlDoc *
read_document (GBytes *input, Fault *fault)
{
  xmlParserCtxt *parser = xmlNewParserCtxt ();
  xmlDoc *document;

  parser->_private = fault;
  parser->sax->serror = structured_error_cb;
  parser->sax->entityDecl = entity_declared_cb;
  document = xmlCtxtReadMemory (parser, g_bytes_get_data (input, NULL), g_bytes_get_size (input),
                                NULL, NULL,
                                XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_NOERROR
                                    | XML_PARSE_NOWARNING | XML_PARSE_BIG_LINES);
  xmlFreeParserCtxt (parser);
  return document;
}

void
ply_xml_init (void)
{
  static gsize done = 0;

  if (g_once_init_enter (&done))
    {
      xmlInitParser ();
      g_once_init_leave (&done, 1);
    }
}

xmlDoc *
ply_xml_parse (GBytes *input, const char *display_name, GError **error)
{
  g_auto (Fault) fault = { 0 };
  g_autoptr (GBytes) tidy = NULL;
  xmlDoc *document;

  g_return_val_if_fail (input != NULL && display_name != NULL, NULL);

  if (g_bytes_get_size (input) == 0)
    {
      ply_interchange_set_error (error, PLY_INTERCHANGE_ERROR_INVALID, display_name, 0,
                                 _ ("the file is empty; export it again where it came from"));
      return NULL;
    }
  if (g_bytes_get_size (input) > G_MAXINT)
    {
      ply_interchange_set_error (error, PLY_INTERCHANGE_ERROR_INVALID, display_name, 0,
                                 _ ("the file is larger than 2 GiB, which no schedule is"));
      return NULL;
    }
  ply_xml_init ();
  tidy = move_declaration (input);
  document = read_document (tidy, &fault);
  if (document == NULL || fault.entity != NULL || fault.code == XML_WAR_UNDECLARED_ENTITY
      || xmlDocGetRootElement (document) == NULL)
    {
      report_fault (&fault, display_name, error);
      g_clear_pointer (&document, xmlFreeDoc);
    }
  return document;
}

int
ply_xml_line (const xmlNode *node)
{
  return node != NULL ? (int) xmlGetLineNo (node) : 0;
}

gboolean
ply_xml_is (const xmlNode *node, const char *name)
{
  return node != NULL && node->type == XML_ELEMENT_NODE
         && strcmp ((const char *) node->name, name) == 0;
}

static xmlNode *
element_from (xmlNode *node)
{
  while (node != NULL && node->type != XML_ELEMENT_NODE)
    node = node->next;
  return node;
}

xmlNode *
ply_xml_first (const xmlNode *parent)
{
  return parent != NULL ? element_from (parent->children) : NULL;
}

xmlNode *
ply_xml_next (const xmlNode *node)
{
  return element_from (node->next);
}

xmlNode *
ply_xml_find (const xmlNode *parent, const char *name)
{
  for (xmlNode *node = ply_xml_first (parent); node != NULL; node = ply_xml_next (node))
    if (ply_xml_is (node, name))
      return node;
  return NULL;
}

char *
ply_xml_dup_text (const xmlNode *node)
{
  xmlChar *content = xmlNodeGetContent (node);
  char *text = g_strdup (content != NULL ? (const char *) content : "");

  xmlFree (content);
  return text;
}

char *
ply_text_collapse (const char *text)
{
  GString *line = g_string_new (NULL);
  gboolean space = FALSE;

  for (const char *at = text; *at != '\0'; at++)
    {
      if (g_ascii_isspace (*at))
        {
          space = TRUE;
          continue;
        }
      if (space && line->len > 0)
        g_string_append_c (line, ' ');
      space = FALSE;
      g_string_append_c (line, *at);
    }
  return g_string_free_and_steal (line);
}

char *
ply_xml_dup_line (const xmlNode *node)
{
  g_autofree char *text = ply_xml_dup_text (node);

  return ply_text_collapse (text);
}

char *
ply_xml_dup_attribute (const xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetNoNsProp (node, (const xmlChar *) name);
  char *line = value != NULL ? ply_text_collapse ((const char *) value) : NULL;

  xmlFree (value);
  return line;
}

char *
ply_xml_dup_source (xmlNode *node)
{
  xmlBuffer *buffer = xmlBufferCreate ();
  char *source;

  xmlNodeDump (buffer, node->doc, node, 0, 0);
  source = g_strdup ((const char *) xmlBufferContent (buffer));
  xmlBufferFree (buffer);
  return source;
}
