/** Every word about checks in Spanish. */
import type { LanguageTexts } from './checkTexts.ts';
import { ES_ACCESS } from './es/access.ts';
import { ES_ADOBE_FAILURES } from './es/adobeFailures.ts';
import { ES_AZURE_FAILURES } from './es/azureFailures.ts';
import { ES_CALLS } from './es/calls.ts';
import { ES_KEY } from './es/key.ts';
import { ES_VAULT } from './es/vault.ts';

export const ES = {
  checks: { ...ES_VAULT, ...ES_KEY, ...ES_ACCESS, ...ES_CALLS },
  unreadable: {
    observed: 'No se pudo leer: {answer}',
    cause: '{failureCause}',
    remedy: '{failureRemedy}',
  },
  failures: {
    adobe: ES_ADOBE_FAILURES,
    azure: ES_AZURE_FAILURES,
    quoted: '«{message}»',
    withCode: 'código {code}',
    withStatus: 'HTTP {status}',
    withCodeAndStatus: 'código {code}, HTTP {status}',
  },
  unknownValue: 'desconocido',
  yes: 'sí',
  no: 'no',
} as const satisfies LanguageTexts;
