/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Writing well-formed XML: characters that XML 1.0 has no place for are left out. */
void ply_xml_append_escaped (GString *xml, const char *text);
/* " name='text'"; nothing when @text is NULL. */
void ply_xml_append_attribute (GString *xml, const char *name, const char *text);
/* A line with the whole element; NULL @text leaves it out, "" makes it empty. */
void ply_xml_append_element (GString *xml, guint indent, const char *name, const char *text);

/* TRUE when an XML schema takes it as an address of the web (xs:anyURI, "https?://.*"). */
gboolean ply_xml_is_web_address (const char *text);
/* A text of paragraphs as ply_html_to_text() reads it back: as it is, or as HTML when it would be
 * taken for HTML. NULL gives NULL. */
char *ply_text_to_file (const char *text);

G_END_DECLS
