/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-block-maker.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ply-conflict-words.h"
#include "ply-describe.h"
#include "ply-formatter.h"
#include "ply-programme-order.h"
#include "ply-time.h"

/* Texts are kept for sessions that were in view, up to so many. */
#define MAX_TEXTS 900
/* Below it all titles are small, so that they are all alike. */
#define SMALL_ZOOM 0.8
#define COUNT_SCALE 0.86

typedef struct
{
  guint n;
  PlySeverity worst;
} Conflicts;

typedef struct
{
  PlyBlockColors colors;
  guint pattern;
} Track;

struct _PlyBlockMaker
{
  PlyTimetableView *view; /* borrowed: the canvas has it */
  GtkWidget *widget;      /* borrowed: the canvas */
  PlyFormatter *formatter;

  GHashTable *texts;     /* session id -> PlyBlockText */
  GHashTable *conflicts; /* session id -> Conflicts */
  GHashTable *tracks;    /* track id, or "" -> Track */
  GHashTable *weekdays;  /* date -> name */
  GHashTable *counts;    /* number of conflicts -> PangoLayout */

  gboolean has_style;
  PlyBlockScheme scheme;
  PlyBlockColors break_colors;
  GdkRGBA accent;
  double line;
  GdkPaintable *marks[PLY_N_SEVERITIES];
};

/* Style */

static void
load_marks (PlyBlockMaker *self)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (self->widget));

  for (guint i = 0; i < PLY_N_SEVERITIES; i++)
    g_set_object (
        &self->marks[i],
        GDK_PAINTABLE (gtk_icon_theme_lookup_icon (
            theme, ply_severity_icon_name (i), NULL, (int) (self->line * PLY_BLOCK_MARK_LINES),
            gtk_widget_get_scale_factor (self->widget), gtk_widget_get_direction (self->widget),
            GTK_ICON_LOOKUP_PRELOAD)));
}

