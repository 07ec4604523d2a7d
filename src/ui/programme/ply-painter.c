/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-painter.h"

#include "ply-page-cache.h"
#include "ply-pdf-pages.h"

#include <graphene.h>

#define CACHE_BYTES (160 * 1024 * 1024)

typedef struct
{
  guint page;
  int width;
} Request;

/* What both threads see. The worker holds a reference: the painter may go before it has ended. */
typedef struct
{
  gatomicrefcount ref_count;
  GMutex mutex;
  GCond wake;

  /* Under the mutex */
  PlyLayout *layout;
  GQueue lanes[PLY_N_LANES]; /* Request */
  Request painting;          /* what the worker is at; width 0: nothing */
  char *find_text;           /* what is searched, or was searched last */
  guint find_page;           /* the next to be searched */
  gboolean find_runs;        /* there are pages left to search */
  gboolean quit;

  GWeakRef painter;
} Desk;

struct _PlyPainter
{
  GObject parent_instance;

  Desk *desk;
  PlyPageCache *cache;
  PlyLayout *layout;
};

/* Something that the worker hands to the main thread. */
typedef struct
{
  Desk *desk;
  PlyLayout *layout;
  guint page;
  int width;
  cairo_surface_t *surface; /* a painted page, or */
  GArray *places;           /* found places, or, with neither: searching has come to its end */
  char *find_text;
} Delivery;

enum
{
  PAINTED,
  FOUND,
  FIND_DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlyPainter, ply_painter, G_TYPE_OBJECT)

/* Desk */

static Desk *
desk_ref (Desk *desk)
{
  g_atomic_ref_count_inc (&desk->ref_count);
  return desk;
}

static void
desk_unref (Desk *desk)
{
  if (!g_atomic_ref_count_dec (&desk->ref_count))
    return;
  g_clear_pointer (&desk->layout, ply_layout_unref);
  for (guint lane = 0; lane < PLY_N_LANES; lane++)
    g_queue_clear_full (&desk->lanes[lane], g_free);
  g_free (desk->find_text);
  g_weak_ref_clear (&desk->painter);
  g_mutex_clear (&desk->mutex);
  g_cond_clear (&desk->wake);
  g_free (desk);
}

/* Main thread: what the worker has done */

static void
delivery_free (gpointer data)
{
  Delivery *delivery = data;

  g_clear_pointer (&delivery->surface, cairo_surface_destroy);
  g_clear_pointer (&delivery->places, g_array_unref);
  g_free (delivery->find_text);
  ply_layout_unref (delivery->layout);
  desk_unref (delivery->desk);
  g_free (delivery);
}

static GdkTexture *
texture_new (cairo_surface_t *surface)
{
  int height = cairo_image_surface_get_height (surface);
  int stride = cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = g_bytes_new_with_free_func (
      cairo_image_surface_get_data (surface), (gsize) stride * height,
      (GDestroyNotify) cairo_surface_destroy, cairo_surface_reference (surface));

  return gdk_memory_texture_new (cairo_image_surface_get_width (surface), height,
                                 GDK_MEMORY_DEFAULT, bytes, stride);
}

static void
take_painted (PlyPainter *self, Delivery *delivery)
{
  g_autoptr (GdkTexture) texture = texture_new (delivery->surface);
  guint64 hash = ply_layout_get_page_hash (delivery->layout, delivery->page);

  ply_page_cache_add (self->cache, hash, delivery->width, texture);
  if (delivery->layout == self->layout)
    g_signal_emit (self, signals[PAINTED], 0, delivery->page);
}

static gboolean
is_current_search (PlyPainter *self, Delivery *delivery)
{
  gboolean current;

  g_mutex_lock (&self->desk->mutex);
  current = delivery->layout == self->layout
            && g_strcmp0 (delivery->find_text, self->desk->find_text) == 0;
  g_mutex_unlock (&self->desk->mutex);
  return current;
}

static gboolean
deliver_cb (gpointer data)
{
  Delivery *delivery = data;
  g_autoptr (PlyPainter) self = g_weak_ref_get (&delivery->desk->painter);

  if (self == NULL)
    return G_SOURCE_REMOVE;
  if (delivery->surface != NULL)
    take_painted (self, delivery);
  else if (is_current_search (self, delivery) && delivery->places != NULL)
    g_signal_emit (self, signals[FOUND], 0, delivery->page, delivery->places);
  else if (is_current_search (self, delivery))
    g_signal_emit (self, signals[FIND_DONE], 0);
  return G_SOURCE_REMOVE;
}

