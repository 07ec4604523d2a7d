/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-conflicts.h"

#include "ply-formatter.h"

G_BEGIN_DECLS

/* What the files of the conflict check share.
 *
 * A node stands for a record that others refer to; a tie for a record that ties nodes together (who
 * takes part in what). A bucket holds the sessions and talks, or people, that have to be compared
 * with each other: those of one room on one date, of one title ... Nodes and buckets are the scopes
 * of checks: each keeps what was found in it, and is checked anew when something in it changed. */

#define PLY_ID_SHORT 40  /* a UUID and its end */
#define PLY_TEXTS_MOST 8 /* translatable fields of a kind */
#define PLY_CLASHES_MOST                                                                           \
  50 /* of one session with earlier ones in one bucket: keeps growth linear */
#define PLY_BALANCE_LEAST 4 /* talks that all fall on one day */

/* A list of pointers; the first needs no memory of its own. */
typedef struct
{
  union
  {
    gpointer one;
    gpointer *many;
  };
  guint len, size;
} PlyVec;

/* Many of one size, close to each other, zeroed, each at the beginning of a line of the cache when
 * it is as long as some. They go all at once, or are given back one by one to be taken again. */
typedef struct
{
  gsize size;
  GPtrArray *blocks;
  guint n;
  gpointer spare;
} PlyArena;

typedef struct _PlyNode PlyNode;
typedef struct _PlyFound PlyFound;

/* What was found in one go, in a node or a bucket. */
typedef struct
{
  PlyFound *first;
  guint what; /* by what the node that it is a part of is marked for it; 0: a part of a bucket */
} PlyScope;

struct _PlyFound
{
  PlyConflict conflict;
  PlyScope *scope;
  PlyFound *next;   /* in its scope */
  gint64 when;      /* for the order; G_MAXINT64: without a time */
  const char *text; /* interned: the language, the country */
  gboolean is_waived;
  gboolean dropped;
  PlyConflictRecord records[];
};

/* Participation: session or talk, person, institution. Affiliation: -, person, institution.
 * Availability: day, person or room, -. Rule: session, session, the rule. Link: session or talk, -,
 * -.
 */
typedef struct
{
  const PlyRecord *record;
  PlyNode *nodes[3];
  PlyNode *own; /* of its texts, when it has some */
  /* Of the record, which is far away. */
  PlyKind kind;
  guint n_hung : 8;      /* in how many nodes' lists it is */
  guint is_speaking : 1; /* as a speaker, panellist, moderator or author */
  guint is_chair : 1;
} PlyTie;

/* What a record names: in the order of PlyTie.nodes for those that are ties. Session: room, track,
 * type, -, day. Talk: session. Translation: owner. */
typedef struct
{
  PlyKind kind;
  const char *id; /* NULL: nothing */
  guint64 hash;
} PlyRef;

#define PLY_REF_OWN 3 /* the record itself, when it has a node */
#define PLY_REF_DAY 4
#define PLY_N_REFS 5

/* Of one language. */
typedef struct
{
  guint8 wanted;                  /* fields that should have a translation, as bits */
  guint8 n_there[PLY_TEXTS_MOST]; /* translations, by field */
} PlyTexts;

enum
{
  PLY_DIRTY_SELF = 1 << 0,
  PLY_DIRTY_TEXTS = 1 << 1,
};

/* Each group is a line of the cache. */
struct _PlyNode
{
  /* What a look-up reads. */
  guint64 hash;
  PlyKind kind;
  guint dirty;
  char *id;
  char short_id[PLY_ID_SHORT]; /* its text, when it fits */

  const PlyRecord *record; /* NULL: named by others, not there */
  PlyNode *session;        /* of a session: itself; of a talk */
  /* Minutes on the clock since the beginning of dates; unset when it does not take place. */
  gint64 start, end;
  gint64 date;      /* the session's or day's own, as a number of days */
  gint64 talks_end; /* minutes after a session's start */
  PlyNode *room, *track;

  PlyNode *type, *day;
  guint64 text_hash;          /* ply_hash_title() of a title, or of a room's building; 0: none */
  gint64 begins, length;      /* a session's, as its record has them; length at least 0 */
  gint64 audience;            /* a session's */
  guint n_speaking, n_chairs; /* of its ties */
  guint16 country;            /* a person's or an institution's two letters; 0: none */
  guint8 is_cancelled, all_rooms; /* of a session */

  PlyVec ties;         /* but affiliations of a person */
  PlyVec affiliations; /* of a person */
  PlyVec children;     /* talks of a session, in order; sessions of a room */
  PlyVec buckets;

