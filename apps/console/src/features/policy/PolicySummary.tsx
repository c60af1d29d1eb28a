/** What a policy says: who approves, when an approval can be used, and what nobody may accept. */
import { useIntl } from 'react-intl';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Facts } from '../../ui/Facts.tsx';
import { formatDuration } from './duration.ts';
import type { PolicyRules } from './policyDrafts.ts';
import { useCheckTitles } from './useCheckTitles.ts';

const list = style({ listStyleType: 'none', margin: 0, padding: 0 });

export function PolicySummary({ policy }: { policy: PolicyRules }) {
  const intl = useIntl();
  const { titles } = useCheckTitles();
  return (
    <Facts
      rows={[
        ['policy.fourEyes', intl.formatMessage({ id: `policy.summary.${policy.fourEyes}` })],
        [
          'policy.coolingOff',
          policy.coolingOffSeconds === 0
            ? intl.formatMessage({ id: 'policy.summary.atOnce' })
            : intl.formatMessage(
                { id: 'policy.summary.after' },
                { time: formatDuration(policy.coolingOffSeconds, intl) },
              ),
        ],
        [
          'policy.valid',
          intl.formatMessage(
            { id: 'policy.summary.valid' },
            { time: formatDuration(policy.approvalValidSeconds, intl) },
          ),
        ],
        [
          'policy.neverAccept',
          policy.neverAccept.length === 0 ? (
            intl.formatMessage({ id: 'policy.summary.noChecks' })
          ) : (
            <ul className={list}>
              {policy.neverAccept.map((id) => (
                <li key={id}>{titles.get(id) ?? id}</li>
              ))}
            </ul>
          ),
        ],
      ]}
    />
  );
}
