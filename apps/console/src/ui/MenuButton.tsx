/** A button with a menu, whose code is loaded when somebody points at the button or focuses it. */
import { ActionButton } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import { PartFailure } from './PartFailure.tsx';
import { lazyPart, usePart } from './lazyPart.tsx';
import type { MenuButtonProps } from './menuChoice.ts';

const wrapper = style({ display: 'contents' });

const openMenu = lazyPart(async () => (await import('./OpenableMenu.tsx')).OpenableMenu);

export function MenuButton<T extends string>(props: MenuButtonProps<T>) {
  const { label, size, isQuiet = true, children, choices, onChoose } = props;
  const [presses, setPresses] = useState(0);
  const { Loaded, isFailed } = usePart(openMenu, presses);
  if (Loaded && presses > 0) {
    const choose = (id: string) => {
      const chosen = choices.find((one) => one.id === id);
      if (chosen) onChoose(chosen.id);
    };
    return <Loaded {...props} onChoose={choose} />;
  }
  return (
    <span className={wrapper} onPointerEnter={() => openMenu.preload()}>
      <ActionButton
        isQuiet={isQuiet}
        size={size}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={false}
        isPending={presses > 0 && !isFailed}
        onFocus={() => openMenu.preload()}
        onPress={() => setPresses(presses + 1)}
      >
        {children}
      </ActionButton>
      {isFailed ? <PartFailure /> : null}
    </span>
  );
}
