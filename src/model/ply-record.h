/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-value.h"

G_BEGIN_DECLS

/* The records of an event as plain, reference-counted values. A record that has been put into a
 * plan or a snapshot is never changed again: to edit, copy. All texts are UTF-8 and owned by the
 * record; NULL means "not set", an empty text is never stored. Ids of other records are UUID texts,
 * NULL when unset. What each field may hold stands once, in ply-fields.c; storage, import, editors
 * and translations read it from there. Dates, minutes and ranks: see ply-time.h and ply-rank.h. */

#define PLY_UNSET G_MININT64

typedef enum
{
  PLY_KIND_EVENT,
  PLY_KIND_DAY,
  PLY_KIND_ROOM,
  PLY_KIND_TRACK,
  PLY_KIND_SESSION_TYPE,
  PLY_KIND_SESSION,
  PLY_KIND_TALK,
  PLY_KIND_PERSON,
  PLY_KIND_INSTITUTION,
  PLY_KIND_AFFILIATION,
  PLY_KIND_PARTICIPATION,
  PLY_KIND_LINK,
  PLY_KIND_AVAILABILITY,
  PLY_KIND_RULE,
  PLY_KIND_ASSET,
  PLY_KIND_TRANSLATION,
  PLY_KIND_RELEASE,
  PLY_KIND_WALK,
  PLY_KIND_CONFLICT_SETTING,
  PLY_KIND_WAIVER,
  PLY_N_KINDS
} PlyKind;

typedef struct
{
  PlyKind kind;
  char *id;
} PlyRecord;

/* The event itself: exactly one. */
typedef struct
{
  PlyRecord record;
  char *title, *subtitle, *theme, *organizers, *description, *venue, *city;
  char *acronym;
  char *country; /* ISO 3166-1, two letters */
  char *url;
  char *timezone;      /* IANA */
  char *base_language; /* the language of every text that is not a translation */
  char *languages;     /* all languages of the event, the base one first, separated by spaces */
  char *notes;         /* for organizers, never printed */
  char *imprint;
  char *logo; /* asset */
  gint64 slot_minutes;
  char *extra; /* JSON object: what an imported file said and we have no field for */
  /* What the conflict check asks for; minutes, unset: not asked for. */
  gint64 break_least;     /* a break shorter than this is one */
  gint64 gap_most;        /* nothing in a room for longer than this */
  gint64 turnover_least;  /* between two sessions in a room */
  gint64 walking;         /* between two buildings without a PlyWalk */
  char *wanted_languages; /* every session is spoken in or interpreted into; by spaces */
} PlyEvent;

typedef struct
{
  PlyRecord record;
  char *date;
  char *title;
  gint64 opens, closes; /* minutes */
} PlyDay;

typedef struct
{
  PlyRecord record;
  char *name, *building, *directions;
  gint64 capacity; /* seats */
  char *equipment, *notes, *source_id, *rank;
} PlyRoom;

typedef struct
{
  PlyRecord record;
  char *name, *description;
  char *color; /* #rrggbb */
  char *slug, *rank;
} PlyTrack;

typedef struct
{
  PlyRecord record;
  char *name;
  gint64 is_break;    /* 1: nobody speaks */
  gint64 wants_chair; /* 1: a session of this type without a chair is a conflict */
  gint64 duration;    /* minutes, offered for new sessions */
  char *rank;
  char *wanted_languages; /* instead of the event's */
} PlySessionType;

typedef struct
{
  PlyRecord record;
  char *title, *subtitle, *abstract, *description;
  char *print_notes;
  char *day;        /* unset: not placed yet */
  gint64 start;     /* minutes since the day's midnight */
  gint64 duration;  /* minutes */
  char *room;       /* unset: not placed, or in all rooms */
  gint64 all_rooms; /* 1: plenary, spans every room */
  char *track, *type;
  char *language;       /* spoken languages, separated by spaces */
  char *interpretation; /* languages interpreted into */
  gint64 audience;      /* people expected */
  char *state;          /* confirmed, tentative, cancelled */
  char *url, *notes;
  char *source_guid, *source_id, *slug, *code; /* as the imported file had them */
  char *extra;
} PlySession;

/* A contribution inside a session; it starts where the one before it ends, unless pinned. */
typedef struct
{
  PlyRecord record;
  char *session, *rank;
  char *title, *subtitle, *abstract, *description;
  gint64 duration;
  gint64 pinned; /* minutes after the session's start */
  char *language, *url, *notes, *source_guid, *source_id, *extra;
} PlyTalk;

