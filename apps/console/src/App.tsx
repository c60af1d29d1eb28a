/**
 * The console with everything that its pages need: language, data, theme, announcements, routes.
 */
import type { ApolloClient } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { Provider } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { RouterProvider } from '@tanstack/react-router';
import { useEffect } from 'react';
import { onReconnected } from './apollo/liveConnection.ts';
import { rereadsPages } from './apollo/useRereadPages.ts';
import { currentSessionEnd, holdPage, onUnauthenticated } from './apollo/unauthenticated.ts';
import { sessionPart } from './features/session/sessionParts.ts';
import { openSignIn } from './routing/openSignIn.ts';
import { hasTyped, watchTyping } from './routing/typedFields.ts';
import { IntlRoot, useAppLocale } from './intl/IntlRoot.tsx';
import { toRegionalLocale } from './intl/locale.ts';
import type { ConsoleRouter } from './routes.tsx';
import { toColorScheme, useTheme } from './theme/theme.ts';
import { AnnounceRoot } from './ui/announce.tsx';
import { fromBase } from './routing/basePath.ts';

interface AppProps {
  client: ApolloClient;
  router: ConsoleRouter;
}

export function App({ client, router }: AppProps) {
  useEffect(() => onUnauthenticated(() => leave(client, router)), [client, router]);
  useEffect(watchTyping, []);
  useEffect(() => onReconnected(() => refetchShown(client)), [client]);
  return (
    <IntlRoot>
      <ApolloProvider client={client}>
        <Themed router={router} />
      </ApolloProvider>
    </IntlRoot>
  );
}

function Themed({ router }: { router: ConsoleRouter }) {
  const [theme] = useTheme();
  const { locale } = useAppLocale();
  return (
    <Provider
      background="base"
      colorScheme={toColorScheme(theme)}
      locale={toRegionalLocale(locale)}
      router={{ navigate: (href) => void router.navigate({ href }), useHref: fromBase }}
      styles={style({ minHeight: 'full', height: 'full' })}
    >
      <AnnounceRoot>
        <RouterProvider router={router} />
      </AnnounceRoot>
    </Provider>
  );
}

/** What was missed while the live connection was down. */
function refetchShown(client: ApolloClient) {
  void client.refetchQueries({
    include: 'active',
    onQueryUpdated: ({ options }) => !rereadsPages(options.context),
  });
}

/**
 * Nothing that was read stays here, unless something was typed that would be lost. Keeps the
 * current address, so that signing in returns to it.
 */
function leave(client: ApolloClient, router: ConsoleRouter) {
  // Only what covers the page may let it stay: its code can have failed to load.
  if (hasTyped() && sessionPart.loaded() && holdPage()) return;
  void client.clearStore().catch(() => undefined);
  openSignIn(router.state.location.href, currentSessionEnd());
}