  PlyVec about; /* PlyFound that name it */
  PlyScope own, own_texts;
  PlyTexts *texts; /* by language; NULL: none is wanted or there */
};

typedef enum
{
  PLY_BUCKET_ROOM,        /* room and date: sessions */
  PLY_BUCKET_ALL_ROOMS,   /* date: sessions that take all rooms */
  PLY_BUCKET_BREAKS,      /* date: breaks in all rooms; with gap_most alone */
  PLY_BUCKET_TRACK,       /* track and date: sessions */
  PLY_BUCKET_INSTITUTION, /* institution and date: sessions and talks it contributes */
  PLY_BUCKET_BALANCE,     /* institution: the same; or country, as a number */
  PLY_BUCKET_SESSION_TITLE,
  PLY_BUCKET_TALK_TITLE,
  PLY_BUCKET_NAME, /* key of the name: people */
} PlyBucketType;

typedef struct
{
  PlyBucketType type;
  gboolean dirty;
  PlyNode *owner;
  guint64 number;
  PlyVec members;
  PlyScope own;
} PlyBucket;

/* A time that something takes. */
typedef struct
{
  gint64 start, end;
  PlyNode *node;
} PlySpan;

typedef struct
{
  PlySpan *items;
  guint len, size;
} PlySpans;

typedef struct
{
  guint64 hash;
  gpointer item;
} PlySlot;

typedef struct
{
  PlySlot *slots;
  guint n, size; /* size: a power of two */
} PlyTable;

/* What the event says of the check itself. Durations are PLY_UNSET when not asked for. */
typedef struct
{
  gboolean is_off[PLY_N_CONFLICT_KINDS];
  PlySeverity severities[PLY_N_CONFLICT_KINDS];
  gint64 break_least, gap_most, turnover_least;
  char *base_language, *wanted_languages;
  gint64 walking;    /* 0: no walk takes time */
  gint64 walk_most;  /* the longest of all */
  GHashTable *walks; /* key of two buildings -> minutes */
} PlySettings;

struct _PlyConflicts
{
  PlySnapshot *snapshot;
  PlySettings settings;
  char **languages;                       /* without the base language */
  gboolean *reads_latin, *reads_cyrillic; /* of each language */
  guint n_languages;
  guint n_days;
  guint n_builds;

  PlyTable nodes, buckets;
  PlyArena node_arena, bucket_arena, tie_arena, texts_arena;
  GStringChunk *ids;
  gboolean is_building; /* everything is marked anyway */
  PlyVec rooms;
  PlyVec dirty_nodes, dirty_buckets;
  PlySpans spans, ends; /* of the check that runs */

  /* Of messages; made with the first one. */
  char *language;
  PlyFormatter *formatter;

  GHashTable *waivers; /* key of a PlyFound -> how many name it */
  guint n_waivers[PLY_N_CONFLICT_KINDS];

  GPtrArray *list;   /* sorted; with dropped ones until it is asked for */
  GPtrArray *fresh;  /* found since */
  GPtrArray *waived; /* not in the list */
  guint n_dropped;   /* and still in one of the three */
  guint counts[PLY_N_SEVERITIES];
  GArray *kept; /* PlyKept: what a probe sets aside; NULL without one */
};

/* What was found in a scope before it was checked anew. */
typedef struct
{
  PlyScope *scope;
  PlyFound *first;
} PlyKept;

/* ply-conflict-memory.c */
void ply_vec_add (PlyVec *self, gpointer item);
/* The order of the rest changes. */
gboolean ply_vec_remove (PlyVec *self, gconstpointer item);
gboolean ply_vec_contains (const PlyVec *self, gconstpointer item);
void ply_vec_clear (PlyVec *self);
void ply_arena_init (PlyArena *self, gsize size);
gpointer ply_arena_take (PlyArena *self);
void ply_arena_give (PlyArena *self, gpointer item);
/* Only when none was given back: what was taken as the @index-th. */
gpointer ply_arena_get (const PlyArena *self, guint index);
void ply_arena_clear (PlyArena *self);

