import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import { createIntl } from 'react-intl';
import { expect, it } from 'vitest';
import { englishTexts, spanishTexts } from '../testing/allTexts.ts';
import { formatRequestError } from './formatRequestError.ts';

const en = createIntl({ locale: 'en', messages: englishTexts });
const es = createIntl({ locale: 'es', messages: spanishTexts });
const MESSAGE = 'For programs.';
const withCode = (code?: string, errorId?: string) =>
  new CombinedGraphQLErrors({ errors: [{ message: MESSAGE, extensions: { code, errorId } }] });
const withStatus = (status: number) =>
  new ServerError('no', { response: new Response('no', { status }), bodyText: 'no' });

it.each([
  [withCode('SERVICE_UNAVAILABLE'), /database/, /base de datos/],
  [withStatus(503), /database/, /base de datos/],
  [withCode('RATE_LIMITED'), /Too many requests/, /Demasiadas solicitudes/],
  [withStatus(429), /Too many requests/, /Demasiadas solicitudes/],
  [withCode('FORBIDDEN'), /role/, /rol/],
  [withCode('INTERNAL_SERVER_ERROR', 'id-1'), /error ID id-1/, /ID de error id-1/],
  [withStatus(500), /Something went wrong/, /Se produjo un error/],
  [withStatus(418), /didn’t respond/, /no responde/],
  [new TypeError('Failed to fetch'), /didn’t respond/, /no responde/],
])('says in the reader’s language why: %s', (error, inEnglish, inSpanish) => {
  expect(formatRequestError(error, en)).toMatch(inEnglish);
  expect(formatRequestError(error, es)).toMatch(inSpanish);
  expect(formatRequestError(error, es)).not.toMatch(/For programs|none|undefined/);
});

it.each([undefined, 'toString', 'NEW_CODE'])('leaves %s to the server’s message', (code) => {
  expect(formatRequestError(withCode(code), es)).toBeNull();
});