/* Worker thread */

static Delivery *
delivery_new (Desk *desk, PlyPdfPages *pages)
{
  Delivery *delivery = g_new0 (Delivery, 1);

  delivery->desk = desk_ref (desk);
  delivery->layout = ply_layout_ref (ply_pdf_pages_get_layout (pages));
  return delivery;
}

static void
deliver (Delivery *delivery)
{
  g_main_context_invoke_full (NULL, G_PRIORITY_DEFAULT_IDLE, deliver_cb, delivery, delivery_free);
}

static void
paint (Desk *desk, PlyPdfPages *pages, const Request *request)
{
  cairo_surface_t *surface = ply_pdf_pages_paint (pages, request->page, request->width);
  Delivery *delivery;

  if (surface == NULL)
    return;
  delivery = delivery_new (desk, pages);
  delivery->page = request->page;
  delivery->width = request->width;
  delivery->surface = surface;
  deliver (delivery);
}

static void
find (Desk *desk, PlyPdfPages *pages, guint page, char *text)
{
  gboolean last = page >= ply_layout_get_n_pages (ply_pdf_pages_get_layout (pages));
  GArray *places = last ? NULL : ply_pdf_pages_find (pages, page, text);
  Delivery *delivery;

  if (places != NULL && places->len == 0)
    {
      g_array_unref (places);
      g_free (text);
      return;
    }
  delivery = delivery_new (desk, pages);
  delivery->page = page;
  delivery->places = places;
  delivery->find_text = text;
  deliver (delivery);
}

static Request *
next_request (Desk *desk)
{
  for (guint lane = 0; lane < PLY_N_LANES; lane++)
    if (desk->lanes[lane].length > 0)
      return g_queue_pop_head (&desk->lanes[lane]);
  return NULL;
}

static gboolean
has_requests (Desk *desk)
{
  return desk->lanes[PLY_LANE_PAGES].length > 0 || desk->lanes[PLY_LANE_THUMBNAILS].length > 0;
}

/* What is to be done next: painting, else searching. Waits until there is something. Under the
 * mutex. FALSE: quit. */
static gboolean
next_work (Desk *desk, PlyLayout **layout, Request **request, char **text, guint *page)
{
  desk->painting.width = 0;
  while (!desk->quit && !has_requests (desk) && !desk->find_runs)
    g_cond_wait (&desk->wake, &desk->mutex);
  if (desk->quit)
    return FALSE;
  *layout = ply_layout_ref (desk->layout);
  *request = next_request (desk);
  *text = NULL;
  if (*request != NULL)
    {
      desk->painting = **request;
      return TRUE;
    }
  *text = g_strdup (desk->find_text);
  *page = desk->find_page++;
  desk->find_runs = *page < ply_layout_get_n_pages (desk->layout);
  return TRUE;
}

static gpointer
painter_thread (gpointer data)
{
  Desk *desk = data;
  g_autoptr (PlyPdfPages) pages = NULL;

  for (;;)
    {
      PlyLayout *layout;
      Request *request;
      char *text;
      guint page = 0;
      gboolean more;

      g_mutex_lock (&desk->mutex);
      more = next_work (desk, &layout, &request, &text, &page);
      g_mutex_unlock (&desk->mutex);
      if (!more)
        break;
      if (pages == NULL || ply_pdf_pages_get_layout (pages) != layout)
        {
          g_clear_pointer (&pages, ply_pdf_pages_free);
          pages = ply_pdf_pages_new (layout);
        }
      ply_layout_unref (layout);
      if (request != NULL)
        paint (desk, pages, request);
      else
        find (desk, pages, page, text);
      g_free (request);
    }
  g_clear_pointer (&pages, ply_pdf_pages_free);
  desk_unref (desk);
  return NULL;
}

/* Class */

static void
ply_painter_dispose (GObject *object)
{
  PlyPainter *self = PLY_PAINTER (object);

  if (self->desk != NULL)
    {
      g_mutex_lock (&self->desk->mutex);
      self->desk->quit = TRUE;
      g_cond_signal (&self->desk->wake);
      g_mutex_unlock (&self->desk->mutex);
      g_clear_pointer (&self->desk, desk_unref);
    }
  g_clear_pointer (&self->layout, ply_layout_unref);
  g_clear_pointer (&self->cache, ply_page_cache_free);

  G_OBJECT_CLASS (ply_painter_parent_class)->dispose (object);
}

