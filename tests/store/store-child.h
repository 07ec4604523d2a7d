/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What store-child and the test that kills it agree on: edit n writes n into the event's subtitle
 * and into the notes of one of a few rooms. */
#define CHILD_ROOMS 10

static inline char *
child_room_id (guint32 number)
{
  return g_strdup_printf ("aaaaaaaa-0000-4000-8000-%012u", number % CHILD_ROOMS);
}

G_END_DECLS
