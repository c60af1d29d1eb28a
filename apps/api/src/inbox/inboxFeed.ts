/** Live changes of inboxes for their owners' subscriptions, at most one a second for each. */
import type { Store } from '@keyway/store';
import { PacedFeed } from '../runs/pacedFeed.ts';

/** How an inbox is now. */
export interface InboxState {
  unreadCount: number;
}

/** Each listener's events are its own: what one person reads is sent to nobody else. */
export class InboxFeed extends PacedFeed<InboxState> {
  constructor(store: Store) {
    super({
      listen: (listener) =>
        store.inboxes.onChange((change) =>
          listener(change && { partnerId: change.partnerId, id: change.memberId }),
        ),
      load: async (scope, memberId) => {
        const own = store.forPartner({ ...scope, viewer: `MEMBER:${memberId}` });
        return { unreadCount: await own.unreadCount() };
      },
    });
  }
}
