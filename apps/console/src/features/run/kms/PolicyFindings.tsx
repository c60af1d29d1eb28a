/** What the key's policy has or lost beside Adobe's statements (AWS-05, AWS-06, AWS-08). */
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { IndicatorText } from '../../../status/StatusText.tsx';
import { Facts, type FactId } from '../../../ui/Facts.tsx';
import type { KeyPolicyView } from './kmsDocument.ts';

export function PolicyFindings({ review }: { review: KeyPolicyView }) {
  const intl = useIntl();
  const { keepsAdmin, extraPrincipals, denyingSids, repeatedSids } = review;
  if (keepsAdmin === null) return null;
  const named = (names: readonly string[]) =>
    intl.formatList(names.map((name) => name || intl.formatMessage({ id: 'kms.noSid' })));
  const rows: [id: FactId, value: ReactNode][] = [
    [
      'kms.admin',
      <IndicatorText
        key="admin"
        indicator={
          keepsAdmin ? { shape: 'check', tone: 'positive' } : { shape: 'octagon', tone: 'negative' }
        }
      >
        {intl.formatMessage({ id: keepsAdmin ? 'kms.adminKept' : 'kms.adminLost' })}
      </IndicatorText>,
    ],
  ];
  if (extraPrincipals.length > 0) {
    const known = extraPrincipals.map((one) =>
      one === '*' ? intl.formatMessage({ id: 'kms.everybody' }) : one,
    );
    rows.push(['kms.extra', intl.formatList(known)]);
  }
  if (denyingSids.length > 0) rows.push(['kms.denying', named(denyingSids)]);
  if (repeatedSids.length > 0) rows.push(['kms.repeated', named(repeatedSids)]);
  return <Facts rows={rows} />;
}
