/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-catalog.h"
#include "ply-collate.h"
#include "ply-content.h"
#include "ply-formatter.h"
#include "ply-snapshot.h"

G_BEGIN_DECLS

/* An event in one language, on its way into a document: what every product needs to take texts out
 * of records so that language, fallback and origin are right. Used by one thread at a time. */
typedef struct
{
  /* Borrowed */
  const PlySnapshot *snapshot;
  const PlyEvent *event;
  const char *base; /* the language of texts that are no translations */

  /* Owned */
  char *language; /* the one printed */
  PlyCatalog *words;
  PlyFormatter *format;
  PlyCollator *collator;
  PlyDocument *document;
} PlyEdition;

/* @language empty or NULL: the base language. @snapshot must have an event and outlive the edition;
 * the document bears the event's title. */
PlyEdition *ply_edition_new (const PlySnapshot *snapshot, const char *language);
void ply_edition_free (PlyEdition *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlyEdition, ply_edition_free)

/* The text to print: the translation, else the base text; NULL when unset. Borrowed. */
const char *ply_edition_get_text (const PlyEdition *self, gconstpointer record, const char *field);
/* The language that text is in, NULL when it is the edition's own: for hyphenation and for those
 * who have it read aloud. Texts of imported sessions are in the session's language. Borrowed. */
const char *ply_edition_get_text_language (const PlyEdition *self, gconstpointer record,
                                           const char *field);

/* Adds a field's text to a paragraph, with its language and origin; nothing when unset. @span may
 * be NULL; its language, record and field are filled in. */
gboolean ply_edition_add_field (const PlyEdition *self, PlyBlock *paragraph, gconstpointer record,
                                const char *field, const PlySpan *span);
/* A paragraph of one field; NULL when it is unset. */
PlyBlock *ply_edition_paragraph (const PlyEdition *self, const char *style, gconstpointer record,
                                 const char *field);
/* The styles of a long text: its first paragraph, those after a paragraph, and items of lists. */
typedef struct
{
  const char *first, *next, *item;
} PlyTextStyles;

/* Appends a long text as paragraphs and lists (ply-text-lines.h). FALSE when the field is unset. */
gboolean ply_edition_append_longtext (const PlyEdition *self, PlyBlock *parent,
                                      const PlyTextStyles *styles, gconstpointer record,
                                      const char *field);

/* The person's name as printed, with title; initials and titles do not part from the name. */
char *ply_edition_dup_name (const PlyEdition *self, const PlyPerson *person);
/* "Almaty, Kazakhstan"; NULL when neither is known. */
char *ply_edition_dup_place (const PlyEdition *self, gconstpointer record, const char *city_field,
                             const char *country);
/* "English and German" in the edition's language, of a list of tags; NULL when it is empty. */
char *ply_edition_dup_language_names (const PlyEdition *self, const char *tags);

G_END_DECLS
