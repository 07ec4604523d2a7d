/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-record.h"

G_BEGIN_DECLS

/* What pages and editors call each kind of record. All translated, borrowed unless "dup". */

/* "Sessions" */
const char *ply_record_words_title (PlyKind kind);
const char *ply_record_words_icon (PlyKind kind);
/* "Add Session" */
const char *ply_record_words_add (PlyKind kind);
/* What a new record is called until it has a name: "New Session". */
const char *ply_record_words_new (PlyKind kind);
/* "No Sessions Yet" and what to do about it. */
const char *ply_record_words_empty (PlyKind kind);
const char *ply_record_words_empty_hint (PlyKind kind);
/* "12 sessions" */
char *ply_record_words_dup_count (PlyKind kind, guint n);
/* "3 sessions deleted" */
char *ply_record_words_dup_deleted (PlyKind kind, guint n);

G_END_DECLS
