/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "ply-style.h"

G_BEGIN_DECLS

/* The content tree: what is to be printed, without any page in it. A document owns named styles and
 * a tree of blocks. Blocks are made by the functions below and handed to a parent, which owns them
 * from then on; a block never appended is freed with ply_block_free(). Texts are UTF-8 and copied;
 * what is not valid UTF-8 is mended, control characters are dropped, "\n" breaks the line.
 * A tree may be built in any thread, by one at a time; once it is laid out it must not change. */

typedef struct _PlyDocument PlyDocument;
typedef struct _PlyBlock PlyBlock;

/* ---- Document ---- */

/* Paper and margins in points. With @mirrored, left (even) pages have the inner margin right. */
typedef struct
{
  double width, height;
  double inner, outer, top, bottom;
  gboolean mirrored;
  double grid;     /* points from one grid line to the next */
  double head_gap; /* from the top of the text area up to the running head's baseline */
  double foot_gap; /* from the foot of the text area down to the running foot's baseline */
} PlyPageSetup;

/* The setup begins as A5 with a 6 pt grid; the style "default" exists: "Noto Serif" 9 pt, leading
 * two steps. Change what ply_document_get_style() returns to change it. */
PlyDocument *ply_document_new (const char *title, const char *language);
PlyDocument *ply_document_ref (PlyDocument *self);
void ply_document_unref (PlyDocument *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlyDocument, ply_document_unref)

void ply_document_set_author (PlyDocument *self, const char *author);
void ply_document_set_subject (PlyDocument *self, const char *subject);
/* To be changed in place before layout. */
PlyPageSetup *ply_document_get_setup (PlyDocument *self);

/* A new style, a copy of @parent's as it is now ("default" when NULL), to be changed in place. An
 * existing one of that name is returned reset. Unknown names used in blocks fail the layout. */
PlyStyle *ply_document_add_style (PlyDocument *self, const char *name, const char *parent);
PlyStyle *ply_document_get_style (PlyDocument *self, const char *name);
/* Everything inherited; to be changed in place. */
PlyCharStyle *ply_document_add_char_style (PlyDocument *self, const char *name);

/* The top of the tree: a group to append to. */
PlyBlock *ply_document_get_body (PlyDocument *self);

/* ---- Running heads and feet ---- */

typedef enum
{
  PLY_RUNNING_HEAD,
  PLY_RUNNING_FOOT,
} PlyRunning;

typedef enum
{
  PLY_SIDE_LEFT = 1 << 0,  /* even pages (verso) */
  PLY_SIDE_RIGHT = 1 << 1, /* odd pages (recto) */
  PLY_SIDE_BOTH = PLY_SIDE_LEFT | PLY_SIDE_RIGHT,
} PlySides;

/* A line in the margin of every page but blank and bare ones. The three parts (any may be NULL) may
 * name, in braces: {page}; {first:NAME} and {last:NAME}, the mark of that name in force at the top
 * and at the foot of the page; {range:NAME}, both with a dash, or one when they are alike. @outer
 * is the outside margin's end where pages are mirrored, else right. What is too long is cut at a
 * word's end; @outer has precedence over @inner, this over @centre. */
void ply_document_set_running (PlyDocument *self, PlyRunning place, PlySides sides,
                               const char *style, const char *inner, const char *centre,
                               const char *outer);

/* ---- Any block ---- */

void ply_block_free (PlyBlock *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlyBlock, ply_block_free)

/* Gives @child to @self; returns @child, for building on. @self is a group, entry (its body), table
 * cell, list item or columns. */
PlyBlock *ply_block_append (PlyBlock *self, PlyBlock *child);
/* The record and field this block's text came from: asked back from the layout. Children without
 * their own have their parent's. */
void ply_block_set_origin (PlyBlock *self, const char *record, const char *field);
/* BCP 47; for the block and what is in it. */
void ply_block_set_language (PlyBlock *self, const char *language);
/* A name that links, contents and page references point at. Unique in the document. */
void ply_block_set_anchor (PlyBlock *self, const char *anchor);
/* From this block on the mark @name has this @text, for running heads. May be set for many names.
 */
void ply_block_set_mark (PlyBlock *self, const char *name, const char *text);
/* Not broken over pages where a page can hold it. */
void ply_block_set_keep_together (PlyBlock *self, gboolean keep);
void ply_block_set_keep_with_next (PlyBlock *self, gboolean keep);
/* Space around the block in steps, beside what its styles ask for (the larger counts). */
void ply_block_set_space (PlyBlock *self, guint before, guint after);

/* ---- Text ---- */

typedef enum
{
  PLY_ROLE_PARAGRAPH, /* P */
  PLY_ROLE_NOTE,      /* Note */
  PLY_ROLE_CAPTION,   /* Caption */
  PLY_ROLE_ARTIFACT,  /* not read aloud */
} PlyRole;

