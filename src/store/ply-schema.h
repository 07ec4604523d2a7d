/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-db.h"

G_BEGIN_DECLS

/* The tables of an event file, version by version. A version's text is frozen once it was released:
 * files carry it, and a file whose schema is not word for word that of its version is refused.
 *
 * A step leads from one version to the next. It only adds tables, or columns at the end of a table:
 * then the changesets of the history still apply. A step that must do more empties the history. */

#define PLY_APPLICATION_ID 0x504c5931 /* "PLY1" */

typedef struct
{
  const char *sql; /* may hold several statements; NULL: only @run */
  gboolean (*run) (PlyDb *db, GError **error);
} PlySchemaStep;

typedef struct
{
  const PlySchemaStep *steps; /* steps[n] leads from version n to n + 1; 0 is an empty database */
  guint n_steps;              /* the newest version */
} PlySchema;

/* What this program reads and writes. */
const PlySchema *ply_schema_get (void);

/* Runs the steps from the database's version on, all or none: on an error the database is at its
 * old version. With a version of 0 it makes a new event file's tables. */
gboolean ply_schema_migrate (const PlySchema *self, PlyDb *db, GError **error);
/* Whether the database has the tables of its version, and nothing else: no trigger, no view, no
 * other table. PLY_STORE_ERROR_HOSTILE names the first difference. */
gboolean ply_schema_check (const PlySchema *self, PlyDb *db, GError **error);
gboolean ply_schema_get_version (PlyDb *db, guint *version, GError **error);

G_END_DECLS
