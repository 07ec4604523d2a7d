/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-block-text.h"

#define SMALL 0.86     /* of the title's size */
#define TIGHT 0.78     /* of the title's size, where a line does not fit */
#define LEAST_LINE 0.6 /* of a line: less is not worth words */
#define DIM_ALPHA 0.75
#define TALK_PADDING 8
#define LEAST_WIDTH 1.8 /* of a line: narrower is not worth words */

typedef enum
{
  PART_TITLE,
  PART_TIME,
  PART_NOTE,
  PART_PEOPLE,
  PART_TRACK,
  N_PARTS
} Part;

typedef struct
{
  char *words;
  PangoLayout *layout; /* NULL until it is needed */
  double y;
  gboolean is_shown;
} PartText;

typedef struct
{
  char *words;
  gsize time_length;
  PangoLayout *layout;
  double x, y, width, height;
  gboolean is_over;
} TalkText;

struct _PlyBlockText
{
  grefcount ref_count;
  PangoContext *context;
  PartText parts[N_PARTS];
  GArray *talks; /* TalkText */
  gboolean is_struck, is_centered;
  gboolean is_joined; /* title and time share the only line */
  gboolean is_tight;  /* which is lower than a line should be */
  double width, height;
};

static void
clear_talk (gpointer data)
{
  TalkText *talk = data;

  g_free (talk->words);
  g_clear_object (&talk->layout);
}

PlyBlockText *
ply_block_text_new (PangoContext *context)
{
  PlyBlockText *self = g_new0 (PlyBlockText, 1);

  g_ref_count_init (&self->ref_count);
  self->context = g_object_ref (context);
  self->talks = g_array_new (FALSE, TRUE, sizeof (TalkText));
  g_array_set_clear_func (self->talks, clear_talk);
  return self;
}

PlyBlockText *
ply_block_text_ref (PlyBlockText *self)
{
  g_ref_count_inc (&self->ref_count);
  return self;
}

void
ply_block_text_unref (PlyBlockText *self)
{
  if (!g_ref_count_dec (&self->ref_count))
    return;
  for (guint part = 0; part < N_PARTS; part++)
    {
      g_free (self->parts[part].words);
      g_clear_object (&self->parts[part].layout);
    }
  g_array_unref (self->talks);
  g_object_unref (self->context);
  g_free (self);
}

/* Words */

static void
set_part (PlyBlockText *self, Part part, const char *words)
{
  if (g_set_str (&self->parts[part].words, words))
    g_clear_object (&self->parts[part].layout);
}

void
ply_block_text_set_words (PlyBlockText *self, const PlyBlockWords *words)
{
  if (self->is_struck != words->is_struck || self->is_centered != words->is_centered)
    for (guint part = 0; part < N_PARTS; part++)
      g_clear_object (&self->parts[part].layout);
  self->is_struck = words->is_struck;
  self->is_centered = words->is_centered;
  if (g_strcmp0 (self->parts[PART_TIME].words, words->time) != 0 && self->is_joined)
    g_clear_object (&self->parts[PART_TITLE].layout);
  set_part (self, PART_TITLE, words->title);
  set_part (self, PART_TIME, words->time);
  set_part (self, PART_NOTE, words->note);
  set_part (self, PART_PEOPLE, words->people);
  set_part (self, PART_TRACK, words->track);
}

void
ply_block_text_set_talks (PlyBlockText *self, const PlyTalkWords *talks, guint n_talks)
{
  g_array_set_size (self->talks, n_talks);
  for (guint i = 0; i < n_talks; i++)
    {
      TalkText *talk = &g_array_index (self->talks, TalkText, i);

      if (g_set_str (&talk->words, talks[i].words) || talk->time_length != talks[i].time_length)
        g_clear_object (&talk->layout);
      talk->time_length = talks[i].time_length;
      talk->x = talks[i].x;
      talk->y = talks[i].y;
      talk->width = talks[i].width;
      talk->height = talks[i].height;
      talk->is_over = talks[i].is_over;
    }
}

/* Layouts */

static void
take_attribute (PangoAttrList *list, PangoAttribute *attribute, guint from, guint to)
{
  attribute->start_index = from;
  attribute->end_index = to;
  pango_attr_list_insert (list, attribute);
}