PlyBlock *ply_paragraph_new (const char *style);
/* A paragraph with one text, for the many simple cases. */
PlyBlock *ply_paragraph_new_text (const char *style, const char *text);
void ply_paragraph_set_role (PlyBlock *self, PlyRole role);
/* A paragraph tagged H1 to H3 (@level 1 to 3) that stands in the outline with its own text. It is
 * kept with what follows. @anchor may be NULL. */
PlyBlock *ply_heading_new (const char *style, guint level, const char *anchor);

/* What is particular about a run of text; zero or NULL for nothing. Copied. */
typedef struct
{
  const char *style;    /* a character style */
  const char *language; /* BCP 47 */
  const char *anchor;   /* link to this anchor */
  const char *uri;      /* link to this address */
  const char *contents; /* the link in words for those who do not see it; NULL: the text */
  const char *record;   /* origin, like ply_block_set_origin() */
  const char *field;
  gboolean no_break; /* stays on one line if the line can hold it */
} PlySpan;

/* @self is a paragraph or heading. Empty text adds nothing. */
void ply_block_add_text (PlyBlock *self, const char *text, const PlySpan *span);
/* The number of the page on which @anchor stands, a link to it. "?" and a warning when there is no
 * such anchor. */
void ply_block_add_page_ref (PlyBlock *self, const char *anchor, const PlySpan *span);
/* The pages of several anchors, each once, in order, with @separator between (", "): for indexes.
 * Three and more in a row become a range. Each is a link. NULL-terminated. */
void ply_block_add_page_list (PlyBlock *self, const char *const *anchors, const char *separator,
                              const PlySpan *span);

/* ---- Groups ---- */

/* Blocks one after the other; with @section a Sect in the tags. */
PlyBlock *ply_group_new (gboolean section);
/* The pages this block stands on have no running heads or feet (title page). */
void ply_block_set_bare_page (PlyBlock *self, gboolean bare);

/* A hanging row: @label (a paragraph, taken; may be NULL) in its own column, @hang points wide, and
 * a body that ply_block_append() fills. The first baselines of both agree. */
PlyBlock *ply_entry_new (double hang, PlyBlock *label);
/* A coloured bar, @width points wide, between label and body, as long as the body, over pages too.
 * @gap lies between bar and body, inside @hang. */
void ply_entry_set_bar (PlyBlock *self, guint32 colour, double width, double gap);

/* Balanced columns; for indexes and directories. Takes paragraphs, headings and groups of them. */
PlyBlock *ply_columns_new (guint n_columns, double gap);

/* A list; every item has its own label ("•", "1."), hung @indent points wide. */
PlyBlock *ply_list_new (double indent);
/* Returns the item's body (owned by the list). @style sets the label. */
PlyBlock *ply_list_add_item (PlyBlock *self, const char *style, const char *label);

/* ---- Contents ---- */

PlyBlock *ply_contents_new (void);
/* A line of the contents: returns its paragraph (owned by the contents), to be given its text;
 * leader dots and page number follow by themselves, all a link to @anchor. @level 1 and deeper;
 * indents are the style's. */
PlyBlock *ply_contents_add (PlyBlock *self, const char *style, guint level, const char *anchor);

/* ---- Tables ---- */

typedef struct
{
  double width; /* points; 0: takes a share of what is left */
  double flex;  /* the share; 0 counts as 1 */
} PlyTableColumn;

/* Head rows are repeated on each page; body rows are never broken unless taller than a page. */
PlyBlock *ply_table_new (const PlyTableColumn *columns, guint n_columns);
/* @gap: space between columns; @padding: grid steps above and below each row; @rule: thickness of
 * the lines between rows, 0 for none. */
void ply_table_set_look (PlyBlock *self, double gap, guint padding, double rule, guint32 colour);
/* Returns the row (owned by the table); ply_table_row_add_cell() must fill each column. */
PlyBlock *ply_table_add_row (PlyBlock *self, gboolean head);
/* Returns the cell (owned by the row), to append blocks to. */
PlyBlock *ply_table_row_add_cell (PlyBlock *row);

/* ---- Pages, space, pictures ---- */

typedef enum
{
  PLY_BREAK_PAGE,
  PLY_BREAK_RECTO, /* the next right (odd) page, a blank one between if need be */
  PLY_BREAK_VERSO,
} PlyBreakKind;

PlyBlock *ply_page_break_new (PlyBreakKind kind);
PlyBlock *ply_space_new (guint steps);
/* All the space that is left on the page, shared by its fills. Only at the top level or in groups.
 */
PlyBlock *ply_fill_new (void);
/* Over the whole width; takes one step. */
PlyBlock *ply_rule_new (double thickness, guint32 colour);
/* PNG or JPEG. Fitted into @max_width x @max_height points (0: the width there is; never enlarged
 * beyond them), keeping its shape. @alt describes it to those who do not see it; NULL for mere
 * ornament. A picture that cannot be read gives a warning and is left out. */
PlyBlock *ply_image_new (GBytes *data, double max_width, double max_height, const char *alt);
void ply_image_set_align (PlyBlock *self, PlyAlign align);

G_END_DECLS
