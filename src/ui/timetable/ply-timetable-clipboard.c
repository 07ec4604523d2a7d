/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-timetable-clipboard.h"

#include "ply-describe.h"

struct _PlyTimetableClipboard
{
  GObject parent_instance;

  GdkClipboard *system;
  GdkContentProvider *content; /* ours, while it is in @system */
  char **sessions;
  gboolean cut;
};

G_DEFINE_FINAL_TYPE (PlyTimetableClipboard, ply_timetable_clipboard, G_TYPE_OBJECT)

static char *
dup_titles (const PlySnapshot *snapshot, const char *const *sessions)
{
  g_autoptr (GStrvBuilder) titles = g_strv_builder_new ();
  g_auto (GStrv) lines = NULL;

  for (guint i = 0; sessions[i] != NULL; i++)
    {
      gconstpointer session = ply_snapshot_lookup (snapshot, PLY_KIND_SESSION, sessions[i]);

      if (session != NULL)
        g_strv_builder_take (titles, ply_describe_record (snapshot, session));
    }
  lines = g_strv_builder_end (titles);
  return g_strjoinv ("\n", lines);
}

static void
ply_timetable_clipboard_finalize (GObject *object)
{
  PlyTimetableClipboard *self = PLY_TIMETABLE_CLIPBOARD (object);

  ply_timetable_clipboard_clear (self);
  g_clear_object (&self->system);

  G_OBJECT_CLASS (ply_timetable_clipboard_parent_class)->finalize (object);
}

static void
ply_timetable_clipboard_class_init (PlyTimetableClipboardClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ply_timetable_clipboard_finalize;
}

static void
ply_timetable_clipboard_init (PlyTimetableClipboard *self)
{
}

PlyTimetableClipboard *
ply_timetable_clipboard_new (GdkClipboard *system)
{
  PlyTimetableClipboard *self;

  g_return_val_if_fail (GDK_IS_CLIPBOARD (system), NULL);

  self = g_object_new (PLY_TYPE_TIMETABLE_CLIPBOARD, NULL);
  self->system = g_object_ref (system);
  return self;
}

void
ply_timetable_clipboard_set (PlyTimetableClipboard *self, const PlySnapshot *snapshot,
                             const char *const *sessions, gboolean cut)
{
  g_autofree char *titles = NULL;

  g_return_if_fail (PLY_IS_TIMETABLE_CLIPBOARD (self) && snapshot != NULL && sessions != NULL);

  ply_timetable_clipboard_clear (self);
  titles = dup_titles (snapshot, sessions);
  self->sessions = g_strdupv ((char **) sessions);
  self->cut = cut;
  self->content = gdk_content_provider_new_typed (G_TYPE_STRING, titles);
  gdk_clipboard_set_content (self->system, self->content);
}

void
ply_timetable_clipboard_clear (PlyTimetableClipboard *self)
{
  g_return_if_fail (PLY_IS_TIMETABLE_CLIPBOARD (self));

  g_clear_pointer (&self->sessions, g_strfreev);
  g_clear_object (&self->content);
}

const char *const *
ply_timetable_clipboard_get (PlyTimetableClipboard *self, gboolean *cut)
{
  g_return_val_if_fail (PLY_IS_TIMETABLE_CLIPBOARD (self), NULL);

  if (self->content == NULL || gdk_clipboard_get_content (self->system) != self->content)
    return NULL;
  if (cut != NULL)
    *cut = self->cut;
  return (const char *const *) self->sessions;
}
