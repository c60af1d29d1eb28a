/** Every word about checks in English. */
import type { LanguageTexts } from './checkTexts.ts';
import { EN_ACCESS } from './en/access.ts';
import { EN_ADOBE_FAILURES } from './en/adobeFailures.ts';
import { EN_AZURE_FAILURES } from './en/azureFailures.ts';
import { EN_CALLS } from './en/calls.ts';
import { EN_KEY } from './en/key.ts';
import { EN_VAULT } from './en/vault.ts';

export const EN = {
  checks: { ...EN_VAULT, ...EN_KEY, ...EN_ACCESS, ...EN_CALLS },
  unreadable: {
    observed: 'Could not be read: {answer}',
    cause: '{failureCause}',
    remedy: '{failureRemedy}',
  },
  failures: {
    adobe: EN_ADOBE_FAILURES,
    azure: EN_AZURE_FAILURES,
    quoted: '“{message}”',
    withCode: 'code {code}',
    withStatus: 'HTTP {status}',
    withCodeAndStatus: 'code {code}, HTTP {status}',
  },
  unknownValue: 'unknown',
  yes: 'yes',
  no: 'no',
} as const satisfies LanguageTexts;