/* ply-conflict-index.c */
/* With room for so many nodes and buckets to begin with. */
void ply_index_init (PlyConflicts *self, guint n_nodes, guint n_buckets);
void ply_index_clear (PlyConflicts *self);
PlyNode *ply_index_find (const PlyConflicts *self, PlyKind kind, const char *id);
/* Made when there is none; NULL when @id is NULL. */
PlyNode *ply_index_ensure (PlyConflicts *self, PlyKind kind, const char *id);
PlyNode *ply_index_ensure_ref (PlyConflicts *self, const PlyRef *ref);
void ply_index_hash_ref (PlyRef *ref);
/* Has memory fetched that a look-up will read: first of the table, then of the node. */
void ply_index_fetch_slot (const PlyConflicts *self, guint64 hash);
void ply_index_fetch_node (const PlyConflicts *self, guint64 hash);
void ply_index_fetch_bucket (const PlyConflicts *self, PlyBucketType type, const PlyNode *owner,
                             guint64 number);
PlyBucket *ply_index_find_bucket (const PlyConflicts *self, PlyBucketType type,
                                  const PlyNode *owner, guint64 number);
PlyBucket *ply_index_ensure_bucket (PlyConflicts *self, PlyBucketType type, PlyNode *owner,
                                    guint64 number);
/* Different for different texts, but for chance. */
guint64 ply_hash_text (const char *text, gsize length);
/* The same for titles that readers do not tell apart: without case, spaces collapsed. Two titles of
 * one hash of 64 bits are taken for the same. Never 0. */
guint64 ply_hash_title (const char *title);
void ply_index_mark (PlyConflicts *self, PlyNode *node, guint what);
void ply_index_mark_bucket (PlyConflicts *self, PlyBucket *bucket);
void ply_index_mark_scope (PlyConflicts *self, PlyScope *scope);

static inline gpointer
ply_vec_get (const PlyVec *self, guint index)
{
  return self->size > 1 ? self->many[index] : self->one;
}

/* ply-conflict-refs.c: @refs holds PLY_N_REFS. */
void ply_refs_find (const PlyRecord *record, PlyRef *refs);
/* Has the texts fetched that ply_refs_find() and ply_links_add() read. */
void ply_refs_fetch (const PlyRecord *record);

/* ply-conflict-links.c: what a changed record ties, unties and touches. */
void ply_links_change (PlyConflicts *self, const PlyRecord *old, const PlyRecord *record);
/* A record that was not there before; its refs with their hashes. */
void ply_links_add (PlyConflicts *self, const PlyRecord *record, const PlyRef *refs);
/* Whether the change reaches everything. */
gboolean ply_links_touch_all (const PlyConflicts *self, const PlyRecord *old,
                              const PlyRecord *record);

/* ply-conflict-settings.c: from the snapshot, before anything is checked. */
void ply_settings_read (PlyConflicts *self);
void ply_settings_clear (PlyConflicts *self);
/* Whether the change is one of settings, which reach everything. */
gboolean ply_settings_touch_all (const PlyRecord *old, const PlyRecord *record);
/* Minutes from the building of one hash to another; 0: unknown. */
gint64 ply_settings_walk (const PlyConflicts *self, guint64 building, guint64 other);

/* ply-conflict-waivers.c: counts a waiver in (@step 1) or out (-1), and marks what it names. */
void ply_waivers_change (PlyConflicts *self, const PlyWaiver *waiver, int step);
gboolean ply_waivers_has (const PlyConflicts *self, const PlyFound *found);

/* ply-conflict-place.c: when a session and its talks take place, and what they must be compared
 * with. */
void ply_place_session (PlyConflicts *self, PlyNode *session);
/* Has fetched what placing the node will read: how each step is got at is what the one before it
 * fetched, and the last step is 1. */
#define PLY_PLACE_STEPS 5
void ply_place_fetch (const PlyConflicts *self, const PlyNode *node, guint step);
void ply_place_leave (PlyConflicts *self, PlyNode *node);
void ply_place_join (PlyConflicts *self, PlyNode *node, PlyBucket *bucket);
gboolean ply_node_is_break (const PlyNode *session);

/* ply-conflict-found.c */
void ply_conflicts_add (PlyConflicts *self, PlyScope *scope, PlyConflictKind kind,
                        const PlyNode *when, const char *text, PlyNode *const *nodes, guint n);
/* For the order of the list: of two PlyFound *. */
int ply_found_compare (gconstpointer a, gconstpointer b);
/* The same for two conflicts of one kind and text about the same records, in any order: when
 * sessions change places in time, their conflict is the same. Different for others, but for chance.
 */
guint64 ply_found_key (const PlyFound *found);
/* What is the same for all records; the records' ply_hash_text() are added to it. */
guint64 ply_found_key_start (PlyConflictKind kind, const char *text);
/* Takes it out of what the nodes know is about them, or puts it in. */
void ply_found_hang (PlyConflicts *self, PlyFound *found, gboolean in);
/* Forgets, or in a probe sets aside, what was found in the scope. */
void ply_found_drop (PlyConflicts *self, PlyScope *scope);
/* Frees what was dropped. */
void ply_found_compact (PlyConflicts *self);

