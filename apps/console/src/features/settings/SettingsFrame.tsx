/** A page of the settings: links to all sections, its title, and its content for who may see it. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { SectionLinks, SectionName } from '../../ui/SectionLinks.tsx';
import { PageSkeleton } from '../../ui/Skeleton.tsx';
import { usePageTitle } from '../../ui/usePageTitle.ts';
import { useViewer } from '../viewer/ViewerQuery.ts';
import { useSections } from './sections.ts';
import type { SectionId } from './sections.ts';

interface SettingsFrameProps {
  section: SectionId;
  /** What the section is for, under its title. */
  text?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

export function SettingsFrame({ section, text, actions, children }: SettingsFrameProps) {
  const intl = useIntl();
  const viewer = useViewer();
  const sections = useSections();
  const settings = intl.formatMessage({ id: 'nav.settings' });
  const name = intl.formatMessage({ id: `settings.section.${section}` });
  const title = section === 'general' ? settings : name;
  usePageTitle(title, section === 'general' ? null : settings);
  const isOpen = sections.some(({ id }) => id === section);
  return (
    <>
      {sections.length > 1 ? (
        <SectionLinks label={settings}>
          {sections.map(({ id, to }) => (
            <li key={id}>
              <Link to={to} activeOptions={{ exact: true }} className="kw-nav-link">
                <SectionName isCurrent={id === section}>
                  {intl.formatMessage({ id: `settings.section.${id}` })}
                </SectionName>
              </Link>
            </li>
          ))}
        </SectionLinks>
      ) : null}
      {isOpen ? (
        <>
          <PageHeader title={title} actions={actions}>
            {text}
          </PageHeader>
          {children}
        </>
      ) : null}
      {viewer && !isOpen ? (
        <EmptyState isPage title={title}>
          {intl.formatMessage({
            id: section === 'tokens' ? 'settings.noTokens' : 'settings.ownersOnly',
          })}
        </EmptyState>
      ) : null}
      {!viewer && !isOpen ? <PageSkeleton cards={1} /> : null}
    </>
  );
}
