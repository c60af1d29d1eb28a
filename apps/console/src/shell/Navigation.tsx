/** Links to the main pages: a rail at the side, or a bar at the bottom of narrow screens. */
import { Link } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { shellAlerts } from '../features/alerts/shellAlerts.ts';
import { useOnlyOrganization, useRoleSomewhere } from '../features/viewer/ViewerQuery.ts';
import { lazyPart, Part, usePart } from '../ui/lazyPart.tsx';
import { organizationHref } from '../ui/runAddress.ts';
import { Brand } from './Brand.tsx';
import type { NavigationIconName } from './NavigationIcon.tsx';
import { SandboxBadge } from './SandboxBadge.tsx';

/** Of narrow screens, and loaded after the page. */
const more = lazyPart(async () => (await import('./MorePages.tsx')).MorePages);

const icons = lazyPart(async () => (await import('./NavigationIcon.tsx')).NavigationIcon);

interface NavigationPage {
  to: string;
  name: string;
  icon: NavigationIconName;
}

/** The pages of the rail. Who sees one organization alone has it in place of lists of them. */
function usePages(): NavigationPage[] {
  const intl = useIntl();
  const only = useOnlyOrganization();
  const mayOperate = useRoleSomewhere('OWNER', 'OPERATOR');
  const page = (to: string, icon: NavigationIconName) => ({
    to,
    name: intl.formatMessage({ id: `nav.${icon}` }),
    icon,
  });
  return [
    ...(only
      ? [{ to: organizationHref(only.id), name: only.name, icon: 'organizations' as const }]
      : [
          page('/', 'portfolio'),
          page('/insights', 'insights'),
          page('/organizations', 'organizations'),
        ]),
    page('/approvals', 'approvals'),
    page('/health', 'health'),
    ...(mayOperate && !only ? [page('/bulk-jobs', 'bulkJobs')] : []),
    page('/history', 'history'),
    page('/settings', 'settings'),
  ];
}

const WIDE = '@media (width >= 700px)';

const rail = style({
  order: { default: 2, [WIDE]: 0 },
  flexShrink: 0,
  boxSizing: 'border-box',
  width: { default: 'full', [WIDE]: 200 },
  display: 'flex',
  flexDirection: 'column',
  paddingX: { default: 4, [WIDE]: 12 },
  paddingY: { default: 4, [WIDE]: 12 },
  backgroundColor: 'layer-1',
  borderTopWidth: { default: 1, [WIDE]: 0 },
  borderBottomWidth: 0,
  borderXWidth: 0,
  borderStyle: 'solid',
  borderColor: 'gray-200',
});
const list = style({
  listStyleType: 'none',
  margin: 0,
  padding: 0,
  display: 'flex',
  flexDirection: { default: 'row', [WIDE]: 'column' },
  justifyContent: 'space-around',
  rowGap: 4,
  marginTop: { default: 0, [WIDE]: 20 },
});
// In the bar, each link is as wide as its text, so that both languages fit on 320 pixels.
const item = style({ flexGrow: { default: 1, [WIDE]: 0 }, flexBasis: 'auto', minWidth: 0 });
const link = style({
  display: 'flex',
  flexDirection: { default: 'column', [WIDE]: 'row' },
  alignItems: 'center',
  columnGap: 12,
  rowGap: 2,
  paddingX: { default: 2, [WIDE]: 12 },
  paddingY: { default: 4, [WIDE]: 8 },
  borderRadius: 'lg',
  font: { default: 'ui-xs', [WIDE]: 'ui' },
  // Not the theme's size, which is too large for the bar on touch screens.
  fontSize: { default: '[clamp(10.5px, 3.2vw, 13px)]', [WIDE]: 'ui' },
  fontWeight: { default: 'normal', isCurrent: 'bold' },
  color: 'neutral',
  textDecoration: 'none',
  position: 'relative',
  backgroundColor: { default: 'transparent', ':hover': 'gray-100', isCurrent: 'gray-200' },
});
// Its place, until the code of the icons is there.
const iconPlace = style({ size: 20, flexShrink: 0 });
const word = style({ truncate: true, minWidth: 0, maxWidth: 'full', textAlign: 'center' });
const badge = style({
  marginStart: { default: 0, [WIDE]: 'auto' },
  position: { default: 'absolute', [WIDE]: 'static' },
  top: 0,
  insetStart: '[calc(50% + 6px)]',
  font: 'ui-xs',
  fontWeight: 'bold',
  whiteSpace: 'nowrap',
  flexShrink: 0,
  paddingX: 8,
  borderRadius: 'full',
  backgroundColor: 'notice-subtle',
  color: 'notice-1100',
});
const foot = style({
  display: { default: 'none', [WIDE]: 'flex' },
  flexDirection: 'column',
  rowGap: 8,
  marginTop: 'auto',
});
const version = style({ font: 'ui-xs', color: 'neutral-subdued', paddingX: 12 });

interface NavigationProps {
  /** Pending approvals; undefined until known. */
  approvals?: number;
  environment?: { sandbox: boolean; version: string };
}

export function Navigation({ approvals, environment }: NavigationProps) {
  const intl = useIntl();
  const pages = usePages();
  // Who sees one organization alone has few pages.
  const hasMore = pages.some(({ to }) => to === '/insights');
  const { Loaded: Icon } = usePart(icons, 1);
  return (
    <nav className={rail} aria-label={intl.formatMessage({ id: 'nav.main' })} data-print="hidden">
      <Brand />
      <ul className={list} data-more={hasMore || undefined}>
        {pages.map(({ to, name, icon }) => (
          <li key={to} className={item}>
            <Link
              to={to}
              activeOptions={{ exact: to === '/', includeSearch: false }}
              className="kw-nav-link"
            >
              {({ isActive }: { isActive: boolean }) => (
                <span className={link({ isCurrent: isActive })}>
                  <span className={iconPlace}>{Icon ? <Icon name={icon} /> : null}</span>
                  <span className={word} title={name}>
                    {name}
                  </span>
                  {to === '/approvals' && approvals ? (
                    <span
                      className={badge}
                      role="img"
                      aria-label={intl.formatMessage(
                        { id: 'nav.approvalsWaiting' },
                        { count: approvals },
                      )}
                    >
                      {approvals > 99 ? '99+' : approvals}
                    </span>
                  ) : null}
                  {to === '/health' && environment ? (
                    <Part part={shellAlerts} isWanted props={{ countClass: badge }} />
                  ) : null}
                </span>
              )}
            </Link>
          </li>
        ))}
        {hasMore ? (
          <li className={item}>
            <Part
              part={more}
              isWanted
              props={{
                pages,
                icon: <span className={iconPlace}>{Icon ? <Icon name="more" /> : null}</span>,
              }}
            />
          </li>
        ) : null}
      </ul>
      <div className={foot}>
        {environment?.sandbox ? <SandboxBadge /> : null}
        {environment ? (
          <span className={version}>
            {intl.formatMessage({ id: 'shell.version' }, { version: environment.version })}
          </span>
        ) : null}
      </div>
    </nav>
  );
}