static void
ply_painter_class_init (PlyPainterClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ply_painter_dispose;
  signals[PAINTED] = g_signal_new ("painted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[FOUND] = g_signal_new ("found", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 2, G_TYPE_UINT, G_TYPE_ARRAY);
  signals[FIND_DONE] =
      g_signal_new ("find-done", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ply_painter_init (PlyPainter *self)
{
  Desk *desk = g_new0 (Desk, 1);

  g_atomic_ref_count_init (&desk->ref_count);
  g_mutex_init (&desk->mutex);
  g_cond_init (&desk->wake);
  for (guint lane = 0; lane < PLY_N_LANES; lane++)
    g_queue_init (&desk->lanes[lane]);
  g_weak_ref_init (&desk->painter, self);
  self->desk = desk;
  self->cache = ply_page_cache_new (CACHE_BYTES);
  g_thread_unref (g_thread_new ("pages", painter_thread, desk_ref (desk)));
}

PlyPainter *
ply_painter_new (void)
{
  return g_object_new (PLY_TYPE_PAINTER, NULL);
}

void
ply_painter_set_layout (PlyPainter *self, PlyLayout *layout)
{
  g_return_if_fail (PLY_IS_PAINTER (self) && layout != NULL);

  g_clear_pointer (&self->layout, ply_layout_unref);
  self->layout = ply_layout_ref (layout);
  g_mutex_lock (&self->desk->mutex);
  g_clear_pointer (&self->desk->layout, ply_layout_unref);
  self->desk->layout = ply_layout_ref (layout);
  for (guint lane = 0; lane < PLY_N_LANES; lane++)
    g_queue_clear_full (&self->desk->lanes[lane], g_free);
  self->desk->painting.width = 0;
  self->desk->find_runs = FALSE;
  g_mutex_unlock (&self->desk->mutex);
}

PlyLayout *
ply_painter_get_layout (PlyPainter *self)
{
  g_return_val_if_fail (PLY_IS_PAINTER (self), NULL);
  return self->layout;
}

GdkTexture *
ply_painter_get_texture (PlyPainter *self, guint page, int width)
{
  g_return_val_if_fail (PLY_IS_PAINTER (self) && self->layout != NULL, NULL);
  return ply_page_cache_lookup (self->cache, ply_layout_get_page_hash (self->layout, page), width);
}

static gboolean
is_requested (Desk *desk, PlyLane lane, guint page, int width)
{
  for (GList *l = desk->lanes[lane].head; l != NULL; l = l->next)
    if (((Request *) l->data)->page == page && ((Request *) l->data)->width == width)
      return TRUE;
  return desk->painting.page == page && desk->painting.width == width;
}

void
ply_painter_request (PlyPainter *self, PlyLane lane, guint page, int width)
{
  Desk *desk;

  g_return_if_fail (PLY_IS_PAINTER (self) && self->layout != NULL && width > 0);

  desk = self->desk;
  g_mutex_lock (&desk->mutex);
  if (!is_requested (desk, lane, page, width))
    {
      Request *request = g_new (Request, 1);

      request->page = page;
      request->width = width;
      g_queue_push_tail (&desk->lanes[lane], request);
      g_cond_signal (&desk->wake);
    }
  g_mutex_unlock (&desk->mutex);
}

void
ply_painter_clear_requests (PlyPainter *self, PlyLane lane)
{
  g_return_if_fail (PLY_IS_PAINTER (self));

  g_mutex_lock (&self->desk->mutex);
  g_queue_clear_full (&self->desk->lanes[lane], g_free);
  g_mutex_unlock (&self->desk->mutex);
}

void
ply_painter_find (PlyPainter *self, const char *text)
{
  Desk *desk;

  g_return_if_fail (PLY_IS_PAINTER (self));

  desk = self->desk;
  g_mutex_lock (&desk->mutex);
  g_free (desk->find_text);
  desk->find_text = g_strdup (text);
  desk->find_page = 0;
  desk->find_runs = text != NULL && *text != '\0' && desk->layout != NULL;
  g_cond_signal (&desk->wake);
  g_mutex_unlock (&desk->mutex);
}
