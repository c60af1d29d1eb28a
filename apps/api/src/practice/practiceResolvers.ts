/** Organizations to practice with. */
import type { Resolvers } from '../generated/resolverTypes.ts';
import { createPracticeOrganization } from './createPracticeOrganization.ts';

export const practiceResolvers: Resolvers = {
  Mutation: {
    createPracticeOrganization: (_, { input }, context) =>
      createPracticeOrganization(context, input),
  },
};
