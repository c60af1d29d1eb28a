/**
 * Loads the texts of one language at a time and gives the rest of the console the language and how
 * to change it.
 */
import { createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { IntlProvider } from 'react-intl';
import { regionalLocale, storeLocale, storedLocale } from './locale.ts';
import type { Locale } from './locale.ts';

const LocaleContext = createContext<{ locale: Locale; setLocale: (locale: Locale) => void }>({
  locale: 'en',
  setLocale: () => undefined,
});

/**
 * The language in use (also the `locale` variable of every query that asks the server for text) and
 * how to change it.
 */
export function useAppLocale() {
  return useContext(LocaleContext);
}

async function load(locale: Locale): Promise<Record<string, string>> {
  const module =
    locale === 'es' ? await import('./messagesEs.ts') : await import('./messagesEn.ts');
  return module.messages;
}

/** Loads with this module, in parallel with React and the page's code. */
const preloaded = { locale: storedLocale(), messages: load(storedLocale()) };

export function IntlRoot({ children }: { children: ReactNode }) {
  const [loaded, setLoaded] = useState<{ locale: Locale; messages: Record<string, string> }>();
  const setLocale = useCallback(async (locale: Locale) => {
    storeLocale(locale);
    setLoaded({ locale, messages: await load(locale) });
  }, []);
  useEffect(() => {
    let current = true;
    const first = storedLocale();
    const firstMessages = first === preloaded.locale ? preloaded.messages : load(first);
    void firstMessages.then((messages) => current && setLoaded({ locale: first, messages }));
    return () => {
      current = false;
    };
  }, []);
  const locale = loaded?.locale ?? 'en';
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  const value = useMemo(
    () => ({ locale, setLocale: (next: Locale) => void setLocale(next) }),
    [locale, setLocale],
  );
  if (!loaded) return null;
  return (
    <LocaleContext value={value}>
      <IntlProvider
        locale={regionalLocale(locale)}
        messages={loaded.messages}
        onError={reportMissing}
      >
        {children}
      </IntlProvider>
    </LocaleContext>
  );
}

function reportMissing(error: Error) {
  console.warn(error.message);
}
