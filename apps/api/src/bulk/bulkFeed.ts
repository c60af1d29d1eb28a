/** Live changes of bulk jobs for subscriptions. */
import type { BulkJobRecord, Store } from '@keyway/store';
import { PacedFeed } from '../runs/pacedFeed.ts';

export class BulkFeed extends PacedFeed<BulkJobRecord> {
  constructor(store: Store) {
    super({
      listen: (listener) =>
        store.onBulkChange((change) =>
          listener(change && { partnerId: change.partnerId, id: change.jobId }),
        ),
      load: (scope, id) => store.forPartner(scope).bulkJob(id),
    });
  }
}
