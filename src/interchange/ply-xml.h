/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <libxml/tree.h>

#include "ply-interchange-error.h"

G_BEGIN_DECLS

/* XML from anywhere, read safely: no network, no external files, no entities but the five that XML
 * itself defines, so that neither a bomb nor a file of this machine can hide in it. */

/* Before any other use of libxml2, which must not be set up by two threads at once. */
void ply_xml_init (void);

/* Free with xmlFreeDoc(). Errors: PLY_INTERCHANGE_ERROR with file and line. */
xmlDoc *ply_xml_parse (GBytes *input, const char *display_name, GError **error);

int ply_xml_line (const xmlNode *node);
gboolean ply_xml_is (const xmlNode *node, const char *name);
/* The first child element, and the next element beside @node; NULL at the end. */
xmlNode *ply_xml_first (const xmlNode *parent);
xmlNode *ply_xml_next (const xmlNode *node);
/* The first child element of that name; NULL when there is none. */
xmlNode *ply_xml_find (const xmlNode *parent, const char *name);

/* All text inside, as it stands; never NULL. */
char *ply_xml_dup_text (const xmlNode *node);
/* The same in one line: white space collapsed and trimmed; never NULL. */
char *ply_xml_dup_line (const xmlNode *node);
/* One line as well; NULL when there is no such attribute. */
char *ply_xml_dup_attribute (const xmlNode *node, const char *name);
/* The node as XML text. */
char *ply_xml_dup_source (xmlNode *node);
/* White space collapsed and trimmed. */
char *ply_text_collapse (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

G_END_DECLS