/* The time is quieter than what it stands beside; its digits stand below each other. */
static void
add_time (PangoAttrList *list, guint from, guint to)
{
  take_attribute (list, pango_attr_foreground_alpha_new ((guint16) (DIM_ALPHA * 65535)), from, to);
  take_attribute (list, pango_attr_weight_new (PANGO_WEIGHT_NORMAL), from, to);
  take_attribute (list, pango_attr_scale_new (SMALL), from, to);
  take_attribute (list, pango_attr_font_features_new ("tnum=1"), from, to);
}

static PangoAttrList *
part_attributes (PlyBlockText *self, Part part, guint title_length)
{
  PangoAttrList *list = pango_attr_list_new ();

  take_attribute (list, pango_attr_insert_hyphens_new (FALSE), 0, G_MAXUINT);
  if (part == PART_TITLE)
    take_attribute (list, pango_attr_weight_new (PANGO_WEIGHT_SEMIBOLD), 0, title_length);
  else
    take_attribute (list, pango_attr_scale_new (SMALL), 0, G_MAXUINT);
  if (part == PART_TITLE && self->is_tight)
    take_attribute (list, pango_attr_scale_new (TIGHT), 0, G_MAXUINT);
  if (part == PART_NOTE)
    take_attribute (list, pango_attr_weight_new (PANGO_WEIGHT_SEMIBOLD), 0, G_MAXUINT);
  if (part == PART_TIME)
    take_attribute (list, pango_attr_font_features_new ("tnum=1"), 0, G_MAXUINT);
  if (self->is_struck && part <= PART_TIME)
    take_attribute (list, pango_attr_strikethrough_new (TRUE), 0, title_length);
  return list;
}

static PangoLayout *
new_layout (PlyBlockText *self)
{
  PangoLayout *layout = pango_layout_new (self->context);

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  if (self->is_centered)
    pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  return layout;
}

static void
make_layout (PlyBlockText *self, Part part)
{
  PartText *text = &self->parts[part];
  guint length = (guint) strlen (text->words);
  PangoAttrList *list = part_attributes (self, part, part == PART_TITLE ? length : G_MAXUINT);

  text->layout = new_layout (self);
  if (part == PART_TITLE && self->is_joined)
    {
      g_autofree char *both = g_strdup_printf ("%s  %s", text->words, self->parts[PART_TIME].words);

      pango_layout_set_text (text->layout, both, -1);
      add_time (list, length, G_MAXUINT);
    }
  else
    pango_layout_set_text (text->layout, text->words, -1);
  pango_layout_set_attributes (text->layout, list);
  pango_attr_list_unref (list);
}

/* How high the part is in no more than @lines; Pango keeps what it has when nothing is new. */
static double
measure_part (PlyBlockText *self, Part part, int lines)
{
  PartText *text = &self->parts[part];
  int height, width = (int) (self->width * PANGO_SCALE);

  if (text->layout == NULL)
    make_layout (self, part);
  if (pango_layout_get_width (text->layout) != width || pango_layout_is_ellipsized (text->layout)
      || pango_layout_get_line_count (text->layout) > lines)
    {
      pango_layout_set_width (text->layout, width);
      pango_layout_set_height (text->layout, -lines);
    }
  pango_layout_get_pixel_size (text->layout, NULL, &height);
  return height;
}

static double
show_part (PlyBlockText *self, Part part, double y, int lines)
{
  self->parts[part].is_shown = TRUE;
  self->parts[part].y = y;
  return y + measure_part (self, part, lines);
}

static void
set_line (PlyBlockText *self, gboolean joined, gboolean tight)
{
  joined = joined && self->parts[PART_TIME].words != NULL;
  if (self->is_joined != joined || self->is_tight != tight)
    g_clear_object (&self->parts[PART_TITLE].layout);
  self->is_joined = joined;
  self->is_tight = tight;
}

static double
show_rest (PlyBlockText *self, double y, double room, double line)
{
  double small = line * SMALL;

  for (Part part = PART_TIME; part < N_PARTS; part++)
    {
      int lines = (int) ((room - y) / small);

      if (self->parts[part].words == NULL || lines < 1)
        continue;
      if (part == PART_PEOPLE)
        lines = CLAMP (lines - (self->parts[PART_TRACK].words != NULL), 1, 3);
      else
        lines = 1;
      y = show_part (self, part, y, lines);
    }
  return y;
}

