/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-store-error.h"

G_DEFINE_QUARK (ply - store - error - quark, ply_store_error)
