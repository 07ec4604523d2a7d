/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-plan.h"

/* Ids of the test event, readable by their last digits. */
#define TEST_EVENT "00000000-0000-4000-8000-000000000001"
#define TEST_DAY_1 "00000000-0000-4000-8000-000000000011"
#define TEST_DAY_2 "00000000-0000-4000-8000-000000000012"
#define TEST_ROOM "00000000-0000-4000-8000-000000000021"
#define TEST_OPENING "00000000-0000-4000-8000-000000000031"
#define TEST_PANEL "00000000-0000-4000-8000-000000000032"
#define TEST_UNPLACED "00000000-0000-4000-8000-000000000033"
#define TEST_TALK "00000000-0000-4000-8000-000000000041"
#define TEST_PERSON "00000000-0000-4000-8000-000000000051"
#define TEST_INSTITUTION "00000000-0000-4000-8000-000000000061"

/* Two days, a room, three sessions (one unplaced), a talk in the panel, one person of one
 * institution who chairs the opening and speaks in the panel's talk. */
PlyPlan *ply_test_event_plan (void);
PlySnapshot *ply_test_event_snapshot (void);
