/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-fields.h"

G_BEGIN_DECLS

/* The id that the record has to have because it follows from what the record is about; NULL for
 * kinds whose ids are random, and as long as a field that it is made of is unset. */
char *ply_record_derive_id (gconstpointer record);

G_END_DECLS
