/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-plan.h"
#include "ply-waiver.h"

G_BEGIN_DECLS

/* Everything about an event that its organizer should know of: clashes and gaps. A function of a
 * snapshot, kept up to date by what changed: an edit costs what it touches, not the whole event.
 * Cancelled sessions, and the talks in them, are passed over. Knows no main loop; use one
 * PlyConflicts in one thread at a time. */

typedef enum
{
  PLY_SEVERITY_ERROR,   /* cannot take place like this */
  PLY_SEVERITY_WARNING, /* something is missing or doubtful */
  PLY_SEVERITY_HINT,    /* may be meant so */
  PLY_N_SEVERITIES
} PlySeverity;

typedef enum
{
  PLY_CONFLICT_ROOM_OVERLAP,
  PLY_CONFLICT_PERSON_OVERLAP,
  PLY_CONFLICT_PERSON_UNAVAILABLE,
  PLY_CONFLICT_ROOM_UNAVAILABLE,
  PLY_CONFLICT_OUTSIDE_HOURS,
  PLY_CONFLICT_OVERFULL_SESSION,
  PLY_CONFLICT_NO_ROOM,
  PLY_CONFLICT_NO_TIME,
  PLY_CONFLICT_NO_TYPE,
  PLY_CONFLICT_NO_SPEAKER,
  PLY_CONFLICT_NO_CHAIR,
  PLY_CONFLICT_NO_INSTITUTION,
  PLY_CONFLICT_OVER_CAPACITY,
  PLY_CONFLICT_WALKING_TIME,
  PLY_CONFLICT_TRACK_OVERLAP,
  PLY_CONFLICT_INSTITUTION_OVERLAP,
  PLY_CONFLICT_ORDER_BROKEN,
  PLY_CONFLICT_NOT_PARALLEL,
  PLY_CONFLICT_MUST_SEE_OVERLAP,
  PLY_CONFLICT_SAME_ROOM,
  PLY_CONFLICT_SAME_DAY,
  PLY_CONFLICT_SHORT_BREAK,
  PLY_CONFLICT_LONG_GAP,
  PLY_CONFLICT_SHORT_TURNOVER,
  PLY_CONFLICT_NO_INTERPRETATION,
  PLY_CONFLICT_MISSING_TRANSLATION,
  PLY_CONFLICT_DUPLICATE_PERSON,
  PLY_CONFLICT_DUPLICATE_TITLE,
  PLY_CONFLICT_ONE_DAY,
  PLY_N_CONFLICT_KINDS
} PlyConflictKind;

typedef struct
{
  const char *name;     /* "room-overlap": stable, for JSON and settings */
  const char *label;    /* English, marked for translation */
  PlySeverity severity; /* unless a conflict setting of the event says another */
} PlyConflictKindInfo;

const PlyConflictKindInfo *ply_conflict_kind_get_info (PlyConflictKind kind);
/* PLY_N_CONFLICT_KINDS when there is none of that name; NULL is none. */
PlyConflictKind ply_conflict_kind_from_name (const char *name);
/* "error"; stable. */
const char *ply_severity_get_name (PlySeverity severity);
/* "Error", in the interface language. */
const char *ply_severity_get_label (PlySeverity severity);

typedef struct
{
  PlyKind kind;
  const char *id;
} PlyConflictRecord;

/* What a conflict is about stands first in @records: sessions and talks by their time, then whom or
 * what they have in common (person, room, rule). Borrowed: until the next update. */
typedef struct
{
  PlyConflictKind kind;
  PlySeverity severity;
  guint n_records;
  const PlyConflictRecord *records;
} PlyConflict;

/* The language or the country that it is about, NULL for most: with the kind and the records, what
 * tells one conflict from another. */
const char *ply_conflict_get_text (const PlyConflict *conflict);

typedef struct _PlyConflicts PlyConflicts;

/* References @snapshot. */
PlyConflicts *ply_conflicts_new (const PlySnapshot *snapshot);
void ply_conflicts_free (PlyConflicts *self);
/* @after is the snapshot that @changes made of the one seen last (ply_snapshot_update()). Checks
 * anew what the changes touch. Changes of the event's languages and of what it asks for, of days,
 * of session types, of walks and of conflict settings touch everything. */
void ply_conflicts_update (PlyConflicts *self, const PlySnapshot *after, const PlyChange *changes,
                           guint n_changes);

/* How many times everything has been looked at from the beginning, 1 at first. While it stays so, a
 * PlyConflict of get_list() or get_waived() at the address of an earlier one is that one. */
guint ply_conflicts_get_n_builds (const PlyConflicts *self);

/* FALSE when a setting of the event switches the kind off: then none of it is found. */
gboolean ply_conflicts_is_on (const PlyConflicts *self, PlyConflictKind kind);
/* By the event's setting, else the usual one. */
PlySeverity ply_conflicts_get_severity (const PlyConflicts *self, PlyConflictKind kind);

/* PlyConflict by severity, day, time, kind and ids; what has no time comes last. Without those that
 * are waived. Borrowed, until the next update. */
GPtrArray *ply_conflicts_get_list (PlyConflicts *self);
/* Those that a waiver of the event names, in the same way. */
GPtrArray *ply_conflicts_get_waived (PlyConflicts *self);
guint ply_conflicts_count (const PlyConflicts *self, PlySeverity severity);
/* Those that name the record, in the same order. Free the array. */
GPtrArray *ply_conflicts_dup_about (const PlyConflicts *self, PlyKind kind, const char *id);
/* A sentence in the interface language with the titles as they are now. Made when asked for: most
 * conflicts of a big event are counted and never read. */
char *ply_conflicts_dup_message (PlyConflicts *self, const PlyConflict *conflict);
/* A new record that waives the conflict, one that a PlyConflicts holds. @note may be NULL. */
PlyWaiver *ply_conflict_make_waiver (const PlyConflict *conflict, const char *note);

/* A conflict that there would be. All of it is owned and stays good after updates. */
typedef struct
{
  PlyConflictKind kind;
  PlySeverity severity;
  char *message;
  GPtrArray *records; /* PlyConflictRecord, in the order of PlyConflict.records */
} PlyForeseen;

typedef struct
{
  GPtrArray *fresh;  /* PlyForeseen by severity, time, kind: not there now */
  GPtrArray *solved; /* PlyConflict that would be gone; borrowed, until the next update */
  guint n_solved;
} PlyProbe;

/* What @plan, a plan for the snapshot seen last, would change. Changes nothing: what get_list()
 * gave stays good. Two conflicts are the same when their kind and their records are, whichever
 * comes first now. */
PlyProbe *ply_conflicts_probe (PlyConflicts *self, const PlyPlan *plan);
void ply_probe_free (PlyProbe *self);

/* A time on a conference day at which a session would better not be; minutes from the day's
 * midnight, at most PLY_MINUTES_MAX. */
typedef struct
{
  const char *day;
  const char *room; /* NULL: in every room */
  gint64 start, end;
  PlyConflictKind kind; /* person-unavailable, room-unavailable, person-overlap */
  const char *who;      /* the person or the room */
} PlyBlocked;

/* Where @sessions (NULL-terminated; may be NULL or empty) cannot well be put: the unavailable times
 * of all rooms, those of the people in the sessions and their talks, and these people's other
 * engagements. Rows by day, start, end. Free the array; ids are borrowed until the next update. */
GArray *ply_conflicts_dup_blocked (const PlyConflicts *self, const char *const *sessions);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlyConflicts, ply_conflicts_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlyProbe, ply_probe_free)

G_END_DECLS
