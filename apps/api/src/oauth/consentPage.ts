/** The page on which a person allows a program, or doesn't. A form without scripts. */
import type { Locale, Scope } from '@keyway/core';
import { consentText, scopeText } from '@keyway/messages';
import type { Authenticated } from '@keyway/store';
import { MAX_LENGTHS } from '../userErrors/inputValidator.ts';
import { anchor, escape, htmlPage, PAGE_STYLE, styleHash } from '../signIn/htmlPage.ts';
import { withParameters } from '../signIn/providers.ts';
import {
  AUTHORIZE_PATH,
  authorizationPath,
  parametersOf,
  type AuthorizationRequest,
} from './authorizationRequest.ts';

/** How long a token may be valid, in days. */
export const DAYS = [1, 7, 30, 90, 365] as const;
export const DEFAULT_DAYS = 30;
/** Given only where the person selects them. */
export const EXTRA_SCOPES: ReadonlySet<string> = new Set(['approve', 'admin']);

const STYLE = `${PAGE_STYLE}
main{max-width:560px}
@media(max-width:520px){dl{grid-template-columns:1fr!important}dd{margin:0 0 8px!important}}
dl{margin:0 0 20px;display:grid;grid-template-columns:auto 1fr;gap:4px 16px}
dt{color:light-dark(#505050,#afafaf)}
dd{margin:0;overflow-wrap:anywhere}
fieldset{border:0;margin:0 0 20px;padding:0}
legend,.label{display:block;font-weight:bold;padding:0;margin:0 0 4px}
fieldset label{display:flex;gap:8px;align-items:baseline;padding:4px 0}
.extra{margin:8px 0 0;padding:8px 12px;border-radius:8px;background:light-dark(#fff0d9,#3d2c0b)}
.hint{font-size:14px;margin:4px 0 0;color:light-dark(#505050,#afafaf)}
.problem{color:light-dark(#b40000,#ff8f8a);font-weight:bold}
.field{margin:0 0 20px}
input[type=text],select{box-sizing:border-box;width:100%;padding:8px 12px;font:inherit;color:inherit;background:light-dark(#fff,#1b1b1b);border:1px solid light-dark(#717171,#8a8a8a);border-radius:8px}
.ways{display:flex;flex-wrap:wrap;gap:8px}
button{flex:1;padding:10px 20px;border:0;border-radius:20px;font:inherit;font-weight:bold;cursor:pointer;background:#3b63fb;color:#fff}
button:hover{background:#274dea}
button[value=deny]{background:light-dark(#e1e1e1,#444);color:inherit}
button:focus-visible,input:focus-visible,select:focus-visible{outline:2px solid light-dark(#274dea,#7c9bff);outline-offset:2px}`;

/** What the person chose on the page before, where it is shown again. */
export interface Chosen {
  scopes: readonly string[];
  name: string;
  days: number;
}

export interface Consent {
  viewer: Authenticated;
  request: AuthorizationRequest;
  /** Those of the scopes asked for that the person has. */
  offered: readonly Scope[];
  chosen: Chosen;
  token: string;
  problem: 'nameProblem' | 'nothingChosen' | null;
}

/** Browsers know no IPv6 address in a policy, so of these the form's own address is all of http. */
const programOf = (redirectUri: string): string => {
  const { hostname, origin } = new URL(redirectUri);
  return hostname.startsWith('[') ? 'http:' : origin;
};

/**
 * No script, no frame, and no form that leads elsewhere. Browsers apply `form-action` to the
 * redirect that brings the answer to the program too.
 */
export const consentHeaders = ({ redirectUri }: AuthorizationRequest): Record<string, string> => ({
  'content-security-policy': [
    `default-src 'none'`,
    `style-src '${styleHash(STYLE)}'`,
    `form-action 'self' ${programOf(redirectUri)}`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
  ].join(';'),
  'x-frame-options': 'DENY',
  // With none, browsers send no `Origin` with the form either.
  'referrer-policy': 'same-origin',
  'cache-control': 'no-store',
});

const hidden = (name: string, value: string): string =>
  `<input type="hidden" name="${escape(name)}" value="${escape(value)}">`;

function scopeChoices({ offered, chosen }: Consent, locale: Locale): string {
  const choice = (scope: Scope): string =>
    `<label><input type="checkbox" name="grant" value="${scope}"${chosen.scopes.includes(scope) ? ' checked' : ''}><span>${escape(scopeText(scope, locale))}</span></label>`;
  const usual = offered.filter((scope) => !EXTRA_SCOPES.has(scope));
  const extra = offered.filter((scope) => EXTRA_SCOPES.has(scope));
  const marked =
    extra.length > 0
      ? `<div class="extra">${escape(consentText('extra', locale))}${extra.map(choice).join('')}</div>`
      : '';
  return `<fieldset><legend>${escape(consentText('may', locale))}</legend>${usual.map(choice).join('')}${marked}</fieldset>`;
}

const facts = (pairs: readonly (readonly [string, string])[]): string =>
  `<dl>${pairs.map(([name, value]) => `<dt>${escape(name)}</dt><dd>${escape(value)}</dd>`).join('')}</dl>`;

export function consentPage(consent: Consent, locale: Locale): string {
  const { viewer, request, offered, chosen, token, problem } = consent;
  const text = (name: Parameters<typeof consentText>[0], values = {}): string =>
    consentText(name, locale, values);
  const title = text('title');
  const notOffered = request.scopes.filter((scope) => !offered.some((known) => known === scope));
  const account = viewer.email === null ? viewer.name : `${viewer.name} (${viewer.email})`;
  const days = DAYS.map(
    (count) =>
      `<option value="${count}"${count === chosen.days ? ' selected' : ''}>${escape(text('days', { count }))}</option>`,
  );
  const otherAccount = withParameters('/auth/login', {
    ...{ otherAccount: '1', returnTo: authorizationPath(request) },
  });
  const body = `<h1>${escape(title)}</h1><p>${escape(text('message'))}</p>
${problem ? `<p class="problem" role="alert">${escape(text(problem, { max: MAX_LENGTHS.name }))}</p>` : ''}
${facts([
  [text('account'), account],
  [text('partner'), viewer.partnerName],
  [text('program'), text('programName')],
  [text('answersTo'), request.redirectUri],
])}
<form method="post" action="${AUTHORIZE_PATH}">
${Object.entries(parametersOf(request))
  .map(([name, value]) => hidden(name, value))
  .join('')}${hidden('consent', token)}
${scopeChoices(consent, locale)}
${notOffered.length > 0 ? `<p class="hint field">${escape(text('notYours', { scopes: notOffered.join(', ') }))}</p>` : ''}
<div class="field"><label class="label" for="name">${escape(text('tokenName'))}</label><input type="text" id="name" name="name" required maxlength="${MAX_LENGTHS.name}" autocomplete="off" value="${escape(chosen.name)}"><p class="hint">${escape(text('tokenNameHint'))}</p></div>
<div class="field"><label class="label" for="days">${escape(text('validFor'))}</label><select id="days" name="days">${days.join('')}</select></div>
<div class="ways"><button name="decision" value="allow">${escape(text('allow'))}</button><button name="decision" value="deny" formnovalidate>${escape(text('deny'))}</button></div>
</form>
<p class="home">${anchor(otherAccount, text('otherAccount'))}</p>`;
  return htmlPage({ title, locale, style: STYLE, body });
}
