/** A menu of the pages that the bar of narrow screens has no space for. */
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { lazyPart, usePart } from '../ui/lazyPart.tsx';
import { PartFailure } from '../ui/PartFailure.tsx';

const menu = lazyPart(async () => (await import('../ui/OpenableMenu.tsx')).OpenableMenu);

/** `shell.css` hides their links in the bar. */
const IN_MENU: ReadonlySet<string> = new Set(['/insights', '/bulk-jobs', '/settings']);

interface MorePagesProps {
  /** Those of the rail. */
  pages: readonly { to: string; name: string }[];
  icon: ReactNode;
}

export function MorePages({ pages, icon }: MorePagesProps) {
  const intl = useIntl();
  const navigate = useNavigate();
  const [presses, setPresses] = useState(0);
  const { Loaded, isFailed } = usePart(menu, presses);
  const label = intl.formatMessage({ id: 'nav.more' });
  const className = 'kw-nav-more';
  const children = (
    <>
      {icon}
      <span>{label}</span>
    </>
  );
  if (Loaded && presses > 0)
    return (
      <Loaded
        {...{ label, className, children }}
        align="end"
        choices={pages.flatMap(({ to, name }) => (IN_MENU.has(to) ? [{ id: to, name }] : []))}
        onChoose={(to) => void navigate({ to })}
      />
    );
  return (
    <>
      <button
        type="button"
        className={className}
        aria-haspopup="menu"
        aria-expanded={false}
        onFocus={() => menu.preload()}
        onClick={() => setPresses(presses + 1)}
      >
        {children}
      </button>
      {isFailed ? <PartFailure /> : null}
    </>
  );
}
