/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-history.h"
#include "ply-save.h"
#include "ply-schema.h"
#include "ply-store.h"
#include "ply-working-copy.h"

G_BEGIN_DECLS

/* Milliseconds since 1970. */
typedef gint64 (*PlyStoreClock) (void);

struct _PlyStore
{
  GObject parent_instance;

  /* Where it works; both NULL once it is closed. */
  PlyWorkingCopy *copy;
  PlyDb *db;
  const PlySchema *schema;
  guint file_version;
  gboolean read_only;
  gboolean recovered;
  gboolean precious; /* holds commands of an earlier run that are in no file yet */

  /* The history, as it stands in the database. */
  PlyHistoryState state;
  gboolean may_coalesce; /* the last thing that happened was a command */
  char *undo_label;
  char *redo_label;
  gboolean labels_known;

  PlySnapshot *loaded; /* what opening read, until the first change */
  gboolean durable;    /* the copied database has reached the disk */
  gboolean marked;     /* as unsaved */
  PlySave *saving;     /* on its way in a thread */

  /* Replaced by tests. */
  PlyStoreClock clock;
  gint64 history_max;
};

/* The public functions with another list of schema steps: what a later version will be. */
PlyStore *ply_store_open_with_schema (GFile *file, const PlySchema *schema, GError **error);

/* NULL unless it is open. */
PlyStore *ply_store_new (const PlySchema *schema);
/* PLY_STORE_ERROR_READ_ONLY, also once it is closed. */
gboolean ply_store_check_writable (PlyStore *self, GError **error);
/* The state is @state now: tells whoever listens. @changes may be NULL. */
void ply_store_set_state (PlyStore *self, const PlyHistoryState *state);
void ply_store_emit_changed (PlyStore *self, PlyStoreReason reason, const char *label,
                             GArray *changes);
void ply_store_notify_dirty (PlyStore *self);
void ply_store_notify_file (PlyStore *self);
void ply_store_let_go_of_database (PlyStore *self);
/* Lets go of database and lock; the folder stays. */
void ply_store_let_go (PlyStore *self);
/* If a save is on its way, until it is there. FALSE when it found that the file had changed: that
 * must not go unheard. What else may have failed, the next save finds out. */
gboolean ply_store_wait_for_save (PlyStore *self, GError **error);
/* Writes the first state of a new event into @file. */
gboolean ply_store_save_new (PlyStore *self, const char *expected, GError **error);

G_END_DECLS
