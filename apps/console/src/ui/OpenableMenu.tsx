/** The button with its menu, which is open at first: in place of the button that was pressed. */
import {
  ActionButton,
  Header,
  Heading,
  Keyboard,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Text,
} from '@react-spectrum/s2';
import { useLayoutEffect, useRef, useState } from 'react';
import type { ComponentRef } from 'react';
import type { MenuButtonProps } from './menuChoice.ts';

interface OpenableMenuProps extends MenuButtonProps<string> {
  /** In place of the button's own appearance. */
  className?: string;
  /** The tab key passes it over: other keys lead to it. */
  excludeFromTabOrder?: boolean;
  /** At the edge of the window: the menu ends where the button does. */
  align?: 'end';
}

export function OpenableMenu(props: OpenableMenuProps) {
  const { label, selected, chosen, onChoose, size, isQuiet = true, children } = props;
  const { className, excludeFromTabOrder, align } = props;
  const button = useRef<ComponentRef<typeof ActionButton>>(null);
  const [isOpen, setOpen] = useState(false);
  // Focused before the menu opens, because the focus returns to what had it then.
  useLayoutEffect(() => {
    button.current?.focus();
    setOpen(true);
  }, []);
  const items = <Choices {...props} />;
  return (
    <MenuTrigger isOpen={isOpen} onOpenChange={setOpen} align={align}>
      <ActionButton
        ref={button}
        isQuiet={isQuiet}
        size={size}
        aria-label={label}
        excludeFromTabOrder={excludeFromTabOrder}
        UNSAFE_className={className}
      >
        {children}
      </ActionButton>
      {chosen ? (
        <Menu
          selectionMode="multiple"
          selectedKeys={chosen}
          onSelectionChange={(keys) => {
            if (keys === 'all') return;
            for (const { id } of props.choices) if (keys.has(id) !== chosen.has(id)) onChoose(id);
          }}
        >
          {items}
        </Menu>
      ) : selected === undefined ? (
        <Menu onAction={(key) => onChoose(String(key))}>{items}</Menu>
      ) : (
        <Menu
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[selected]}
          onAction={(key) => onChoose(String(key))}
        >
          {items}
        </Menu>
      )}
    </MenuTrigger>
  );
}

function Choices({ choices, heading }: MenuButtonProps<string>) {
  const items = choices.map(({ id, name, description, shortcut }) => (
    <MenuItem key={id} id={id} textValue={name}>
      <Text slot="label">{name}</Text>
      {description ? <Text slot="description">{description}</Text> : null}
      {shortcut ? <Keyboard>{shortcut}</Keyboard> : null}
    </MenuItem>
  ));
  if (!heading) return items;
  return (
    <MenuSection>
      <Header>
        <Heading>{heading.title}</Heading>
        <Text slot="description">{heading.detail}</Text>
      </Header>
      {items}
    </MenuSection>
  );
}
