/** Adds texts that come with the code of a part, which few visits need, to those of the page. */
import type { ReactNode } from 'react';
import { IntlProvider, useIntl } from 'react-intl';
import { useAppLocale } from './IntlRoot.tsx';
import type { Locale } from './locale.ts';

interface WithTextsProps {
  texts: Record<Locale, object>;
  children: ReactNode;
}

export function WithTexts({ texts, children }: WithTextsProps) {
  const intl = useIntl();
  const { locale } = useAppLocale();
  // Cast: compiled texts are no strings, which the types of JSON files can't say.
  const messages = { ...intl.messages, ...texts[locale] } as typeof intl.messages;
  return (
    <IntlProvider locale={intl.locale} messages={messages} onError={intl.onError}>
      {children}
    </IntlProvider>
  );
}
