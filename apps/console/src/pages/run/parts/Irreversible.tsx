/** What can never be undone (IRR-01 to IRR-08), in the server's words; for CJA, which has no request to preview, in the console's. */
import { useIntl } from 'react-intl';
import type { Preview } from '../data/useOutgoing.ts';

const OWN = ['IRR-01', 'IRR-02', 'IRR-03', 'IRR-04', 'IRR-05', 'IRR-06', 'IRR-07', 'IRR-08'] as const;

export function Irreversible({ preview }: { preview: Preview | null | undefined }) {
  const intl = useIntl();
  const items = preview?.irreversible ?? OWN.map((rule) => ({ rule, text: intl.formatMessage({ id: `run.irreversible.${rule}` }) }));
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
