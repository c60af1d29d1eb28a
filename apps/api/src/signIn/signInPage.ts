/** The pages about signing in. Plain HTML, because the console may not be loaded. */
import type { Locale } from '@keyway/core';
import {
  signInLabel,
  signInPageTexts,
  signInWithText,
  type SignInLabel,
  type SignInPage,
} from '@keyway/messages';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { requestLocale } from '../transport/requestLocale.ts';
import { anchor, escape, htmlPage, PAGE_STYLE, styleHash } from './htmlPage.ts';

/** A way to continue. */
export interface SignInLink {
  /** The provider's name. */
  provider: string;
  url: string;
}

/** What the page's policy allows of styles: this one. */
export const SIGN_IN_STYLE_HASH = styleHash(PAGE_STYLE);

/** Where a page leads: to providers to choose from, or to where somebody tries again. */
export interface Ways {
  links?: readonly SignInLink[];
  retry?: string;
  /** What the way back is called. */
  label?: SignInLabel;
  /** Leads to the console too, for who is signed in there. */
  home?: boolean;
  /** Who signed in. */
  values?: { account: string };
}

/** Leads to the start where nothing else is given. */
export function signInPage(
  page: SignInPage,
  locale: Locale,
  { links = [], retry = '/auth/login', label = 'tryAgain', home = false, values }: Ways = {},
): string {
  const { title, message } = signInPageTexts(page, locale, values);
  const choices = links.map(
    ({ provider, url }) => `<li>${anchor(url, signInWithText(provider, locale))}</li>`,
  );
  const ways =
    choices.length > 0 ? `<ul>${choices.join('')}</ul>` : anchor(retry, signInLabel(label, locale));
  const back = home ? `<p class="home">${anchor('/', signInLabel('home', locale))}</p>` : '';
  const body = `<h1>${escape(title)}</h1><p>${escape(message)}</p>${ways}${back}`;
  return htmlPage({ title, locale, style: PAGE_STYLE, body });
}

export const sendPage = (
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  page: SignInPage,
  ways: Ways = {},
): FastifyReply =>
  reply
    .code(status)
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(signInPage(page, requestLocale(request, reply), ways));
