/** Keyboard shortcuts, the glossary, the catalogs of checks and rules, and what is new. */
import HelpCircle from '@react-spectrum/s2/icons/HelpCircle';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { Part, lazyPart } from '../../ui/lazyPart.tsx';
import { MenuButton } from '../../ui/MenuButton.tsx';
import { HelpTexts } from './HelpTexts.tsx';

const news = lazyPart(async () => (await import('./NewsDialog.tsx')).NewsDialog);

interface HelpMenuProps {
  onShortcuts: () => void;
}

export const HelpMenu = (props: HelpMenuProps) => (
  <HelpTexts>
    <HelpButton {...props} />
  </HelpTexts>
);

function HelpButton({ onShortcuts }: HelpMenuProps) {
  const intl = useIntl();
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  const open = {
    shortcuts: onShortcuts,
    checks: () => void navigate({ to: '/checks' }),
    rules: () => void navigate({ to: '/rules' }),
    glossary: () => void navigate({ to: '/glossary' }),
    news: () => setOpen(true),
  };
  return (
    <>
      <MenuButton
        label={intl.formatMessage({ id: 'help.open' })}
        choices={[
          {
            id: 'shortcuts',
            name: intl.formatMessage({ id: 'help.shortcuts' }),
            shortcut: '?',
          },
          { id: 'checks', name: intl.formatMessage({ id: 'help.checks' }) },
          { id: 'rules', name: intl.formatMessage({ id: 'help.rules' }) },
          { id: 'glossary', name: intl.formatMessage({ id: 'help.glossary' }) },
          { id: 'news', name: intl.formatMessage({ id: 'help.news' }) },
        ]}
        onChoose={(id) => open[id]()}
      >
        <HelpCircle />
      </MenuButton>
      <Part part={news} isWanted={isOpen} props={{ isOpen, onClose: () => setOpen(false) }} />
    </>
  );
}
