/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "ply-interchange-error.h"

G_BEGIN_DECLS

/* A schedule.xml file as it was written: frab, pretalx, pentabarf and wafer agree on the names of
 * the elements and on little else. Texts are NULL where the file does not have the element, ""
 * where it is there and empty; abstracts are text already, not HTML. Lines count from 1. */

typedef struct
{
  int line;
  char *id, *guid, *name, *biography, *email, *url;
  JsonObject *extra; /* what has no member here; NULL when there is nothing */
} PlyFilePerson;

typedef struct
{
  int line;
  char *title, *address;
  const char *type; /* as PlyLink.type */
} PlyFileLink;

typedef struct
{
  int line;
  char *name, *guid;
} PlyFileRoom;

typedef struct
{
  int line;
  char *name, *color, *slug;
} PlyFileTrack;

typedef struct
{
  int line;
  char *date, *start, *end;
} PlyFileDay;

typedef struct
{
  int line;
  const PlyFileDay *day;
  const PlyFileRoom *room; /* NULL: the file has no room elements; room_name may still name one */
  char *id, *guid, *code, *slug;
  char *room_name, *title, *subtitle, *abstract, *description;
  char *track, *type, *language;
  char *date, *start, *duration, *url;
  GPtrArray *persons;    /* PlyFilePerson; NULL: no such element */
  GPtrArray *links;      /* PlyFileLink of every type */
  gboolean has_links[2]; /* the file says which links and attachments there are */
  JsonObject *extra;
} PlyFileEvent;

typedef struct
{
  int line; /* of <conference> */
  char *title, *subtitle, *acronym, *venue, *city, *country, *url, *language;
  char *zone, *slot, *day_change, *start, *end, *base_url;
  JsonObject *extra;
  GPtrArray *tracks; /* PlyFileTrack, as the conference lists them */
  GPtrArray *days;   /* PlyFileDay */
  GPtrArray *rooms;  /* PlyFileRoom, each once: by guid, else by name */
  GPtrArray *events; /* PlyFileEvent */

  GHashTable *rooms_by_guid, *rooms_by_name; /* while reading; to PlyFileRoom */
} PlyScheduleFile;

#define PLY_FILE_LINKS 0
#define PLY_FILE_ATTACHMENTS 1

/* Errors: PLY_INTERCHANGE_ERROR, G_IO_ERROR_CANCELLED. */
PlyScheduleFile *ply_schedule_file_read (GBytes *input, const char *display_name,
                                         GCancellable *cancellable, GError **error);
void ply_schedule_file_free (PlyScheduleFile *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlyScheduleFile, ply_schedule_file_free)

G_END_DECLS
