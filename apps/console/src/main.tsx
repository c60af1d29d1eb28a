/** The entry point of the console: style sheets, then the application. */
import '@react-spectrum/s2/page.css';
import './theme/fonts.css';
import './theme/page.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { AnyRoute } from '@tanstack/react-router';
import { App } from './App.tsx';
import { createClient } from './apollo/client.ts';
import { beginFirstReads } from './apollo/firstReads.ts';
import { VIEWER_QUERY } from './features/viewer/ViewerQuery.ts';
import { createConsoleRouter } from './routes.tsx';

const client = createClient();
const router = createConsoleRouter();
preload();

const element = document.getElementById('root');
if (element) {
  createRoot(element).render(
    <StrictMode>
      <App client={client} router={router} />
    </StrictMode>,
  );
}

/**
 * Requests the page's code and the viewer in parallel, before React renders. If one fails, the page
 * requests it again and shows the error. The page's own code reads what it shows as soon as it is
 * there.
 */
function preload() {
  const location = router.latestLocation;
  const routes: Record<string, AnyRoute> = router.routesById;
  for (const { routeId } of router.matchRoutes(location) as { routeId: string }[]) {
    const component = routes[routeId]?.options.component as
      { preload?: () => Promise<unknown> } | undefined;
    void component
      ?.preload?.()
      .then(() => beginFirstReads(client))
      .catch(() => undefined);
  }
  void client.query({ query: VIEWER_QUERY }).catch(() => undefined);
}
