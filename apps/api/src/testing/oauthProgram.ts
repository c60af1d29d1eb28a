/** A program that signs in by the browser, as one outside would, and the person's answers. */
import { createHash, randomBytes } from 'node:crypto';
import type { TestServer } from './aServer.ts';
import type { Browser } from './browser.ts';

export const REDIRECT_URI = 'http://127.0.0.1:49152/callback';

export interface Attempt {
  verifier: string;
  parameters: Record<string, string>;
  /** Where the program sends the browser. */
  url: string;
}

/** @param changes parameters; null leaves one out */
export function anAttempt(publicUrl: string, changes: Record<string, string | null> = {}): Attempt {
  const verifier = randomBytes(32).toString('base64url');
  const all: Record<string, string | null> = {
    response_type: 'code',
    client_id: 'keyway-cli',
    redirect_uri: REDIRECT_URI,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    state: randomBytes(8).toString('hex'),
    ...changes,
  };
  const parameters = Object.fromEntries(
    Object.entries(all).filter((pair): pair is [string, string] => pair[1] !== null),
  );
  const url = `${publicUrl}/oauth/authorize?${new URLSearchParams(parameters)}`;
  return { verifier, parameters, url };
}

/** The fields of the consent form, as a browser would send them with this answer. */
export function formOf(html: string, changes: Record<string, string | string[]> = {}) {
  const form = new URLSearchParams({ days: '30', decision: 'allow' });
  for (const [tag] of html.matchAll(/<input [^>]*>/g)) {
    const of = (name: string): string | undefined =>
      new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
    if (of('type') === 'checkbox' && !tag.includes(' checked')) continue;
    const value = (of('value') ?? '').replace(/&#(\d+);/g, (_, code: string) =>
      String.fromCharCode(Number(code)),
    );
    form.append(of('name') ?? '', value);
  }
  for (const [name, value] of Object.entries(changes)) {
    form.delete(name);
    for (const one of [value].flat()) form.append(name, one);
  }
  return form;
}

export const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

/** What the browser brings to the program, or the page that it stays on. */
export interface Outcome {
  status: number;
  /** Of the program's address. */
  answer: URLSearchParams;
  location: string | null;
  html: string;
  headers: Headers;
}

async function outcomeOf(response: Response): Promise<Outcome> {
  const location = response.headers.get('location');
  const answer = location?.startsWith('http://127.0.0.1:') ? new URL(location).searchParams : null;
  return {
    ...{ status: response.status, location, headers: response.headers },
    ...{ answer: answer ?? new URLSearchParams(), html: await response.text() },
  };
}

export const open = async (browser: Browser, url: string): Promise<Outcome> =>
  outcomeOf(await browser.get(url));

export const send = async (
  browser: Browser,
  publicUrl: string,
  form: URLSearchParams,
  headers: Record<string, string> = {},
): Promise<Outcome> =>
  outcomeOf(
    await browser.get(`${publicUrl}/oauth/authorize`, {
      method: 'POST',
      body: form.toString(),
      headers: { ...FORM, origin: publicUrl, ...headers },
    }),
  );

/** The person allows it. */
export async function allow(
  browser: Browser,
  publicUrl: string,
  { url }: Attempt,
  changes: Record<string, string | string[]> = {},
): Promise<Outcome> {
  const { html } = await open(browser, url);
  return send(browser, publicUrl, formOf(html, changes));
}

export interface TokenAnswer {
  status: number;
  headers: Headers;
  json: Record<string, unknown>;
}

/** @param changes of the form; null leaves one out */
export async function requestToken(
  { url }: TestServer,
  { verifier, parameters }: Attempt,
  code: string,
  changes: Record<string, string | null> = {},
): Promise<TokenAnswer> {
  const all = {
    grant_type: 'authorization_code',
    client_id: 'keyway-cli',
    redirect_uri: parameters['redirect_uri'] ?? '',
    code_verifier: verifier,
    code,
    ...changes,
  };
  return post(`${url}/oauth/token`, all);
}

export async function post(
  url: string,
  fields: Record<string, string | null>,
): Promise<TokenAnswer> {
  const given = Object.entries(fields).filter((pair): pair is [string, string] => pair[1] !== null);
  const response = await fetch(url, {
    method: 'POST',
    body: new URLSearchParams(given).toString(),
    headers: FORM,
  });
  const json = (await response.json()) as Record<string, unknown>;
  return { status: response.status, headers: response.headers, json };
}
