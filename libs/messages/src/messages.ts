/** All messages of a language. */
import type { AllCheckMessages } from './checkMessages.ts';
import type {
  AdobeFailureMessages,
  AwsFailureMessages,
  AzureFailureMessages,
} from './failureMessages.ts';
import type { en } from './en/index.ts';

/** The same messages in any language: same names, other texts. */
type Translation<T> = T extends string ? string : { readonly [K in keyof T]: Translation<T[K]> };

/**
 * English says which messages there are; where the core has a list of codes, its type says which
 * ones are needed.
 */
export type Messages = Translation<Omit<typeof en, 'checks' | 'failures'>> & {
  readonly checks: AllCheckMessages;
  readonly failures: Translation<Omit<(typeof en)['failures'], 'adobe' | 'aws' | 'azure'>> & {
    readonly adobe: AdobeFailureMessages;
    readonly aws: AwsFailureMessages;
    readonly azure: AzureFailureMessages;
  };
};
