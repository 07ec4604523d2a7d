/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-store-error.h"

GQuark
ply_store_error_quark (void)
{
  return g_quark_from_static_string ("ply-store-error-quark");
}
