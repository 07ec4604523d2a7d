/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-timetable-view.h"

#include "ply-programme-order.h"

#define DEFAULT_SNAP 5
#define MAX_SNAP 120

enum
{
  PROP_DAY = 1,
  PROP_ROOMS_DOWN,
  PROP_ZOOM,
  PROP_SNAP,
  PROP_FOCUS,
  PROP_TALK,
  N_PROPS
};

enum
{
  SHOWN_CHANGED,
  SELECTION_CHANGED,
  REVEAL,
  N_SIGNALS
};

struct _PlyTimetableView
{
  GObject parent_instance;

  /* Owned */
  PlyWorkspace *workspace;
  char *day;
  GHashTable *hidden; /* ids of rooms */
  GHashTable *selected;
  char *focus, *talk;

  gboolean rooms_down;
  double zoom;
  gint64 snap;
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlyTimetableView, ply_timetable_view, G_TYPE_OBJECT)

static void
notify (PlyTimetableView *self, guint prop)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

static const PlySession *
find_session (PlyTimetableView *self, const char *id)
{
  return ply_snapshot_lookup (ply_timetable_view_get_snapshot (self), PLY_KIND_SESSION, id);
}

/* What is gone */

static gboolean
prune (PlyTimetableView *self, GHashTable *ids, PlyKind kind)
{
  PlySnapshot *snapshot = ply_timetable_view_get_snapshot (self);
  guint before = g_hash_table_size (ids);
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (ply_snapshot_lookup (snapshot, kind, id) == NULL)
      g_hash_table_iter_remove (&iter);
  return g_hash_table_size (ids) != before;
}

static void
forget_talk (PlyTimetableView *self)
{
  const PlyTalk *talk =
      ply_snapshot_lookup (ply_timetable_view_get_snapshot (self), PLY_KIND_TALK, self->talk);

  if (self->talk != NULL && (talk == NULL || g_strcmp0 (talk->session, self->focus) != 0))
    ply_timetable_view_set_talk (self, NULL);
}

static void
forget_day (PlyTimetableView *self)
{
  if (self->day != NULL
      && ply_snapshot_lookup (ply_timetable_view_get_snapshot (self), PLY_KIND_DAY, self->day)
             == NULL)
    ply_timetable_view_set_day (self, NULL);
}

