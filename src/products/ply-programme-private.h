/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-edition.h"
#include "ply-look.h"
#include "ply-programme.h"

G_BEGIN_DECLS

/* A programme while it is built; shared by the files ply-programme-*.c, which each build one part.
 */
typedef struct
{
  PlyEdition *edition; /* owned */
  const PlyPaper *paper;

  /* Options */
  gboolean by_room;
  gboolean abstracts;
  gboolean descriptions;
  gboolean links;
  gboolean with_speakers;
  gboolean with_institutions;

  /* What the parts know of each other */
  PlyBlock *contents;         /* lines are added as headings are made */
  gboolean by_hour;           /* days are long enough to be parted by hours */
  gboolean several_languages; /* sessions are held in more than one */
  GHashTable *track_colours;  /* id -> colour */
  GHashTable *people;         /* person id -> GPtrArray of anchors, in the order of the pages */
  GHashTable *institutions;   /* the same for institutions */
} PlyProgramme;

/* The title on the cover has the style "cover-title-STEP", a step of ply_paper_size(). */
#define PLY_COVER_STEP_MIN 2
#define PLY_COVER_STEP_MAX 7

/* Styles by these names exist: text, text-next, intro, section, above-day, day, day-title, room,
 * room-place, hour, session, talk, subtitle, meta, people, note, time, talk-time, break,
 * contents-1, contents-2, index-letter, index-entry, cover-*, imprint, head, foot. */
void ply_programme_add_styles (PlyProgramme *self);
/* The styles of abstracts and the like. */
extern const PlyTextStyles ply_programme_text;
/* Characters: name, place, lighter, role, cancelled, bold, and "track-ID" for each track. */

/* The cover, and the imprint on its back. */
void ply_programme_add_title_page (PlyProgramme *self);
/* The heading and the place of the contents. */
void ply_programme_add_contents (PlyProgramme *self);
/* A line of the contents. */
void ply_programme_add_contents_line (PlyProgramme *self, guint level, const char *anchor,
                                      const char *text, const char *time);
/* What the event is about; tracks and rooms. */
void ply_programme_add_introduction (PlyProgramme *self);
void ply_programme_add_days (PlyProgramme *self);
/* @level: of the session's heading, 1 to 3. */
void ply_programme_add_session (PlyProgramme *self, PlyBlock *parent, const PlySession *session,
                                guint level);
/* Who speaks in a session or talk, and who else takes part; institutions too. Notes them for the
 * indexes under @anchor. */
void ply_programme_add_speakers (PlyProgramme *self, PlyBlock *parent,
                                 gconstpointer session_or_talk, const char *anchor);
void ply_programme_add_others (PlyProgramme *self, PlyBlock *parent, gconstpointer session_or_talk,
                               const char *anchor);
/* The addresses that belong to a session or talk, in one line. */
void ply_programme_add_links (PlyProgramme *self, PlyBlock *parent, gconstpointer session_or_talk);
void ply_programme_add_indexes (PlyProgramme *self);

/* A heading that names what follows in the running heads and in the contents. @place: what the
 * outer head begins with; NULL for nothing. */
PlyBlock *ply_programme_add_section (PlyProgramme *self, const char *title, const char *anchor,
                                     const char *place, gboolean new_page);

/* Anchors; free them. */
char *ply_programme_anchor (gconstpointer record);

G_END_DECLS