static double
measure_line (PlyBlockMaker *self)
{
  PangoContext *context = gtk_widget_get_pango_context (self->widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  double line = pango_font_metrics_get_height (metrics) / (double) PANGO_SCALE;

  pango_font_metrics_unref (metrics);
  return MAX (line, 8);
}

static void
load_style (PlyBlockMaker *self)
{
  AdwStyleManager *style =
      adw_style_manager_get_for_display (gtk_widget_get_display (self->widget));
  g_autoptr (GdkRGBA) accent = adw_style_manager_get_accent_color_rgba (style);
  GdkRGBA background;

  if (self->has_style)
    return;
  self->has_style = TRUE;
  self->scheme = (PlyBlockScheme) { adw_style_manager_get_dark (style),
                                    adw_style_manager_get_high_contrast (style) };
  background = ply_block_colors_background (self->scheme);
  self->accent = ply_block_colors_readable (accent, &background, 3);
  self->break_colors = ply_block_colors_for_break (self->scheme);
  self->line = measure_line (self);
  load_marks (self);
}

void
ply_block_maker_style_changed (PlyBlockMaker *self)
{
  self->has_style = FALSE;
  g_hash_table_remove_all (self->texts);
  g_hash_table_remove_all (self->tracks);
  g_hash_table_remove_all (self->counts);
}

gboolean
ply_block_maker_is_stale (PlyBlockMaker *self)
{
  return self->has_style && self->line != measure_line (self);
}

PlyBlockScheme
ply_block_maker_get_scheme (PlyBlockMaker *self)
{
  load_style (self);
  return self->scheme;
}

double
ply_block_maker_get_line (PlyBlockMaker *self)
{
  load_style (self);
  return self->line;
}

GdkRGBA
ply_block_maker_get_severity_color (PlyBlockMaker *self, PlySeverity severity,
                                    const GdkRGBA *background)
{
  static const GdkRGBA colors[PLY_N_SEVERITIES] = { { 0.75f, 0.11f, 0.16f, 1 },
                                                    { 0.68f, 0.42f, 0, 1 },
                                                    { 0.15f, 0.4f, 0.75f, 1 } };

  load_style (self);
  return ply_block_colors_readable (&colors[MIN (severity, PLY_SEVERITY_HINT)], background,
                                    self->scheme.high_contrast ? 7 : 4.5);
}

/* The how many-th of its color it is, and of those without color. */
static void
place_track (const PlySnapshot *snapshot, const PlyTrack *track, guint *pattern, guint *colorless)
{
  g_autoptr (GPtrArray) ordered = ply_snapshot_dup_ordered (snapshot, PLY_KIND_TRACK);

  *pattern = *colorless = 0;
  for (guint i = 0; i < ordered->len && ordered->pdata[i] != track; i++)
    {
      const PlyTrack *other = ordered->pdata[i];

      *colorless += other->color == NULL;
      *pattern += g_strcmp0 (other->color, track->color) == 0;
    }
  if (track->color == NULL)
    *pattern /= PLY_BLOCK_COLORS_N_SUGGESTED;
}

static const Track *
get_track (PlyBlockMaker *self, const PlySnapshot *snapshot, const char *id)
{
  const char *key = id != NULL ? id : "";
  Track *found = g_hash_table_lookup (self->tracks, key);
  const PlyTrack *track;
  const char *color;
  guint index = 0;

  if (found != NULL)
    return found;
  track = ply_snapshot_lookup (snapshot, PLY_KIND_TRACK, id);
  found = g_new0 (Track, 1);
  if (track != NULL)
    place_track (snapshot, track, &found->pattern, &index);
  color = track == NULL || track->color != NULL ? NULL : ply_block_colors_suggest (index);
  found->colors = ply_block_colors_for_track (
      self->scheme, track != NULL && track->color != NULL ? track->color : color);
  g_hash_table_insert (self->tracks, g_strdup (key), found);
  return found;
}

/* Conflicts */

guint
ply_block_maker_count_conflicts (PlyBlockMaker *self, const char *session, PlySeverity *worst)
{
  Conflicts *found = g_hash_table_lookup (self->conflicts, session);

  if (found == NULL)
    {
      g_autoptr (GPtrArray) about = ply_workspace_dup_conflicts_about (
          ply_timetable_view_get_workspace (self->view), PLY_KIND_SESSION, session);

      found = g_new (Conflicts, 1);
      found->n = about->len;
      found->worst =
          about->len > 0 ? ((const PlyConflict *) about->pdata[0])->severity : PLY_N_SEVERITIES;
      g_hash_table_insert (self->conflicts, g_strdup (session), found);
    }
  if (worst != NULL)
    *worst = found->worst;
  return found->n;
}

void
ply_block_maker_conflicts_changed (PlyBlockMaker *self)
{
  g_hash_table_remove_all (self->conflicts);
}

void
ply_block_maker_records_changed (PlyBlockMaker *self)
{
  g_hash_table_remove_all (self->tracks);
  g_hash_table_remove_all (self->weekdays);
}

/* Words */

const char *
ply_block_maker_get_weekday (PlyBlockMaker *self, const PlyDay *day)
{
  char *name;

  if (day == NULL || day->date == NULL || !ply_date_is_valid (day->date))
    return "";
  name = g_hash_table_lookup (self->weekdays, day->date);
  if (name == NULL)
    {
      name = ply_formatter_date (self->formatter, day->date, PLY_DATE_WEEKDAY);
      g_hash_table_insert (self->weekdays, g_strdup (day->date), name);
    }
  return name;
}

static char *
time_range (const PlyGridBlock *block)
{
  g_autofree char *start = ply_minutes_format (block->start);
  g_autofree char *end = ply_minutes_format (block->end);

  return g_strdup_printf ("%s–%s", start, end);
}

/* "12 min over"; @is_over: it is a warning. */
static char *
overrun_note (PlyGrid *grid, guint block, gboolean *is_over)
{
  gint64 minutes;

  *is_over = FALSE;
  if (!ply_grid_get_overrun (grid, block, &minutes))
    return NULL;
  *is_over = minutes > 0;
  /* Translators: the talks of a session last as long as it does */
  if (minutes == 0)
    return g_strdup (_ ("fits"));
  /* Translators: %u are minutes by which the talks of a session last longer than the session */
  if (minutes > 0)
    return g_strdup_printf (ngettext ("%u min over", "%u min over", (gulong) minutes),
                            (guint) minutes);
  /* Translators: %u are minutes of a session that its talks leave free */
  return g_strdup_printf (ngettext ("%u min free", "%u min free", (gulong) -minutes),
                          (guint) -minutes);
}

static char *
state_words (const PlySession *session)
{
  if (g_strcmp0 (session->state, "cancelled") == 0)
    return g_strdup (_ ("Cancelled"));
  if (g_strcmp0 (session->state, "tentative") == 0)
    return g_strdup (_ ("Tentative"));
  return NULL;
}

static void
append (GString *string, const char *separator, const char *words)
{
  if (words == NULL || words[0] == '\0')
    return;
  if (string->len > 0)
    g_string_append (string, separator);
  g_string_append (string, words);
}

static char *
conflict_words (PlyBlockMaker *self, const char *session)
{
  guint n = ply_block_maker_count_conflicts (self, session, NULL);

  return n > 0 ? ply_conflict_words_dup_n (n) : NULL;
}

char *
ply_block_maker_dup_name (PlyBlockMaker *self, PlyGrid *grid, guint index)
{
  const PlyGridBlock *block = ply_grid_get_block (grid, index);
  const PlySnapshot *snapshot = ply_grid_get_snapshot (grid);
  g_autoptr (GString) name = g_string_new (NULL);
  g_autofree char *start = ply_minutes_format (block->start);
  g_autofree char *end = ply_minutes_format (block->end);
  g_autofree char *when = NULL;
  g_autofree char *where = ply_describe_where (snapshot, block->session);
  g_autofree char *state = state_words (block->session);
  g_autofree char *conflicts = conflict_words (self, block->session->record.id);

  /* Translators: when a session is, read aloud: "Thursday 09:00 to 09:30"; %1$s is the day of the
     week, %2$s the start, %3$s the end */
  when = g_strdup_printf (
      _ ("%1$s %2$s to %3$s"),
      ply_block_maker_get_weekday (self, ply_grid_get_day (grid, block->day)->day), start, end);
  append (name, ", ", block->session->title != NULL ? block->session->title : _ ("Untitled"));
  append (name, ", ", when);
  append (name, ", ", where);
  append (name, ", ", state);
  append (name, ", ", conflicts);
  return g_string_free_and_steal (g_steal_pointer (&name));
}

static const char *
track_name (const PlySnapshot *snapshot, const PlySession *session)
{
  const PlyTrack *track = ply_snapshot_lookup (snapshot, PLY_KIND_TRACK, session->track);

  return track != NULL ? track->name : NULL;
}

char *
ply_block_maker_dup_tooltip (PlyBlockMaker *self, PlyGrid *grid, guint index)
{
  const PlyGridBlock *block = ply_grid_get_block (grid, index);
  const PlySnapshot *snapshot = ply_grid_get_snapshot (grid);
  PlyWorkspace *workspace = ply_timetable_view_get_workspace (self->view);
  const char *id = block->session->record.id;
  gboolean is_over;
  g_autoptr (GPtrArray) about = ply_workspace_dup_conflicts_about (workspace, PLY_KIND_SESSION, id);
  g_autoptr (GString) tooltip = g_string_new (block->session->title);
  g_autofree char *time = time_range (block);
  g_autofree char *where = ply_describe_where (snapshot, block->session);
  g_autofree char *people = ply_describe_people (snapshot, block->session);
  g_autofree char *state = state_words (block->session);
  g_autofree char *note = overrun_note (grid, index, &is_over);

  append (tooltip, "\n", time);
  append (tooltip, " · ", note);
  append (tooltip, ", ", where);
  append (tooltip, "\n", people);
  append (tooltip, "\n", track_name (snapshot, block->session));
  append (tooltip, "\n", state);
  for (guint i = 0; i < MIN (about->len, 6); i++)
    {
      g_autofree char *message =
          ply_conflicts_dup_message (ply_workspace_get_conflicts (workspace), about->pdata[i]);

      append (tooltip, i == 0 ? "\n\n" : "\n", message);
    }
  return g_string_free_and_steal (g_steal_pointer (&tooltip));
}

/* Faces */

static PlyBlockText *
get_text (PlyBlockMaker *self, const char *session)
{
  PlyBlockText *text = g_hash_table_lookup (self->texts, session);

  if (text != NULL)
    return text;
  if (g_hash_table_size (self->texts) >= MAX_TEXTS)
    g_hash_table_remove_all (self->texts);
  text = ply_block_text_new (gtk_widget_get_pango_context (self->widget));
  g_hash_table_insert (self->texts, g_strdup (session), text);
  return text;
}

static void
set_words (PlyBlockMaker *self, PlyBlockFace *face, PlyGrid *grid, guint index)
{
  const PlyGridBlock *block = ply_grid_get_block (grid, index);
  const PlySnapshot *snapshot = ply_grid_get_snapshot (grid);
  gboolean is_over;
  g_autofree char *time = time_range (block);
  g_autofree char *people = ply_describe_people (snapshot, block->session);
  g_autofree char *state = state_words (block->session);
  g_autofree char *note = overrun_note (grid, index, &is_over);
  g_autofree char *both = note != NULL && !is_over ? g_strdup_printf ("%s · %s", time, note) : NULL;
  PlyBlockWords words = {
    .title = block->session->title != NULL ? block->session->title : _ ("Untitled"),
    .time = both != NULL ? both : time,
    .people = people[0] != '\0' ? people : NULL,
    .track = face->is_break ? NULL : track_name (snapshot, block->session),
    .note = state != NULL ? state
            : is_over     ? note
                          : NULL,
    .is_struck = face->is_cancelled,
  };

  ply_block_text_set_words (face->text, &words);
}

static void
set_talks (PlyBlockFace *face, PlyGrid *grid, guint index)
{
  const PlyGridBlock *block = ply_grid_get_block (grid, index);
  g_autoptr (GArray) talks = ply_grid_dup_talks (grid, index);
  g_autoptr (GPtrArray) strings = g_ptr_array_new_with_free_func (g_free);
  g_autofree PlyTalkWords *words = NULL;

  if (talks == NULL)
    {
      ply_block_text_set_talks (face->text, NULL, 0);
      return;
    }
  words = g_new0 (PlyTalkWords, talks->len);
  for (guint i = 0; i < talks->len; i++)
    {
      const PlyGridTalk *talk = &g_array_index (talks, PlyGridTalk, i);
      g_autofree char *start = ply_minutes_format (talk->start);
      char *line = g_strdup_printf ("%s  %s", start,
                                    talk->talk->title != NULL ? talk->talk->title : _ ("Untitled"));

      g_ptr_array_add (strings, line);
      words[i] = (PlyTalkWords) {
        .words = line,
        .time_length = strlen (start),
        .x = talk->box.x - block->box.x,
        .y = talk->box.y - block->box.y,
        .width = talk->box.width,
        .height = talk->box.height,
        .is_over = talk->is_over,
      };
    }
  ply_block_text_set_talks (face->text, words, talks->len);
}

/* Beside the mark; NULL: the mark says it. */
static PangoLayout *
get_count (PlyBlockMaker *self, guint n)
{
  PangoLayout *layout = g_hash_table_lookup (self->counts, GUINT_TO_POINTER (n));
  g_autofree char *number = NULL;
  PangoAttrList *list;

  if (layout != NULL || n < 2)
    return layout;
  number = g_strdup_printf ("%u", n);
  layout = gtk_widget_create_pango_layout (self->widget, number);
  list = pango_attr_list_new ();
  pango_attr_list_insert (list, pango_attr_scale_new (COUNT_SCALE));
  pango_attr_list_insert (list, pango_attr_weight_new (PANGO_WEIGHT_SEMIBOLD));
  pango_layout_set_attributes (layout, list);
  pango_attr_list_unref (list);
  g_hash_table_insert (self->counts, GUINT_TO_POINTER (n), layout);
  return layout;
}

static PlyBlockShape
make_shape (PlyBlockMaker *self, PlyGrid *grid, guint index)
{
  const PlyGridBlock *block = ply_grid_get_block (grid, index);
  PlyGridBox caption = ply_grid_get_caption (grid, index);
  gint64 minutes = block->start - ply_grid_get_first_minute (grid);

  return (PlyBlockShape) {
    .width = block->box.width,
    .height = block->box.height,
    .caption_width = caption.width,
    .caption_height = caption.height,
    .is_small = ply_timetable_view_get_zoom (self->view) < SMALL_ZOOM,
    .row = (guint) (minutes / ply_grid_get_snap (grid)) + 1,
    .column = block->lane + 1,
    .n_columns = block->n_lanes,
  };
}

void
ply_block_maker_bind (PlyBlockMaker *self, PlyBlockWidget *widget, PlyGrid *grid, guint index)
{
  const PlyGridBlock *block = ply_grid_get_block (grid, index);
  const PlySnapshot *snapshot = ply_grid_get_snapshot (grid);
  const PlySession *session = block->session;
  g_autofree char *name = ply_block_maker_dup_name (self, grid, index);
  PlyBlockShape shape;
  const Track *track;
  PlyBlockFace face = { 0 };

  load_style (self);
  track = get_track (self, snapshot, session->track);
  face.session = session;
  face.name = name;
  face.text = get_text (self, session->record.id);
  face.is_break = ply_session_is_break (snapshot, session);
  face.colors = face.is_break ? self->break_colors : track->colors;
  face.pattern = track->pattern;
  face.is_cancelled = g_strcmp0 (session->state, "cancelled") == 0;
  face.is_tentative = g_strcmp0 (session->state, "tentative") == 0;
  face.is_cut = block->is_cut;
  face.n_conflicts = ply_block_maker_count_conflicts (self, session->record.id, &face.worst);
  face.mark = face.n_conflicts > 0 ? self->marks[face.worst] : NULL;
  face.count = get_count (self, face.n_conflicts);
  face.mark_color = ply_block_maker_get_severity_color (
      self, face.n_conflicts > 0 ? face.worst : PLY_SEVERITY_ERROR, &face.colors.fill);
  face.accent = self->accent;
  face.line = self->line;
  set_words (self, &face, grid, index);
  set_talks (&face, grid, index);
  shape = make_shape (self, grid, index);
  ply_block_widget_bind (widget, &face, &shape);
}

static gboolean
is_current (PlyBlockMaker *self, PlyBlockWidget *widget, PlyGrid *grid, guint index)
{
  const PlySession *session = ply_grid_get_block (grid, index)->session;
  PlySeverity worst, shown;

  /* The talks' boxes belong to the grid. */
  return ply_block_widget_get_record (widget) == session
         && ply_session_talks (ply_grid_get_snapshot (grid), session)->len == 0
         && ply_block_maker_count_conflicts (self, session->record.id, &worst)
                == ply_block_widget_get_n_conflicts (widget, &shown)
         && worst == shown;
}

void
ply_block_maker_rebind (PlyBlockMaker *self, PlyBlockWidget *widget, PlyGrid *grid, guint index,
                        gboolean kept)
{
  PlyBlockShape shape;

  if (!kept || !is_current (self, widget, grid, index))
    {
      ply_block_maker_bind (self, widget, grid, index);
      return;
    }
  shape = make_shape (self, grid, index);
  ply_block_widget_reshape (widget, &shape);
}

/* Life */

PlyBlockMaker *
ply_block_maker_new (PlyTimetableView *view, GtkWidget *widget)
{
  PlyBlockMaker *self = g_new0 (PlyBlockMaker, 1);

  self->view = view;
  self->widget = widget;
  self->formatter = ply_formatter_new (g_get_language_names ()[0]);
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) ply_block_text_unref);
  self->conflicts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->tracks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->weekdays = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->counts = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  return self;
}

void
ply_block_maker_free (PlyBlockMaker *self)
{
  ply_formatter_free (self->formatter);
  g_hash_table_unref (self->texts);
  g_hash_table_unref (self->conflicts);
  g_hash_table_unref (self->tracks);
  g_hash_table_unref (self->weekdays);
  g_hash_table_unref (self->counts);
  for (guint i = 0; i < PLY_N_SEVERITIES; i++)
    g_clear_object (&self->marks[i]);
  g_free (self);
}
