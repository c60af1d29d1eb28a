/** Live changes of dry runs for subscriptions. */
import type { DryRunRecord, Store } from '@keyway/store';
import { PacedFeed } from '../runs/pacedFeed.ts';

export class DryRunFeed extends PacedFeed<DryRunRecord> {
  constructor(store: Store) {
    super({
      listen: (listener) =>
        store.onDryRunChange((change) =>
          listener(change && { partnerId: change.partnerId, id: change.dryRunId }),
        ),
      load: (scope, id) => store.forPartner(scope).dryRun(id),
    });
  }
}
