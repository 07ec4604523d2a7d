/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-rank.h"

/* Digits in byte order. A rank never ends in the first digit, so there is always room before it. */
static const char digits[] = "0123456789abcdefghijklmnopqrstuvwxyz";

#define BASE 36

static int
digit_at (const char *rank, gsize i, int end)
{
  if (rank == NULL || rank[i] == '\0')
    return end;
  return g_ascii_isdigit (rank[i]) ? rank[i] - '0' : CLAMP (rank[i] - 'a' + 10, 0, BASE - 1);
}

char *
ply_rank_between (const char *before, const char *after)
{
  GString *rank = g_string_new (NULL);
  gboolean below_after = after == NULL || *after == '\0';
  gboolean before_ended = before == NULL || *before == '\0';

  for (gsize i = 0;; i++)
    {
      int low, high;

      before_ended = before_ended || before[i] == '\0';
      low = before_ended ? 0 : digit_at (before, i, 0);
      high = below_after ? BASE : digit_at (after, i, BASE);
      if (high - low > 1)
        {
          g_string_append_c (rank, digits[low + (high - low) / 2]);
          return g_string_free_and_steal (rank);
        }
      g_string_append_c (rank, digits[low]);
      below_after = below_after || high > low;
    }
}

char *
ply_rank_spread (guint index, guint count)
{
  GString *rank;
  guint64 scaled;
  guint64 range = BASE;
  guint width = 1;

  while (range < (guint64) count + 1)
    {
      range *= BASE;
      width++;
    }
  range *= BASE;
  width++;
  scaled = ((guint64) index + 1) * range / ((guint64) count + 1);
  if (scaled % BASE == 0)
    scaled++;

  rank = g_string_sized_new (width);
  for (guint i = 0; i < width; i++)
    {
      range /= BASE;
      g_string_append_c (rank, digits[scaled / range % BASE]);
    }
  return g_string_free_and_steal (rank);
}
