/** The page that says why signing in failed. Plain HTML, because the console may not be loaded. */
import type { Locale } from '@keyway/core';
import { signInPageTexts, type SignInPage } from '@keyway/messages';

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

export function signInPage(page: SignInPage, locale: Locale): string {
  const { title, message, tryAgain } = signInPageTexts(page, locale);
  return `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escape(title)} · Keyway</title></head>
<body><main><h1>${escape(title)}</h1><p>${escape(message)}</p><p><a href="/auth/login">${escape(tryAgain)}</a></p></main></body>
</html>
`;
}
