import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aServer, type TestServer } from '../testing/aServer.ts';

let server: TestServer;
beforeAll(async () => {
  server = await aServer({});
});
afterAll(() => server.close());

const MAX_HEADER_CHARACTERS = 12_000;

async function ask(path: string, acceptLanguage?: string) {
  const headers = new Headers();
  if (acceptLanguage !== undefined) headers.set('accept-language', acceptLanguage);
  const response = await fetch(`${server.url}${path}`, { headers, redirect: 'manual' });
  return {
    status: response.status,
    vary: response.headers.get('vary'),
    text: await response.text(),
  };
}

describe('a page about signing in', () => {
  it.each([
    ['es', 'es', 'El inicio de sesión tardó demasiado'],
    ['es-MX,es;q=0.9,en;q=0.8', 'es', 'El inicio de sesión tardó demasiado'],
    ['fr-FR,fr;q=0.9,es;q=0.5', 'es', 'El inicio de sesión tardó demasiado'],
    ['en-GB,en;q=0.9,es;q=0.8', 'en', 'Signing in took too long'],
    ['es;q=0,en;q=0.1', 'en', 'Signing in took too long'],
    ['de-DE', 'en', 'Signing in took too long'],
    ['*', 'en', 'Signing in took too long'],
    [undefined, 'en', 'Signing in took too long'],
  ])('is for %s in %s', async (acceptLanguage, locale, title) => {
    const { status, vary, text } = await ask('/auth/callback?code=x&state=y', acceptLanguage);
    expect([status, vary]).toEqual([400, 'Accept-Language']);
    expect(text).toContain(`<html lang="${locale}">`);
    expect(text).toContain(`<h1>${title}</h1>`);
  });

  it.each([
    '"><script>alert(1)</script>',
    '__proto__, constructor',
    'es;q=abc, ;;;,,,=',
    'en'.padEnd(MAX_HEADER_CHARACTERS, '-x'),
    'x;q=0.1,'.repeat(MAX_HEADER_CHARACTERS / 8),
    ' '.repeat(MAX_HEADER_CHARACTERS - 1).concat('-'),
  ])('is in one of our languages for a hostile header (%#)', async (acceptLanguage) => {
    const { status, text } = await ask('/auth/callback', acceptLanguage);
    expect(status).toBe(400);
    expect(text).toMatch(/^<!doctype html>\n<html lang="(?:en|es)">/);
    expect(text).not.toMatch(/script|__proto__/);
  });
});

describe('plain text outside GraphQL', () => {
  it('is in the preferred language, and names it as a reason for another response', async () => {
    expect(await ask('/assets/nothing.js', 'es')).toEqual({
      status: 404,
      vary: 'Accept-Language',
      text: 'No se encontró.\n',
    });
    expect((await ask('/assets/nothing.js', 'en')).text).toBe('Not found.\n');
    expect((await ask('/hooks/adobe/x', 'es')).text).toBe(
      'Esto no es una entrega de eventos. No se cambió nada.\n',
    );
  });

  it('says so where a body is too large or not JSON', async () => {
    const send = async (contentType: string, body: string): Promise<string> => {
      const response = await fetch(`${server.url}/auth/logout`, {
        method: 'POST',
        headers: { 'content-type': contentType, 'accept-language': 'es' },
        body,
      });
      return response.text();
    };
    expect(await send('text/csv', 'a')).toBe(
      'Envíe JSON, con el encabezado Content-Type: application/json.\n',
    );
    expect(await send('application/json', `"${'x'.repeat(6 * 1024 * 1024)}"`)).toBe(
      'Esta solicitud supera los 6 MiB. Envíe su contenido por partes.\n',
    );
  });
});
