/** What `keyway orgs show` says of a connection: its state, its expiry and what replaces it. */
import type { ShownConnectionFragment } from '../generated/graphql.ts';

type Shown = Pick<ShownConnectionFragment, 'cause' | 'remedy' | 'expiry'> & { state: string };

/** Empty where nothing expires, or nobody knows when. */
function expiryText({ expiry }: Pick<Shown, 'expiry'>): string | null {
  if (!expiry) return null;
  const { expiresAt, state, daysLeft } = expiry;
  if (state === 'EXPIRED') return `EXPIRED on ${expiresAt}`;
  const days = daysLeft === 1 ? '1 day' : `${daysLeft} days`;
  return `Expires on ${expiresAt}${state === 'LATER' ? '' : `, in ${days}: replace it`}`;
}

const lineOf = (connection: Shown): string =>
  [connection.state, connection.cause, connection.remedy, expiryText(connection)]
    .filter(Boolean)
    .join('. ');

/** A second row where another credential waits to replace the stored one. */
export function connectionRows(
  cloud: string,
  connection: ShownConnectionFragment | null,
): [string, string][] {
  const title = `${cloud} connection`;
  if (!connection) return [[title, 'none; connect it with `keyway orgs connect`']];
  const { replacement } = connection;
  const rows: [string, string][] = [[title, lineOf(connection)]];
  return replacement ? [...rows, ['new credential', lineOf(replacement)]] : rows;
}
