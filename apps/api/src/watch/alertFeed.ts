/** Live changes of alerts for subscriptions. */
import type { AlertChange, AlertRecord, Store } from '@keyway/store';
import { ScopedFeed } from './scopedFeed.ts';

export class AlertFeed extends ScopedFeed<AlertChange, AlertRecord> {
  readonly #stop: () => void;

  constructor(store: Store) {
    super(
      ({ alertId }) => alertId,
      (scope, alertId) => store.forPartner(scope).alert(alertId),
    );
    // What was missed while the connection was lost is read again by whoever lists alerts.
    this.#stop = store.onAlertChange((change) => change && this.dispatch(change));
  }

  override close(): void {
    this.#stop();
    super.close();
  }
}
