/** What the icons of the matrix mean, beside them while somebody asks. */
import { ActionButton } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { Part, lazyPart } from '../../ui/lazyPart.tsx';

const popover = lazyPart(async () => (await import('./LegendPopover.tsx')).LegendPopover);

const anchor = style({ display: 'inline-flex' });

export function Legend() {
  const intl = useIntl();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLSpanElement>(null);
  const title = intl.formatMessage({ id: 'legend.open' });
  return (
    <>
      <span ref={button} className={anchor} onPointerEnter={() => popover.preload()}>
        <ActionButton
          size="S"
          isQuiet
          aria-haspopup="dialog"
          aria-expanded={isOpen}
          onFocus={() => popover.preload()}
          onPress={() => setOpen(!isOpen)}
        >
          {title}
        </ActionButton>
      </span>
      <Part part={popover} isWanted={isOpen} props={{ button, isOpen, setOpen, title }} />
    </>
  );
}