static void
changed_cb (PlyTimetableView *self)
{
  if (self->focus != NULL && find_session (self, self->focus) == NULL)
    ply_timetable_view_set_focus (self, NULL);
  forget_talk (self);
  forget_day (self);
  if (prune (self, self->hidden, PLY_KIND_ROOM))
    g_signal_emit (self, signals[SHOWN_CHANGED], 0);
  if (prune (self, self->selected, PLY_KIND_SESSION))
    g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

/* Object */

static void
ply_timetable_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  PlyTimetableView *self = PLY_TIMETABLE_VIEW (object);

  switch (prop_id)
    {
    case PROP_DAY:
      g_value_set_string (value, self->day);
      break;
    case PROP_ROOMS_DOWN:
      g_value_set_boolean (value, self->rooms_down);
      break;
    case PROP_ZOOM:
      g_value_set_double (value, self->zoom);
      break;
    case PROP_SNAP:
      g_value_set_int64 (value, self->snap);
      break;
    case PROP_FOCUS:
      g_value_set_string (value, self->focus);
      break;
    case PROP_TALK:
      g_value_set_string (value, self->talk);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ply_timetable_view_finalize (GObject *object)
{
  PlyTimetableView *self = PLY_TIMETABLE_VIEW (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->hidden, g_hash_table_unref);
  g_clear_pointer (&self->selected, g_hash_table_unref);
  g_free (self->day);
  g_free (self->focus);
  g_free (self->talk);

  G_OBJECT_CLASS (ply_timetable_view_parent_class)->finalize (object);
}

static void
install_signals (GType type)
{
  signals[SHOWN_CHANGED] =
      g_signal_new ("shown-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SELECTION_CHANGED] = g_signal_new ("selection-changed", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                             NULL, NULL, G_TYPE_NONE, 0);
  signals[REVEAL] = g_signal_new ("reveal", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
ply_timetable_view_class_init (PlyTimetableViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = ply_timetable_view_get_property;
  object_class->finalize = ply_timetable_view_finalize;

  props[PROP_DAY] = g_param_spec_string ("day", NULL, NULL, NULL, flags);
  props[PROP_ROOMS_DOWN] = g_param_spec_boolean ("rooms-down", NULL, NULL, FALSE, flags);
  props[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, PLY_TIMETABLE_MIN_ZOOM,
                                          PLY_TIMETABLE_MAX_ZOOM, 1, flags);
  props[PROP_SNAP] = g_param_spec_int64 ("snap", NULL, NULL, 1, MAX_SNAP, DEFAULT_SNAP, flags);
  props[PROP_FOCUS] = g_param_spec_string ("focus", NULL, NULL, NULL, flags);
  props[PROP_TALK] = g_param_spec_string ("talk", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
  install_signals (G_TYPE_FROM_CLASS (klass));
}

static void
ply_timetable_view_init (PlyTimetableView *self)
{
  self->hidden = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->selected = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->zoom = 1;
  self->snap = DEFAULT_SNAP;
}

/* Public */

PlyTimetableView *
ply_timetable_view_new (PlyWorkspace *workspace)
{
  PlyTimetableView *self;

  g_return_val_if_fail (PLY_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (PLY_TYPE_TIMETABLE_VIEW, NULL);
  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

PlyWorkspace *
ply_timetable_view_get_workspace (PlyTimetableView *self)
{
  g_return_val_if_fail (PLY_IS_TIMETABLE_VIEW (self), NULL);
  return self->workspace;
}

PlySnapshot *
ply_timetable_view_get_snapshot (PlyTimetableView *self)
{
  g_return_val_if_fail (PLY_IS_TIMETABLE_VIEW (self), NULL);
  return ply_workspace_get_snapshot (self->workspace);
}

/* What is shown */

const char *
ply_timetable_view_get_day (PlyTimetableView *self)
{
  g_return_val_if_fail (PLY_IS_TIMETABLE_VIEW (self), NULL);
  return self->day;
}

void
ply_timetable_view_set_day (PlyTimetableView *self, const char *day)
{
  g_return_if_fail (PLY_IS_TIMETABLE_VIEW (self));

  if (!g_set_str (&self->day, day))
    return;
  notify (self, PROP_DAY);
  g_signal_emit (self, signals[SHOWN_CHANGED], 0);
}

static char **
dup_ids (GPtrArray *records, GHashTable *without)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < records->len; i++)
    if (without == NULL || !g_hash_table_contains (without, PLY_RECORD (records->pdata[i])->id))
      g_strv_builder_add (builder, PLY_RECORD (records->pdata[i])->id);
  return g_strv_builder_end (builder);
}

char **
ply_timetable_view_dup_days (PlyTimetableView *self)
{
  g_autoptr (GPtrArray) days = NULL;
  g_autoptr (GStrvBuilder) builder = NULL;

  g_return_val_if_fail (PLY_IS_TIMETABLE_VIEW (self), NULL);

  if (self->day == NULL)
    {
      days = ply_snapshot_dup_ordered (ply_timetable_view_get_snapshot (self), PLY_KIND_DAY);
      return dup_ids (days, NULL);
    }
  builder = g_strv_builder_new ();
  g_strv_builder_add (builder, self->day);
  return g_strv_builder_end (builder);
}

gboolean
ply_timetable_view_is_room_shown (PlyTimetableView *self, const char *room)
{
  g_return_val_if_fail (PLY_IS_TIMETABLE_VIEW (self) && room != NULL, FALSE);
  return !g_hash_table_contains (self->hidden, room);
}

void
ply_timetable_view_set_room_shown (PlyTimetableView *self, const char *room, gboolean shown)
{
  g_return_if_fail (PLY_IS_TIMETABLE_VIEW (self) && room != NULL);

  if (shown ? g_hash_table_remove (self->hidden, room)
            : g_hash_table_add (self->hidden, g_strdup (room)))
    g_signal_emit (self, signals[SHOWN_CHANGED], 0);
}

void
ply_timetable_view_show_all_rooms (PlyTimetableView *self)
{
  g_return_if_fail (PLY_IS_TIMETABLE_VIEW (self));

  if (g_hash_table_size (self->hidden) == 0)
    return;
  g_hash_table_remove_all (self->hidden);
  g_signal_emit (self, signals[SHOWN_CHANGED], 0);
}

char **
ply_timetable_view_dup_rooms (PlyTimetableView *self)
{
  g_autoptr (GPtrArray) rooms = NULL;

  g_return_val_if_fail (PLY_IS_TIMETABLE_VIEW (self), NULL);

  if (g_hash_table_size (self->hidden) == 0)
    return NULL;
  rooms = ply_snapshot_dup_ordered (ply_timetable_view_get_snapshot (self), PLY_KIND_ROOM);
  return dup_ids (rooms, self->hidden);
}

gboolean
ply_timetable_view_get_rooms_down (PlyTimetableView *self)
{
  g_return_val_if_fail (PLY_IS_TIMETABLE_VIEW (self), FALSE);
  return self->rooms_down;
}

void
ply_timetable_view_set_rooms_down (PlyTimetableView *self, gboolean rooms_down)
{
  g_return_if_fail (PLY_IS_TIMETABLE_VIEW (self));

  if (self->rooms_down == !!rooms_down)
    return;
  self->rooms_down = !!rooms_down;
  notify (self, PROP_ROOMS_DOWN);
  g_signal_emit (self, signals[SHOWN_CHANGED], 0);
}

double
ply_timetable_view_get_zoom (PlyTimetableView *self)
{
  g_return_val_if_fail (PLY_IS_TIMETABLE_VIEW (self), 1);
  return self->zoom;
}

void
ply_timetable_view_set_zoom (PlyTimetableView *self, double zoom)
{
  g_return_if_fail (PLY_IS_TIMETABLE_VIEW (self));

  zoom = CLAMP (zoom, PLY_TIMETABLE_MIN_ZOOM, PLY_TIMETABLE_MAX_ZOOM);
  if (ABS (self->zoom - zoom) < 1e-6)
    return;
  self->zoom = zoom;
  notify (self, PROP_ZOOM);
}

gint64
ply_timetable_view_get_snap (PlyTimetableView *self)
{
  g_return_val_if_fail (PLY_IS_TIMETABLE_VIEW (self), DEFAULT_SNAP);
  return self->snap;
}

void
ply_timetable_view_set_snap (PlyTimetableView *self, gint64 minutes)
{
  g_return_if_fail (PLY_IS_TIMETABLE_VIEW (self));

  minutes = CLAMP (minutes, 1, MAX_SNAP);
  if (self->snap == minutes)
    return;
  self->snap = minutes;
  notify (self, PROP_SNAP);
}

/* The selection */

gboolean
ply_timetable_view_is_selected (PlyTimetableView *self, const char *session)
{
  g_return_val_if_fail (PLY_IS_TIMETABLE_VIEW (self) && session != NULL, FALSE);
  return g_hash_table_contains (self->selected, session);
}

guint
ply_timetable_view_get_n_selected (PlyTimetableView *self)
{
  g_return_val_if_fail (PLY_IS_TIMETABLE_VIEW (self), 0);
  return g_hash_table_size (self->selected);
}

char **
ply_timetable_view_dup_selected (PlyTimetableView *self)
{
  g_autoptr (GStrvBuilder) placed = g_strv_builder_new (), unplaced = g_strv_builder_new ();
  g_auto (GStrv) rest = NULL;
  GListModel *items;

  g_return_val_if_fail (PLY_IS_TIMETABLE_VIEW (self), NULL);

  items = ply_workspace_get_items (self->workspace, PLY_KIND_SESSION);
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (PlyItem) item = g_list_model_get_item (items, i);

      if (g_hash_table_contains (self->selected, ply_item_get_id (item)))
        g_strv_builder_add (ply_session_is_placed (ply_item_get_record (item)) ? placed : unplaced,
                            ply_item_get_id (item));
    }
  rest = g_strv_builder_end (unplaced);
  g_strv_builder_addv (placed, (const char **) rest);
  return g_strv_builder_end (placed);
}

static gboolean
is_selection (PlyTimetableView *self, const char *const *sessions)
{
  guint n = 0;

  for (; sessions != NULL && sessions[n] != NULL; n++)
    if (!g_hash_table_contains (self->selected, sessions[n]))
      return FALSE;
  return n == g_hash_table_size (self->selected);
}

void
ply_timetable_view_set_selected (PlyTimetableView *self, const char *const *sessions)
{
  g_autoptr (GHashTable) selected = NULL;

  g_return_if_fail (PLY_IS_TIMETABLE_VIEW (self));

  if (is_selection (self, sessions))
    return;
  selected = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; sessions != NULL && sessions[i] != NULL; i++)
    g_hash_table_add (selected, g_strdup (sessions[i]));
  g_hash_table_unref (self->selected);
  self->selected = g_steal_pointer (&selected);
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

void
ply_timetable_view_select (PlyTimetableView *self, const char *session)
{
  g_return_if_fail (PLY_IS_TIMETABLE_VIEW (self));

  ply_timetable_view_set_selected (self, (const char *const[]) { session, NULL });
  if (session != NULL)
    ply_timetable_view_set_focus (self, session);
}

void
ply_timetable_view_toggle (PlyTimetableView *self, const char *session)
{
  g_return_if_fail (PLY_IS_TIMETABLE_VIEW (self) && session != NULL);

  if (!g_hash_table_remove (self->selected, session))
    g_hash_table_add (self->selected, g_strdup (session));
  ply_timetable_view_set_focus (self, session);
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

/* The focus */

const char *
ply_timetable_view_get_focus (PlyTimetableView *self)
{
  g_return_val_if_fail (PLY_IS_TIMETABLE_VIEW (self), NULL);
  return self->focus;
}

void
ply_timetable_view_set_focus (PlyTimetableView *self, const char *session)
{
  g_return_if_fail (PLY_IS_TIMETABLE_VIEW (self));

  if (!g_set_str (&self->focus, session))
    return;
  forget_talk (self);
  notify (self, PROP_FOCUS);
}

const char *
ply_timetable_view_get_talk (PlyTimetableView *self)
{
  g_return_val_if_fail (PLY_IS_TIMETABLE_VIEW (self), NULL);
  return self->talk;
}

void
ply_timetable_view_set_talk (PlyTimetableView *self, const char *talk)
{
  g_return_if_fail (PLY_IS_TIMETABLE_VIEW (self));

  if (g_set_str (&self->talk, talk))
    notify (self, PROP_TALK);
}

void
ply_timetable_view_show (PlyTimetableView *self, const char *session)
{
  const PlySession *record;

  g_return_if_fail (PLY_IS_TIMETABLE_VIEW (self) && session != NULL);

  record = find_session (self, session);
  if (record == NULL)
    return;
  if (ply_session_is_placed (record))
    {
      if (self->day != NULL)
        ply_timetable_view_set_day (self, record->day);
      if (record->room != NULL)
        ply_timetable_view_set_room_shown (self, record->room, TRUE);
    }
  ply_timetable_view_select (self, session);
  if (ply_session_is_placed (record))
    g_signal_emit (self, signals[REVEAL], 0, session);
}
