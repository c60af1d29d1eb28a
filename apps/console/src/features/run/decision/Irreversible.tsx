/**
 * What can never be undone (IRR-01 to IRR-08): in the server's words, or in the console's where
 * there is no request to preview (CJA, AWS).
 */
import { useIntl } from 'react-intl';
import type { Cloud } from '../../../generated/enums.ts';
import type { Preview } from '../data/useOutgoing.ts';

const OWN = {
  AZURE: ['IRR-01', 'IRR-02', 'IRR-03', 'IRR-04', 'IRR-05', 'IRR-06', 'IRR-07', 'IRR-08'],
  // The others are about Azure's vaults and tenants.
  AWS: ['IRR-01', 'IRR-04', 'IRR-05', 'IRR-08'],
} as const;

export function Irreversible({
  cloud,
  preview,
}: {
  cloud: Cloud;
  preview: Preview | null | undefined;
}) {
  const intl = useIntl();
  const items =
    preview?.irreversible ??
    OWN[cloud].map((rule) => ({ rule, text: intl.formatMessage({ id: ownText(cloud, rule) }) }));
  return (
    <ul className="kw-irreversible">
      {items.map((item) => (
        <li key={item.rule}>
          <code>{item.rule}</code>
          <span>{item.text}</span>
        </li>
      ))}
    </ul>
  );
}

const ownText = (cloud: Cloud, rule: (typeof OWN)[Cloud][number]) =>
  cloud === 'AWS' && rule === 'IRR-04'
    ? ('run.irreversible.aws.IRR-04' as const)
    : (`run.irreversible.${rule}` as const);
