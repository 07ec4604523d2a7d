/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-schedule-file.h"
#include "ply-xml.h"

G_BEGIN_DECLS

/* For the two files that read a schedule.xml: the file as a whole, and its events. */

typedef enum
{
  PLY_FILE_FORM_LINE,
  PLY_FILE_FORM_HTML,
} PlyFileForm;

/* An element or attribute and the member that takes its text. */
typedef struct
{
  const char *name;
  gsize offset;
  PlyFileForm form;
} PlyFileMember;

#define PLY_FILE_MEMBER(Struct, name_, member_, form_)                                             \
  { .name = name_, .offset = offsetof (Struct, member_), .form = PLY_FILE_FORM_##form_ }

const PlyFileMember *ply_file_find_member (const PlyFileMember *members, guint n_members,
                                           const char *name);
/* Takes @text; the first one wins that is not empty: wafer writes two abstracts. */
void ply_file_take_text (gpointer target, const PlyFileMember *member, char *text);
char *ply_file_dup_in_form (const xmlNode *node, PlyFileForm form);
/* What is not known is kept: as text, or as XML when there is more to it. */
void ply_file_keep_unknown (JsonObject **extra, xmlNode *node);
void ply_file_free_members (gpointer target, const PlyFileMember *members, guint n_members);

/* Without its day and room. */
PlyFileEvent *ply_file_event_read (xmlNode *node);
void ply_file_event_free (PlyFileEvent *event);

G_END_DECLS
