/** What everything in the console stands in: data, texts, theme, announcements, routes. */
import { ApolloProvider } from '@apollo/client/react';
import { Provider } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { RouterProvider } from '@tanstack/react-router';
import type { AnyRoute } from '@tanstack/react-router';
import { useEffect } from 'react';
import { createClient } from './apollo/client.ts';
import { onUnauthenticated } from './apollo/unauthenticated.ts';
import { IntlRoot, useAppLocale } from './intl/IntlRoot.tsx';
import { regionalLocale } from './intl/locale.ts';
import { router } from './routes.tsx';
import { VIEWER_QUERY } from './features/viewer/ViewerQuery.ts';
import { colorSchemeOf, useTheme } from './theme/theme.ts';
import { AnnounceRoot } from './ui/announce.tsx';

const client = createClient();
beginEarly();

export function App() {
  useEffect(() => onUnauthenticated(goToSignIn), []);
  return (
    <IntlRoot>
      <ApolloProvider client={client}>
        <Themed />
      </ApolloProvider>
    </IntlRoot>
  );
}

function Themed() {
  const [theme] = useTheme();
  const { locale } = useAppLocale();
  return (
    <Provider
      background="base"
      colorScheme={colorSchemeOf(theme)}
      locale={regionalLocale(locale)}
      router={{ navigate: (href) => void router.navigate({ href }), useHref: (href) => href }}
      styles={style({ minHeight: 'full', height: 'full' })}
    >
      <AnnounceRoot>
        <RouterProvider router={router} />
      </AnnounceRoot>
    </Provider>
  );
}

/**
 * Asks for the page's own code and for who is signed in before React has drawn anything: one after
 * another they would each cost a round trip. What fails here is asked for again, and told, where it
 * is used.
 */
function beginEarly() {
  const location = router.latestLocation;
  const routes: Record<string, AnyRoute> = router.routesById;
  for (const { routeId } of router.matchRoutes(location) as { routeId: string }[]) {
    const component = routes[routeId]?.options.component as
      { preload?: () => Promise<unknown> } | undefined;
    void component?.preload?.().catch(() => undefined);
  }
  if (location.pathname !== '/sign-in')
    void client.query({ query: VIEWER_QUERY }).catch(() => undefined);
}

/** Remembers where the person was, so that signing in leads back there. */
function goToSignIn() {
  const { pathname, href } = router.state.location;
  if (pathname === '/sign-in') return;
  void router.navigate({ to: '/sign-in', search: pathname === '/' ? {} : { returnTo: href } });
}
