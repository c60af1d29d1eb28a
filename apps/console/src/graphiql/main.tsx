/** The entry point of GraphiQL, which works with the session of whoever is signed in. */
import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './graphiql.css';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { createClient } from 'graphql-ws';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { withCurrentOperation } from './currentOperation.ts';
import { EXAMPLES } from './examples.ts';
import { fromBase } from '../routing/basePath.ts';

const fetcher = withCurrentOperation(
  createGraphiQLFetcher({
    url: fromBase('/graphql'),
    // The api takes the session's cookie from its own pages alone.
    headers: { 'x-keyway-csrf': '1', 'x-keyway-cost': '1' },
    wsClient: createClient({
      url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}${fromBase('/graphql')}`,
    }),
  }),
);

const element = document.getElementById('root');
if (element) {
  createRoot(element).render(
    <StrictMode>
      <GraphiQL
        fetcher={fetcher}
        defaultTabs={EXAMPLES.map((query) => ({ query }))}
        isHeadersEditorEnabled={false}
      >
        <GraphiQL.Logo>
          <a href={fromBase('/')}>Keyway</a>
        </GraphiQL.Logo>
      </GraphiQL>
    </StrictMode>,
  );
}
