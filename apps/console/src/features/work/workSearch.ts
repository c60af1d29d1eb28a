/** Parameters of addresses that filter by whose work runs are, which lists and the matrix share. */
import { choiceParameter, textParameter } from '../../routing/searchParameter.ts';

/** Days without progress, such as 7 days. */
export const STUCK_FOR = ['1d', '3d', '7d', '14d'] as const;
type StuckFor = (typeof STUCK_FOR)[number];
export const toDays = (days: `${number}d`): number => Number.parseInt(days, 10);
export const toSeconds = (stuck: `${number}d`): number => toDays(stuck) * 86_400;

/** Days until runs are due, and runs without a date. */
export const DUE_WITHIN = ['7d', '30d'] as const;
const NO_DATE = 'none';
const DUE = [...DUE_WITHIN, NO_DATE] as const;
type Due = (typeof DUE)[number];

/** In place of a member's ID: whoever opens the address. */
export const MINE = 'me';
/** Open runs without an owner. */
export const NOBODY = 'nobody';

export const workParameters = {
  owner: textParameter,
  overdue: choiceParameter(['yes']),
  due: choiceParameter(DUE),
  stuck: choiceParameter(STUCK_FOR),
};

export interface WorkSearch {
  owner?: string;
  overdue?: 'yes';
  due?: Due;
  stuck?: StuckFor;
}

/** The ID of the member whom `owner` means; nobody has an empty one. */
export const ownerIdOf = (owner: string, viewerId: string | undefined): string =>
  owner === MINE ? (viewerId ?? '') : owner;

export const hasWorkFilter = ({ owner, overdue, due, stuck }: WorkSearch): boolean =>
  Boolean(owner || overdue || due || stuck);

/** As the API filters. */
export const toWorkFilter = ({ owner, overdue, due, stuck }: WorkSearch, viewerId?: string) => ({
  ...(owner === NOBODY && { unassigned: true }),
  ...(owner && owner !== NOBODY && { ownerId: ownerIdOf(owner, viewerId) }),
  ...(overdue && { overdue: true }),
  ...(due && (due === NO_DATE ? { undated: true } : { dueWithinSeconds: toSeconds(due) })),
  ...(stuck && { stuckForSeconds: toSeconds(stuck) }),
});
