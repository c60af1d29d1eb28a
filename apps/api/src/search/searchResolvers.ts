/** Finds organizations by name, ID or case number. */
import { signedIn } from '../context.ts';
import type { Resolvers } from '../generated/resolverTypes.ts';
import { searchText } from '../schema/searchText.ts';

export const searchResolvers: Resolvers = {
  Query: {
    search: (_, { text, first }, context) => {
      const wanted = searchText(text);
      return wanted ? signedIn(context).partner.search(wanted, first) : [];
    },
  },
};
