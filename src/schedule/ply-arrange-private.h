/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-arrange.h"

G_BEGIN_DECLS

/* What the files of the edits share. */

/* A lane is the place of a room in the organizer's order, or one of these. */
#define PLY_LANE_ALL (-1)
#define PLY_LANE_NONE (-2)

/* The days and rooms in their order. */
typedef struct
{
  const PlySnapshot *snapshot;
  GPtrArray *days;  /* PlyDay */
  GPtrArray *rooms; /* PlyRoom */
} PlyFrame;

void ply_frame_init (PlyFrame *self, const PlySnapshot *snapshot);
void ply_frame_clear (PlyFrame *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlyFrame, ply_frame_clear)
/* -1: no such day. */
int ply_frame_find_day (const PlyFrame *self, const char *id);
/* A room that is not there is none. */
int ply_frame_find_lane (const PlyFrame *self, const char *room, gboolean all_rooms);
PlyPlace ply_frame_get_place (const PlyFrame *self, int day, gint64 start, int lane);
/* FALSE when the place names a day or room that is not there. */
gboolean ply_frame_has_place (const PlyFrame *self, const PlyPlace *place);

/* A session of a group and where it is. */
typedef struct
{
  const PlySession *session;
  int day;
  gint64 start;
  int lane;
  gboolean follows; /* not chosen: it goes along */
} PlyStand;

typedef struct
{
  PlyFrame frame;
  GArray *placed;      /* PlyStand */
  GPtrArray *unplaced; /* PlySession, as they were named */
} PlyGroup;

void ply_group_init (PlyGroup *self, const PlySnapshot *snapshot, const char *const *sessions);
void ply_group_clear (PlyGroup *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlyGroup, ply_group_clear)
/* Adds what follows @leader from @from on. */
void ply_group_add_followers (PlyGroup *self, const PlyStand *leader, gint64 from);
/* By how many of these minutes all of the group can go. */
gint64 ply_group_limit_minutes (const PlyGroup *self, gint64 minutes);

/* The latest start of a session of that length. */
gint64 ply_latest_start (gint64 duration);

/* What differs from where @session is, for it or for the copy @id. */
void ply_plan_place (PlyPlan *plan, const PlySession *session, const char *id,
                     const PlyPlace *place);
/* @plan, or NULL when it is empty; takes it. */
PlyPlan *ply_plan_or_null (PlyPlan *plan);

G_END_DECLS
