/** A quiet button that shows what few people need, and hides it again. */
import { ActionButton } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { CodeBlock } from './CodeBlock.tsx';

const row = style({ display: 'flex', alignItems: 'center', columnGap: 8 });

interface DisclosureProps {
  /** On the button while it is hidden, and while it is shown. */
  show: string;
  hide: string;
  isOpenAtFirst?: boolean;
  /** Beside the button while it is shown. */
  beside?: ReactNode;
  children: ReactNode;
}

export function Disclosure({
  show,
  hide,
  isOpenAtFirst = false,
  beside,
  children,
}: DisclosureProps) {
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  const id = useId();
  return (
    <>
      <div className={row} data-print="hidden">
        <ActionButton
          isQuiet
          size="S"
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onPress={() => setOpen(!isOpen)}
        >
          {isOpen ? hide : show}
        </ActionButton>
        {isOpen ? beside : null}
      </div>
      {isOpen ? <div id={id}>{children}</div> : null}
    </>
  );
}

/** Data as they were recorded or received. */
export const JsonBlock = ({ data, label }: { data: unknown; label: string }) => (
  <CodeBlock text={JSON.stringify(data, null, 2)} label={label} wraps />
);
