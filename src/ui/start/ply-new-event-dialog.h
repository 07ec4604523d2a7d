/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ply-plan.h"

G_BEGIN_DECLS

/* Asks what a new event is. Signal "ready" (PlyPlan *plan, const char *title): the answer; the plan
 * is the handler's. */

#define PLY_TYPE_NEW_EVENT_DIALOG (ply_new_event_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PlyNewEventDialog, ply_new_event_dialog, PLY, NEW_EVENT_DIALOG, AdwDialog)

AdwDialog *ply_new_event_dialog_new (void);

G_END_DECLS
