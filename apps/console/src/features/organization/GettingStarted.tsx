/** What a partner without organizations sees: what Keyway does, how to begin, and the way ahead. */
import { LinkButton } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import { usePartnerRole } from '../viewer/ViewerQuery.ts';
import { GettingStartedTexts } from './GettingStartedTexts.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Practice } from './Practice.tsx';

const STEPS = ['add', 'connect', 'approve'] as const;

const list = style({
  listStyleType: 'none',
  display: 'grid',
  gridTemplateColumns: {
    default: ['minmax(0, 1fr)'],
    '@media (width >= 900px)': ['1fr', '1fr', '1fr'],
  },
  gap: 16,
  margin: 0,
  marginX: 'auto',
  padding: 0,
  maxWidth: 960,
});
const card = style({
  display: 'flex',
  flexDirection: 'column',
  rowGap: 8,
  padding: 20,
  borderRadius: 'lg',
  backgroundColor: 'layer-1',
});
const title = style({ font: 'title', margin: 0 });
const text = style({ font: 'body', color: 'neutral-subdued', margin: 0 });

export const GettingStarted = () => (
  <GettingStartedTexts>
    <Beginning />
    <Steps />
    <Practice />
  </GettingStartedTexts>
);

function Beginning() {
  const intl = useIntl();
  const mayAdd = usePartnerRole('OWNER', 'OPERATOR');
  return (
    <EmptyState
      isPage
      title={intl.formatMessage({ id: 'gettingStarted.title' })}
      actions={
        mayAdd ? (
          <>
            <LinkButton variant="accent" href="/organizations/new">
              {intl.formatMessage({ id: 'organizations.add' })}
            </LinkButton>
            <LinkButton variant="secondary" href="/organizations/import">
              {intl.formatMessage({ id: 'gettingStarted.import' })}
            </LinkButton>
          </>
        ) : null
      }
    >
      {intl.formatMessage({ id: mayAdd ? 'gettingStarted.text' : 'gettingStarted.readOnly' })}
    </EmptyState>
  );
}

/** What happens with each organization, in three steps. */
function Steps() {
  const intl = useIntl();
  return (
    <ol className={list} aria-label={intl.formatMessage({ id: 'gettingStarted.steps' })}>
      {STEPS.map((step, place) => (
        <li key={step} className={card}>
          <h2 className={title}>
            {intl.formatMessage(
              { id: 'gettingStarted.step' },
              {
                place: place + 1,
                step: intl.formatMessage({ id: `gettingStarted.${step}.title` }),
              },
            )}
          </h2>
          <p className={text}>{intl.formatMessage({ id: `gettingStarted.${step}.text` })}</p>
        </li>
      ))}
    </ol>
  );
}
