/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "ply-plan.h"

G_BEGIN_DECLS

/* What the tests of this folder share. */

GBytes *test_read_file (const char *path);
/* "schedules/NAME" under the fixtures; owned. */
char *test_fixture (const char *name);
/* Runs the import and fails the test when it fails. */
PlyPlan *test_import (GBytes *input, const PlySnapshot *existing);
PlySnapshot *test_import_fresh (GBytes *input);
PlySnapshot *test_empty_snapshot (void);
/* Every record is valid and every reference leads somewhere. */
void test_check_snapshot (const PlySnapshot *snapshot);
/* Valid by schedule.xml.xsd. */
void test_check_schema (GBytes *xml);
void test_print_plan (const PlyPlan *plan);
/* A remark contains @text. */
gboolean test_has_remark (const PlyPlan *plan, int line, const char *text);
/* The session of that title; fails when there is none. */
const PlySession *test_find_session (const PlySnapshot *snapshot, const char *title);

G_END_DECLS
