/** A grant as people read it: "Operator · all organizations". */
import type { IntlShape } from 'react-intl';
import type { ScopedRole } from '../viewer/viewerAccess.ts';

export const formatGrant = ({ role, organization }: ScopedRole, intl: IntlShape): string =>
  intl.formatMessage(
    { id: 'grant.text' },
    {
      role: intl.formatMessage({ id: `role.${role}` }),
      scope: organization?.name ?? intl.formatMessage({ id: 'grant.everywhere' }),
    },
  );

/** All grants in one line: the first one, and how many more there are. */
export function formatGrants(grants: readonly ScopedRole[], intl: IntlShape): string {
  const [first, ...rest] = grants;
  if (!first) return intl.formatMessage({ id: 'grant.none' });
  const text = formatGrant(first, intl);
  return rest.length === 0
    ? text
    : intl.formatMessage({ id: 'grant.andMore' }, { text, count: rest.length });
}
