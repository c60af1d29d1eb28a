/** Refusals in the language of the caller. */
import { describeRefusal, describeRefusals } from '@keyway/messages';
import type { Resolvers } from '../generated/resolverTypes.ts';
import { localeOf } from '../schema/locale.ts';

export const userErrorResolvers: Resolvers = {
  UserError: {
    message: (refusal, { locale }) => describeRefusal(refusal, localeOf(locale)),
  },
  BulkBlock: {
    code: ({ refusal }) => refusal.code,
    message: ({ refusal }, { locale }) =>
      'message' in refusal ? refusal.message : describeRefusal(refusal, localeOf(locale)),
  },
  ImportRejection: {
    field: (rejection) =>
      'message' in rejection ? rejection.field : (rejection.refusals[0]?.field?.[0] ?? null),
    message: (rejection, { locale }) =>
      'message' in rejection
        ? rejection.message
        : describeRefusals(rejection.refusals, localeOf(locale)),
  },
  ImportKeyRefusal: {
    code: ({ refusal }) => refusal.code,
    message: ({ refusal }, { locale }) => describeRefusal(refusal, localeOf(locale)),
  },
  ImportKeyWarning: {
    message: ({ refusal }, { locale }) => describeRefusal(refusal, localeOf(locale)),
  },
};
