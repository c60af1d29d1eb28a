/** Global IDs at the edge: which of our types an ID is of, if any. */
import { parseGlobalId } from '@keyway/core';

const NODE_TYPES = ['Organization', 'Run', 'HistoryEntry', 'ApiToken'] as const;
export type NodeType = (typeof NODE_TYPES)[number];

/** What an ID names; null where it is none of a type that can be found again. */
export function readNodeId(id: string): { type: NodeType; uuid: string } | null {
  for (const type of NODE_TYPES) {
    const uuid = parseGlobalId(type, id);
    if (uuid) return { type, uuid };
  }
  return null;
}
