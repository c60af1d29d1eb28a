/** Says what another owner changed while the rules were edited here. */
import { Content, Heading, InlineAlert } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import { formatGrant } from '../../features/people/formatGrant.ts';
import type { Rule, RuleChanges } from './ruleDrafts.ts';

const full = style({ width: 'full', maxWidth: 720 });
const list = style({ margin: 0, paddingStart: 20, overflowWrap: 'anywhere' });

export function RuleConflict({ changes: { added, removed } }: { changes: RuleChanges }) {
  const intl = useIntl();
  const values = ({ claim, value, grant }: Rule) => ({
    rule: `${claim} = ${value}`,
    access: formatGrant(grant, intl),
  });
  return (
    <InlineAlert variant="notice" styles={full}>
      <Heading>{intl.formatMessage({ id: 'rule.conflict' })}</Heading>
      <Content>
        {intl.formatMessage({ id: 'rule.conflictText' })}
        <ul className={list}>
          {added.map((rule, index) => (
            <li key={`added ${index}`}>
              {intl.formatMessage({ id: 'rule.conflictAdded' }, values(rule))}
            </li>
          ))}
          {removed.map((rule, index) => (
            <li key={`removed ${index}`}>
              {intl.formatMessage({ id: 'rule.conflictRemoved' }, values(rule))}
            </li>
          ))}
        </ul>
      </Content>
    </InlineAlert>
  );
}
