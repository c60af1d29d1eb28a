/**
 * A button for each sign-in provider. The server creates the session; the console only links to the
 * provider.
 */
import { Button } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx';
import { PageSkeleton } from '../ui/Skeleton.tsx';
import { usePageTitle } from '../ui/usePageTitle.ts';
import { prefetchConsole } from './prefetchConsole.ts';
import { fromBase } from '../routing/basePath.ts';
import { signInAddress, wantedPage } from './signInAddress.ts';
import { useSignInOptions } from './useSignInOptions.ts';

/** The sandbox's own provider. */
const SANDBOX = 'Sandbox';

const page = style({
  minHeight: 'screen',
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'center',
  padding: 16,
  boxSizing: 'border-box',
  backgroundColor: 'layer-1',
});
const card = style({
  width: 'full',
  maxWidth: 420,
  boxSizing: 'border-box',
  backgroundColor: 'base',
  borderRadius: 'xl',
  padding: { default: 24, '@media (width >= 700px)': 40 },
  display: 'flex',
  flexDirection: 'column',
  rowGap: 16,
  boxShadow: 'elevated',
});
const brand = style({ display: 'flex', alignItems: 'center', columnGap: 12 });
const heading = style({ font: 'heading', margin: 0 });
const text = style({ font: 'body', color: 'neutral-subdued', margin: 0 });
const list = style({
  listStyleType: 'none',
  margin: 0,
  padding: 0,
  display: 'flex',
  flexDirection: 'column',
  rowGap: 8,
});
const ended = style({
  font: 'body',
  margin: 0,
  padding: 12,
  borderRadius: 'lg',
  backgroundColor: 'notice-subtle',
  color: 'neutral',
});
const note = style({
  font: 'body-sm',
  margin: 0,
  padding: 12,
  borderRadius: 'lg',
  backgroundColor: 'informative-subtle',
  color: 'neutral',
});

export function SignInPage() {
  const intl = useIntl();
  const title = intl.formatMessage({ id: 'nav.signIn' });
  usePageTitle(title);
  const { options, isFailed, retry } = useSignInOptions();
  const sessionEnd = findSessionEnd();
  const [openingProvider, setOpeningProvider] = useOpeningProvider();
  const isThere = options !== undefined;
  useEffect(() => {
    // Without it the console loads a moment later.
    if (isThere) prefetchConsole().catch(() => undefined);
  }, [isThere]);
  return (
    <main className={page}>
      <div className={card}>
        <div className={brand}>
          <img src={fromBase('/keyway.svg')} alt="" width={36} height={36} />
          <h1 className={heading}>Keyway</h1>
        </div>
        {sessionEnd ? (
          <p className={ended} role="alert">
            {intl.formatMessage({ id: `signIn.${sessionEnd}` })}
          </p>
        ) : null}
        <p className={text}>{intl.formatMessage({ id: 'signIn.text' })}</p>
        {isFailed ? <Failure onRetry={retry} /> : null}
        {!isThere && !isFailed ? <PageSkeleton cards={0} /> : null}
        {options?.signIn.length === 0 ? (
          <p className={text}>{intl.formatMessage({ id: 'signIn.none' })}</p>
        ) : null}
        <ul className={list}>
          {options?.signIn.map((provider) => (
            <li key={provider.url}>
              <Button
                variant="accent"
                size="L"
                styles={style({ width: 'full' })}
                isPending={openingProvider === provider.url}
                onPress={() => {
                  setOpeningProvider(provider.url);
                  location.assign(fromBase(signInAddress(provider.url, wantedPage(location))));
                }}
              >
                {intl.formatMessage({ id: 'signIn.with' }, { provider: provider.name })}
              </Button>
            </li>
          ))}
        </ul>
        {options?.sandbox ? (
          <p className={note}>
            {intl.formatMessage({ id: 'signIn.sandbox' })}{' '}
            {options.signIn.some(({ name }) => name === SANDBOX)
              ? intl.formatMessage({ id: 'signIn.sandboxPerson' })
              : null}
          </p>
        ) : null}
        <LanguageSwitch />
      </div>
    </main>
  );
}

/** Why there is no session any more, as the console said when it sent the person here. */
function findSessionEnd(): 'ended' | 'removed' | null {
  const end = new URLSearchParams(location.search).get('end');
  return end === 'ended' || end === 'removed' ? end : null;
}

function Failure({ onRetry }: { onRetry: () => void }) {
  const intl = useIntl();
  return (
    <div role="alert" className={ended}>
      <strong>{intl.formatMessage({ id: 'signIn.failed' })}</strong>
      <div className={text}>{intl.formatMessage({ id: 'error.unreachable' })}</div>
      <Button variant="secondary" size="S" onPress={onRetry}>
        {intl.formatMessage({ id: 'error.retry' })}
      </Button>
    </div>
  );
}

/**
 * The provider whose page is opening. The back button can restore this page from the browser's
 * cache, with its state, so `pageshow` resets it.
 */
function useOpeningProvider() {
  const state = useState<string>();
  const [, setOpeningProvider] = state;
  useEffect(() => {
    const onShow = () => setOpeningProvider(undefined);
    window.addEventListener('pageshow', onShow);
    return () => window.removeEventListener('pageshow', onShow);
  }, [setOpeningProvider]);
  return state;
}
