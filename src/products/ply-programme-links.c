/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-programme-private.h"

#include <string.h>

/* An address longer than this is no help on paper; the link stays. */
#define ADDRESS_MAX 48

/* Recordings and feedback forms come after the event, logos are no text. */
static gboolean
is_printed (const PlyLink *link)
{
  return g_strcmp0 (link->type, "link") == 0 || g_strcmp0 (link->type, "attachment") == 0;
}

/* What a reader would type: "www.dfg.de". */
static char *
dup_short_address (const char *url)
{
  const char *scheme = strstr (url, "://");
  char *address = g_strdup (scheme != NULL ? scheme + strlen ("://") : url);
  gsize length = strlen (address);

  if (length > 0 && address[length - 1] == '/')
    address[length - 1] = '\0';
  return address;
}

static void
add_link (PlyProgramme *self, PlyBlock *paragraph, const PlyLink *link)
{
  g_autofree char *address = dup_short_address (link->url);
  PlySpan span = { .uri = link->url, .record = link->record.id, .field = "url" };
  gboolean titled = ply_edition_add_field (self->edition, paragraph, link, "title", &span);

  if (titled && strlen (address) > ADDRESS_MAX)
    return;
  if (titled)
    ply_block_add_text (paragraph, ": ", NULL);
  ply_block_add_text (paragraph, address, &span);
}

void
ply_programme_add_links (PlyProgramme *self, PlyBlock *parent, gconstpointer session_or_talk)
{
  const PlyRecord *record = session_or_talk;
  GPtrArray *links =
      ply_snapshot_get_children (self->edition->snapshot, PLY_KIND_LINK,
                                 record->kind == PLY_KIND_SESSION ? "session" : "talk", record->id);
  PlyBlock *paragraph = NULL;

  for (guint i = 0; i < links->len; i++)
    {
      const PlyLink *link = links->pdata[i];

      if (!is_printed (link) || link->url == NULL)
        continue;
      if (paragraph == NULL)
        paragraph = ply_block_append (parent, ply_paragraph_new ("meta"));
      else
        ply_block_add_text (paragraph, "\u00a0· ", NULL);
      add_link (self, paragraph, link);
    }
}
