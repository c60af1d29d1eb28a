/** Finds organizations by name, ID or case number. */
import { requireSignedIn } from '../context.ts';
import type { Resolvers } from '../generated/resolverTypes.ts';
import { selectsState } from '../runs/selectsState.ts';
import { searchText } from '../schema/searchText.ts';

export const searchResolvers: Resolvers = {
  Query: {
    search: (_, { text, first }, context) => {
      const wanted = searchText(text);
      return wanted ? requireSignedIn(context).partner.search(wanted, first) : [];
    },
  },
  SearchHit: {
    run: ({ run }, _args, context, info) =>
      run && selectsState(info) ? requireSignedIn(context).loaders.run.load(run.id) : (run ?? null),
  },
};