void
ply_block_text_fit (PlyBlockText *self, double width, double height, double line, gboolean small)
{
  gboolean tight = small || height < line * 0.95;
  double title = tight ? line * TIGHT : line;
  int lines = MAX (1, (int) (height / title));
  gboolean one_line = height < title + line * SMALL;

  for (guint part = 0; part < N_PARTS; part++)
    self->parts[part].is_shown = FALSE;
  self->width = width;
  self->height = 0;
  if (height < line * LEAST_LINE || width < line * LEAST_WIDTH
      || self->parts[PART_TITLE].words == NULL)
    return;
  set_line (self, one_line, tight);
  /* The whole title is worth more than the time, which the axis tells too, unless there is room for
     most of both. */
  if (lines > 2 && height - lines * title < line * SMALL)
    lines--;
  self->height = show_part (self, PART_TITLE, 0, lines);
  if (!one_line)
    self->height = show_rest (self, self->height, height, line);
}

static void
make_talk_layout (PlyBlockText *self, TalkText *talk)
{
  PangoAttrList *list = pango_attr_list_new ();

  talk->layout = new_layout (self);
  pango_layout_set_text (talk->layout, talk->words, -1);
  take_attribute (list, pango_attr_scale_new (0.93), 0, G_MAXUINT);
  add_time (list, 0, (guint) talk->time_length);
  pango_layout_set_attributes (talk->layout, list);
  pango_attr_list_unref (list);
}

/* Only when they are seen: most sessions are too small for their talks. */
static void
fit_talk (PlyBlockText *self, TalkText *talk)
{
  if (talk->layout == NULL)
    make_talk_layout (self, talk);
  pango_layout_set_width (talk->layout,
                          (int) (MAX (1, talk->width - 2 * TALK_PADDING) * PANGO_SCALE));
  pango_layout_set_height (talk->layout, MAX (1, (int) (talk->height * PANGO_SCALE)));
}

/* Drawing */

static void
draw_layout (GtkSnapshot *snapshot, PangoLayout *layout, double y, const GdkRGBA *color)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, (float) y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

void
ply_block_text_draw (PlyBlockText *self, GtkSnapshot *snapshot, const PlyBlockColors *colors)
{
  for (Part part = 0; part < N_PARTS; part++)
    if (self->parts[part].is_shown && self->parts[part].layout != NULL)
      draw_layout (snapshot, self->parts[part].layout, self->parts[part].y,
                   part == PART_TITLE || part == PART_NOTE ? &colors->text : &colors->dim_text);
}

static void
draw_talk (PlyBlockText *self, TalkText *talk, GtkSnapshot *snapshot, const PlyBlockColors *colors,
           const GdkRGBA *over)
{
  graphene_rect_t box = GRAPHENE_RECT_INIT ((float) talk->x, (float) talk->y, (float) talk->width,
                                            (float) talk->height);

  fit_talk (self, talk);
  gtk_snapshot_append_color (snapshot, &colors->border,
                             &GRAPHENE_RECT_INIT (box.origin.x, box.origin.y, box.size.width, 1));
  gtk_snapshot_append_color (snapshot, &colors->border,
                             &GRAPHENE_RECT_INIT (box.origin.x, box.origin.y, 1, box.size.height));
  gtk_snapshot_push_clip (snapshot, &box);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) talk->x + TALK_PADDING, 0));
  draw_layout (snapshot, talk->layout, talk->y + 1, talk->is_over ? over : &colors->text);
  gtk_snapshot_restore (snapshot);
  gtk_snapshot_pop (snapshot);
}

void
ply_block_text_draw_talks (PlyBlockText *self, GtkSnapshot *snapshot, const PlyBlockColors *colors,
                           const GdkRGBA *over)
{
  for (guint i = 0; i < self->talks->len; i++)
    {
      TalkText *talk = &g_array_index (self->talks, TalkText, i);

      if (talk->height > 0 && talk->width > 0)
        draw_talk (self, talk, snapshot, colors, over);
    }
}

guint
ply_block_text_get_n_talks (PlyBlockText *self)
{
  return self->talks->len;
}

double
ply_block_text_get_height (PlyBlockText *self)
{
  return self->height;
}
