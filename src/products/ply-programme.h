/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ply-products.h"

G_BEGIN_DECLS

/* The programme booklet: title page, contents, the days by time or by room, indexes of speakers and
 * institutions. Options: paper (A4, A5, Letter), language, order (time, room), abstracts,
 * descriptions, links, speakers, institutions (whether to print them).
 *
 * Anchors: "day-ID", "session-ID", "talk-ID", "person-ID", "institution-ID". */
extern const PlyProduct ply_programme_product;

G_END_DECLS
