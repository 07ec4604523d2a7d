/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-extra.h"

static JsonObject *
parse (const char *extra)
{
  g_autoptr (JsonNode) node = extra != NULL ? json_from_string (extra, NULL) : NULL;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return json_object_new ();
  return json_node_dup_object (node);
}

char *
ply_extra_merge (const char *extra, JsonObject *more)
{
  g_autoptr (JsonObject) object = parse (extra);
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GList) names = more != NULL ? json_object_get_members (more) : NULL;
  gboolean changed = FALSE;

  for (GList *at = names; at != NULL; at = at->next)
    {
      JsonNode *value = json_object_get_member (more, at->data);
      JsonNode *old = json_object_get_member (object, at->data);

      if (old != NULL && json_node_equal (old, value))
        continue;
      json_object_set_member (object, at->data, json_node_copy (value));
      changed = TRUE;
    }
  if (!changed)
    return g_strdup (extra);
  root = json_node_new (JSON_NODE_OBJECT);
  json_node_set_object (root, object);
  return json_to_string (root, FALSE);
}

char *
ply_extra_dup_text (const char *extra, const char *name)
{
  g_autoptr (JsonObject) object = parse (extra);
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node)
      || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  return json_node_dup_string (node);
}
