/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The text of an abstract that may be HTML, HTML escaped once more, or plain text or Markdown:
 * paragraphs separated by blank lines, list items as lines that begin with "• " or "1. ", links
 * followed by their address where their words do not show it, entities resolved. "<" that begins no
 * tag of HTML stays. Never NULL; "" when no text remains. */
char *ply_html_to_text (const char *source);
/* Plain text in the same form: lines trimmed, blank lines one at a time. A line that is indented
 * goes on with the one before: whoever wrote the file has wrapped it, not ended it. Never NULL. */
char *ply_text_tidy (const char *source);

G_END_DECLS