typedef struct
{
  PlyRecord record;
  char *name; /* as it is shown and printed, without the title */
  char *given_name, *patronymic, *family_name;
  char *title; /* "Dr.", "Prof." */
  char *biography, *pronunciation;
  char *email, *phone, *url, *country, *languages;
  char *photo; /* asset */
  char *notes, *source_guid, *source_id;
} PlyPerson;

typedef struct
{
  PlyRecord record;
  char *name, *abbreviation, *city, *description;
  char *type; /* see PLY_FIELD_CHOICE of its field */
  char *country, *url;
  char *logo; /* asset */
  char *ror;  /* Research Organization Registry id */
  char *notes, *source_id;
} PlyInstitution;

typedef struct
{
  PlyRecord record;
  char *person, *institution, *position, *rank;
} PlyAffiliation;

/* Who takes part in what, and as what: a session or a talk; a person, an institution, or a person
 * for an institution. */
typedef struct
{
  PlyRecord record;
  char *session, *talk;
  char *person, *institution;
  char *role; /* speaker, chair, moderator, panellist, author, interpreter, organizer */
  char *note, *rank;
} PlyParticipation;

typedef struct
{
  PlyRecord record;
  char *session, *talk, *person, *institution; /* exactly one */
  char *title, *url;
  char *type; /* link, attachment, recording, feedback, logo */
  char *rank;
} PlyLink;

typedef struct
{
  PlyRecord record;
  char *person, *room; /* exactly one */
  char *day;
  gint64 start, end; /* minutes; unset: from the day's beginning, to its end */
  gint64 available;  /* 1 or 0 */
} PlyAvailability;

/* A wish of the organizer about one session or two: an input of the conflict check and the solver.
 */
typedef struct
{
  PlyRecord record;
  char *type; /* before, not-parallel, same-room, same-day, must-see */
  char *session, *other;
  char *notes;
} PlyRule;

typedef struct
{
  PlyRecord record;
  char *name, *alt;
  char *media_type; /* image/jpeg or image/png */
  gint64 width, height;
  GBytes *data;
} PlyAsset;

/* One text of one record in one language; its id is derived from the three (ply-translation.h). */
typedef struct
{
  PlyRecord record;
  char *owner_kind; /* table name */
  char *owner;
  char *field;
  char *language;
  char *text;
  char *source; /* the base text it was made from: another base text now means "needs review" */
  char *state;  /* draft, final */
} PlyTranslation;

/* A state of the programme that was published or printed. */
typedef struct
{
  PlyRecord record;
  char *name, *date, *notes;
} PlyRelease;

/* How long it takes to walk from one building to another, and back. The names are rooms' ones. */
typedef struct
{
  PlyRecord record; /* its id is derived: ply-waiver.h */
  char *building, *other;
  gint64 minutes;
} PlyWalk;

/* How serious a kind of conflict is in this event; without one it is as serious as usual. */
typedef struct
{
  PlyRecord record; /* its id is derived: ply-waiver.h */
  char *kind;       /* "room-overlap" */
  char *severity;   /* off, hint, warning, error */
} PlyConflictSetting;

/* One conflict that the organizer has seen and lives with. */
typedef struct
{
  PlyRecord record; /* its id is derived: ply-waiver.h */
  char *kind;       /* "room-overlap" */
  char *records;    /* the ids that the conflict names, sorted, separated by spaces */
  char *text;       /* the language or the country that tells it from others */
  char *note;
} PlyWaiver;

/* An empty record: integers unset, texts NULL. @id is copied; NULL makes a new one. */
gpointer ply_record_new (PlyKind kind, const char *id);
gpointer ply_record_ref (gconstpointer record);
void ply_record_unref (gpointer record);
/* A copy of its own, to be changed; with another id when @id is not NULL. */
gpointer ply_record_copy (gconstpointer record, const char *id);

#define PLY_RECORD(record) ((const PlyRecord *) (record))

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlyRecord, ply_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlyEvent, ply_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlyDay, ply_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlyRoom, ply_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlyTrack, ply_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlySessionType, ply_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlySession, ply_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlyTalk, ply_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlyPerson, ply_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlyInstitution, ply_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlyAffiliation, ply_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlyParticipation, ply_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlyLink, ply_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlyAvailability, ply_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlyRule, ply_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlyAsset, ply_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlyTranslation, ply_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlyRelease, ply_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlyWalk, ply_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlyConflictSetting, ply_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlyWaiver, ply_record_unref)

G_END_DECLS
