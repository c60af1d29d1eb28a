/** All component states, one dialog if the address names it, and links to the page states. */
import {
  createMemoryHistory,
  createRootRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { ApolloProvider } from '@apollo/client/react';
import { Link, Provider } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import { clientOf } from '../apollo/clientOf.ts';
import { AnsweringLink } from '../fixtures/AnsweringLink.ts';
import { IntlRoot, useAppLocale } from '../intl/IntlRoot.tsx';
import { toRegionalLocale } from '../intl/locale.ts';
import { toColorScheme, useTheme } from '../theme/theme.ts';
import { ComponentStates } from './ComponentStates.tsx';
import { DIALOG_STATES, DialogState } from './DialogStates.tsx';
import { HAND_OFF_STATES } from './handOffStates.tsx';
import { PAGE_STATES } from './pageStates.ts';

const page = style({ padding: 24, display: 'flex', flexDirection: 'column', rowGap: 24 });
const list = style({ display: 'flex', flexWrap: 'wrap', gap: 12, margin: 0, padding: 0 });
const item = style({ listStyleType: 'none', font: 'ui' });
const heading = style({ font: 'heading', margin: 0 });
const NAMES = [PAGE_STATES, HAND_OFF_STATES, DIALOG_STATES].flatMap((one) => Object.keys(one));

export function Gallery({ dialog }: { dialog: string }) {
  const [client] = useState(() => clientOf(new AnsweringLink({})));
  const [router] = useState(() =>
    createRouter({
      routeTree: createRootRoute({ component: () => <Content dialog={dialog} /> }),
      history: createMemoryHistory({ initialEntries: ['/'] }),
    }),
  );
  return (
    <IntlRoot>
      <ApolloProvider client={client}>
        <Themed>
          {/* Cast: the console's own router is registered as the type of all routers. */}
          <RouterProvider router={router as never} />
        </Themed>
      </ApolloProvider>
    </IntlRoot>
  );
}

function Themed({ children }: { children: React.ReactNode }) {
  const [theme] = useTheme();
  const { locale } = useAppLocale();
  return (
    <Provider
      background="base"
      colorScheme={toColorScheme(theme)}
      locale={toRegionalLocale(locale)}
      styles={style({ minHeight: 'full' })}
    >
      {children}
    </Provider>
  );
}

function Content({ dialog }: { dialog: string }) {
  if (dialog !== '') return <DialogState name={dialog} />;
  return (
    <main className={page}>
      <h1 className={heading}>Gallery</h1>
      <ul className={list} aria-label="States">
        {NAMES.map((name) => (
          <li key={name} className={item}>
            <Link href={`?state=${name}`}>{name}</Link>
          </li>
        ))}
      </ul>
      <ComponentStates />
    </main>
  );
}
