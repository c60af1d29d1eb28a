/** Why organizations are not eligible for a bulk action. */
import type { BulkPreviewQuery } from '../../generated/graphql.ts';

export type Preview = BulkPreviewQuery['bulkPreview'];
type Blocked = Preview['blocked'];

/** Each reason with those that it is for, the most frequent first. */
export const reasonsOf = (blocked: Blocked): [reason: string, blocked: Blocked][] =>
  [...Map.groupBy(blocked, ({ message }) => message)].toSorted(
    ([, some], [, others]) => others.length - some.length,
  );
