/** What a button with a menu shows, before and after the menu's code is loaded. */
import type { ActionButtonProps } from '@react-spectrum/s2';
import type { ReactNode } from 'react';

export interface MenuChoice<T extends string> {
  id: T;
  name: string;
  description?: string;
  /** The key that does the same. */
  shortcut?: string;
}

export interface MenuButtonProps<T extends string> {
  /** The accessible name. */
  label: string;
  choices: readonly MenuChoice<T>[];
  /** Makes it a menu of which one choice holds. */
  selected?: T;
  /** Makes it a menu with check boxes, which stays open; choosing one changes it. */
  chosen?: ReadonlySet<T>;
  /** Above the choices. */
  heading?: { title: string; detail: string };
  onChoose: (id: T) => void;
  size?: ActionButtonProps['size'];
  isQuiet?: boolean;
  /** An icon or a text. */
  children: ReactNode;
}