/* ply-conflicts.c */
/* Whether the changes from @old to @records reach so far that all is better done anew. */
gboolean ply_conflicts_must_build_anew (const PlyConflicts *self, const PlyRecord *const *old,
                                        const PlyRecord *const *records, guint n);
/* Places what was marked; then checks it, or only forgets the marks. */
void ply_conflicts_settle (PlyConflicts *self, gboolean check);

/* ply-conflict-messages.c: of the interface language. */
PlyFormatter *ply_conflicts_get_formatter (PlyConflicts *self);

/* ply-spans.c */
void ply_spans_add (PlySpans *self, PlyNode *node);
void ply_spans_clear (PlySpans *self);
/* By start, end, sessions before talks, id; without repeated nodes. */
void ply_spans_sort (PlySpans *self);
/* By end, then as above. */
void ply_spans_sort_by_end (PlySpans *self);
/* @self becomes those of @from that take time. */
void ply_spans_copy (PlySpans *self, const PlySpans *from);
/* @clash is told of two spans that share a minute, the one that begins later second; TRUE: no more
 * for this later one. @self is sorted. */
typedef gboolean (*PlyClashFunc) (gpointer data, const PlySpan *a, const PlySpan *b);
void ply_spans_compare (const PlySpans *self, PlyClashFunc clash, gpointer data);

/* ply-check-rooms.c */
void ply_check_room (PlyConflicts *self, PlyBucket *bucket);
void ply_check_all_rooms (PlyConflicts *self, PlyBucket *bucket);
/* Whether nothing else is in the room at the session's time and the room is available. */
gboolean ply_room_is_free (const PlyConflicts *self, const PlyNode *room, const PlyNode *busy);
/* The smallest room that holds the session's audience and is free at its time; NULL when there is
 * none. */
const PlyNode *ply_find_larger_room (const PlyConflicts *self, const PlyNode *session);

/* ply-conflict-availability.c: whether the availability rows of a person or a room forbid the time.
 */
gboolean ply_node_is_unavailable (const PlyNode *owner, const PlyNode *busy);
/* The times at which what belongs to the day of @date is forbidden: PlySpan without nodes, sorted
 * and apart from each other. */
GArray *ply_node_dup_unavailable (const PlyNode *owner, gint64 date);

/* ply-check-people.c, ply-check-content.c ... */
void ply_check_person (PlyConflicts *self, PlyNode *person);
/* Minutes by which the talks are longer than their session; 0 when they fit. */
gint64 ply_session_overrun (const PlyNode *session);
void ply_check_session (PlyConflicts *self, PlyNode *session);
void ply_check_rule (PlyConflicts *self, PlyNode *rule);
/* ply-check-walks.c: @spans are the person's, sorted. */
void ply_check_walks (PlyConflicts *self, PlyNode *person, const PlySpans *spans);
/* ply-check-gaps.c: what lies between the sessions of a room and day. */
void ply_check_gaps (PlyConflicts *self, PlyBucket *bucket);
/* ply-check-languages.c */
void ply_check_languages (PlyConflicts *self, PlyNode *session);
void ply_check_texts (PlyConflicts *self, PlyNode *node);
void ply_check_track (PlyConflicts *self, PlyBucket *bucket);
void ply_check_institution (PlyConflicts *self, PlyBucket *bucket);
void ply_check_balance (PlyConflicts *self, PlyBucket *bucket);
void ply_check_names (PlyConflicts *self, PlyBucket *bucket);
void ply_check_titles (PlyConflicts *self, PlyBucket *bucket);
void ply_place_person (PlyConflicts *self, PlyNode *person);

/* Counts a translation of @node's in (@step 1) or out (-1). */
void ply_texts_count (PlyConflicts *self, PlyNode *node, const PlyTranslation *translation,
                      int step);
/* Notes which translations the record wants. */
void ply_texts_set (PlyConflicts *self, PlyNode *node);
gboolean ply_texts_has_any (const PlyRecord *record);
/* PLY_N_KINDS when there is none. */
PlyKind ply_texts_kind_of (const PlyTranslation *translation);
/* The fields whose text is not there in the language, as PlyField; free the array. */
GPtrArray *ply_texts_dup_missing (const PlyConflicts *self, const PlyNode *node,
                                  const char *language);

G_END_DECLS
