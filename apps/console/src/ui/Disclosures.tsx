/** Several of `Disclosure` in one row of buttons, with what is shown below. */
import { ActionButton } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useId, useState } from 'react';
import type { ReactNode } from 'react';

const row = style({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 8 });

interface DisclosuresProps {
  items: readonly { id: string; show: string; hide: string; content: ReactNode }[];
  /** After the buttons, in their row. */
  children?: ReactNode;
}

export function Disclosures({ items, children }: DisclosuresProps) {
  const [open, setOpen] = useState<readonly string[]>([]);
  const prefix = useId();
  const toggle = (id: string) =>
    setOpen(open.includes(id) ? open.filter((one) => one !== id) : [...open, id]);
  return (
    <>
      <div className={row} data-print="hidden">
        {items.map(({ id, show, hide }) => (
          <ActionButton
            key={id}
            isQuiet
            size="S"
            aria-expanded={open.includes(id)}
            aria-controls={open.includes(id) ? `${prefix}${id}` : undefined}
            onPress={() => toggle(id)}
          >
            {open.includes(id) ? hide : show}
          </ActionButton>
        ))}
        {children}
      </div>
      {items.map(({ id, content }) =>
        open.includes(id) ? (
          <div key={id} id={`${prefix}${id}`}>
            {content}
          </div>
        ) : null,
      )}
    </>
  );
}
