/** A button that shows the current choice and opens the others. */
import { Text } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { MenuButton } from './MenuButton.tsx';
import type { MenuChoice } from './menuChoice.ts';

const chevron = style({ width: 10, height: 10, marginStart: 8 });

interface ChoiceMenuProps<T extends string> {
  label: string;
  choices: readonly MenuChoice<T>[];
  selected: T;
  onChoose: (id: T) => void;
  isQuiet?: boolean;
}

export function ChoiceMenu<T extends string>(props: ChoiceMenuProps<T>) {
  const { label, choices, selected } = props;
  const name = choices.find(({ id }) => id === selected)?.name ?? '';
  return (
    <MenuButton {...props} size="S" label={`${label}: ${name}`}>
      <Text>
        {name}
        <svg viewBox="0 0 10 10" aria-hidden="true" className={chevron}>
          <path d="M1.5 3.5 5 7l3.5-3.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
        </svg>
      </Text>
    </MenuButton>
  );
}
