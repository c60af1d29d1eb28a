/** Parameters of addresses that filter by whose work runs are, which lists and the matrix share. */
import { choiceParameter, textParameter } from '../../routing/searchParameter.ts';

/** Days without progress, such as 7 days. */
export const STUCK_FOR = ['1d', '3d', '7d', '14d'] as const;
type StuckFor = (typeof STUCK_FOR)[number];
export const toDays = (stuck: StuckFor): number => Number.parseInt(stuck, 10);
export const toSeconds = (stuck: StuckFor): number => toDays(stuck) * 86_400;

/** In place of a member's ID: whoever opens the address. */
export const MINE = 'me';
/** Open runs without an owner. */
export const NOBODY = 'nobody';

export const workParameters = {
  owner: textParameter,
  overdue: choiceParameter(['yes']),
  stuck: choiceParameter(STUCK_FOR),
};

export interface WorkSearch {
  owner?: string;
  overdue?: 'yes';
  stuck?: StuckFor;
}

/** The ID of the member whom `owner` means; nobody has an empty one. */
export const ownerIdOf = (owner: string, viewerId: string | undefined): string =>
  owner === MINE ? (viewerId ?? '') : owner;

export const hasWorkFilter = ({ owner, overdue, stuck }: WorkSearch): boolean =>
  Boolean(owner || overdue || stuck);

/** As the API filters. */
export const toWorkFilter = ({ owner, overdue, stuck }: WorkSearch, viewerId?: string) => ({
  ...(owner === NOBODY && { unassigned: true }),
  ...(owner && owner !== NOBODY && { ownerId: ownerIdOf(owner, viewerId) }),
  ...(overdue && { overdue: true }),
  ...(stuck && { stuckForSeconds: toSeconds(stuck) }),
});
