/** The filter of a job's items, which is part of the address. */
import type { BulkItemStatus } from '../../generated/enums.ts';
import { choiceParameter, defineSearch } from '../../routing/searchParameter.ts';

/** Everything that somebody has to do something about, whatever its status. */
export const ATTENTION = 'ATTENTION';
export const ITEM_STATUSES = ['PENDING', 'DONE', 'REFUSED', 'SKIPPED'] as const;
const SHOWN = [ATTENTION, ...ITEM_STATUSES] as const;

export const bulkJobSearch = defineSearch({ status: choiceParameter(SHOWN) });

/** The variables of the query. */
export const toItemFilter = (
  shown: (typeof SHOWN)[number] | undefined,
): { status: BulkItemStatus | null; needsAttention: boolean | null } =>
  shown === ATTENTION
    ? { status: null, needsAttention: true }
    : { status: shown ?? null, needsAttention: null };
