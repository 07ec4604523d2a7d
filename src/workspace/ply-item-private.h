/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-item.h"

G_BEGIN_DECLS

/* For PlyItemList: the text whose byte order is the order of the items. */
const char *ply_item_get_sort_key (PlyItem *self);
/* Works the key out anew; TRUE when it is another one now. */
gboolean ply_item_renew_sort_key (PlyItem *self, const PlySnapshot *snapshot);

G_END_DECLS
