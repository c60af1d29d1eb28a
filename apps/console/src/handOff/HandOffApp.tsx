/** The page of a hand-off with language, data, theme and announcements, and nothing else. */
import type { ApolloClient } from '@apollo/client';
import type { ReactNode } from 'react';
import { ApolloProvider } from '@apollo/client/react';
import { Provider } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { IntlRoot, useAppLocale } from '../intl/IntlRoot.tsx';
import { toRegionalLocale } from '../intl/locale.ts';
import { HandOffPageTexts } from './HandOffPageTexts.ts';
import { toColorScheme, useTheme } from '../theme/theme.ts';
import { AnnounceRoot } from '../ui/announce.tsx';
import { ClosedLink } from './ClosedLink.tsx';
import { HandOffFrame } from './HandOffFrame.tsx';
import { HandOffPage } from './HandOffPage.tsx';

const TEXTS = [HandOffPageTexts];

/** `client` is null where the address has no token. */
export function HandOffApp({ client }: { client: ApolloClient | null }) {
  return (
    <IntlRoot texts={TEXTS}>
      <Themed>
        {client ? (
          <ApolloProvider client={client}>
            <HandOffPage />
          </ApolloProvider>
        ) : (
          <HandOffFrame>
            <ClosedLink closed={null} />
          </HandOffFrame>
        )}
      </Themed>
    </IntlRoot>
  );
}

function Themed({ children }: { children: ReactNode }) {
  const [theme] = useTheme();
  const { locale } = useAppLocale();
  return (
    <Provider
      background="base"
      colorScheme={toColorScheme(theme)}
      locale={toRegionalLocale(locale)}
      styles={style({ minHeight: 'full' })}
    >
      <AnnounceRoot>{children}</AnnounceRoot>
    </Provider>
  );
}
