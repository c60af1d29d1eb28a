/** The health of every key: what is wrong now, worst first, and the alerts. */
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { AlertTexts } from '../../features/alerts/AlertTexts.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { SectionLinks, SectionName } from '../../ui/SectionLinks.tsx';
import { usePageTitle } from '../../ui/usePageTitle.ts';
import { Alerts } from './Alerts.tsx';
import { ExpiringCredentials } from './ExpiringCredentials.tsx';
import { Unhealthy } from './Unhealthy.tsx';
import type { HealthSearch } from './healthSearch.ts';

const SHOWN = [undefined, 'alerts'] as const;

export const HealthPage = () => (
  <AlertTexts>
    <Page />
  </AlertTexts>
);

function Page() {
  const intl = useIntl();
  const navigate = useNavigate();
  const search = useSearch({ from: '/shell/health' });
  const title = intl.formatMessage({ id: 'nav.health' });
  usePageTitle(title);
  const change = (next: Partial<HealthSearch>) =>
    void navigate({ to: '/health', search: { ...search, ...next }, replace: true });
  return (
    <>
      <PageHeader title={title}>{intl.formatMessage({ id: 'healthPage.text' })}</PageHeader>
      <SectionLinks label={title}>
        {SHOWN.map((one) => (
          <li key={one ?? 'now'}>
            <Link
              to="/health"
              search={{ show: one }}
              className="kw-nav-link"
              aria-current={one === search.show ? 'page' : undefined}
              activeProps={{}}
            >
              <SectionName isCurrent={one === search.show}>
                {intl.formatMessage({ id: `healthPage.show.${one ?? 'now'}` })}
              </SectionName>
            </Link>
          </li>
        ))}
      </SectionLinks>
      {search.show === 'alerts' ? (
        <Alerts search={search} onChange={change} />
      ) : (
        <>
          <ExpiringCredentials />
          <Unhealthy search={search} onChange={change} />
        </>
      )}
    </>
  );
}
