/** The filter of a job's items, which is part of the address. */
import { choiceParameter, defineSearch } from '../../routing/searchParameter.ts';

export const ITEM_STATUSES = ['PENDING', 'DONE', 'REFUSED', 'SKIPPED'] as const;

export const bulkJobSearch = defineSearch({ status: choiceParameter(ITEM_STATUSES) });
