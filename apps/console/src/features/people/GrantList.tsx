/** Somebody's grants, one a line, with the rule that gives one. A long list is folded. */
import { ActionButton } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { formatGrant } from './formatGrant.ts';
import type { GrantView } from './grantDocuments.ts';

/** More than this many are folded. */
const SHOWN = 4;

const list = style({
  listStyleType: 'none',
  margin: 0,
  padding: 0,
  display: 'flex',
  flexDirection: 'column',
  rowGap: 4,
  minWidth: 0,
});
const rule = style({ display: 'block', font: 'ui-sm', color: 'neutral-subdued' });
const quiet = style({ color: 'neutral-subdued' });

interface GrantListProps {
  /** Without `rule` they are given by somebody. */
  grants: readonly (Omit<GrantView, 'rule'> & Partial<Pick<GrantView, 'rule'>>)[];
}

export function GrantList({ grants }: GrantListProps) {
  const intl = useIntl();
  const [isOpen, setOpen] = useState(false);
  if (grants.length === 0)
    return <span className={quiet}>{intl.formatMessage({ id: 'grant.none' })}</span>;
  const shown = isOpen || grants.length <= SHOWN + 1 ? grants : grants.slice(0, SHOWN);
  return (
    <ul className={list}>
      {shown.map((grant, index) => (
        <li key={index}>
          <bdi>{formatGrant(grant, intl)}</bdi>
          {grant.rule ? (
            <span className={rule}>{intl.formatMessage({ id: 'grant.byRule' }, grant.rule)}</span>
          ) : null}
        </li>
      ))}
      {shown.length < grants.length ? (
        <li>
          <ActionButton isQuiet size="XS" onPress={() => setOpen(true)}>
            {intl.formatMessage({ id: 'grant.showAll' }, { count: grants.length })}
          </ActionButton>
        </li>
      ) : null}
    </ul>
  );
}
