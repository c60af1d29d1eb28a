/** What the api and the workers need for events that clouds send. */
import type { AdobeEvent } from '@keyway/core';
import type { Database } from '../database/database.ts';
import type { Notifications } from '../database/notifications.ts';
import { WakeUps } from '../database/wakeUps.ts';
import {
  hookRecipient,
  receiveAdobeEvents,
  type HookRecipient,
  type Received,
} from './adobeDeliveries.ts';
import { AdobeValidations } from './adobeValidations.ts';
import { EventGrid } from './eventGridAddress.ts';
import { SigningKeys } from './signingKeys.ts';

const MAX_WAIT_MILLISECONDS = 5_000;

const NEXT_DUE = {
  name: 'hook_next_due',
  text: `select extract(epoch from min(greatest(due_at, coalesce(lease_until, due_at))) - clock_timestamp())::float8 as seconds
    from (select due_at, lease_until from adobe_signing_key where due_at is not null
      union all select due_at, lease_until from adobe_validation where due_at is not null) waiting`,
};

/** No data of a request may reach it unchecked. */
export class HookStore {
  readonly signingKeys: SigningKeys;
  readonly validations: AdobeValidations;
  readonly eventGrid: EventGrid;
  private readonly database: Database;
  private readonly wakeUps: WakeUps;

  constructor(database: Database, notifications: Notifications, pollScale: number) {
    this.database = database;
    this.signingKeys = new SigningKeys(database);
    this.eventGrid = new EventGrid(database, pollScale);
    this.validations = new AdobeValidations(database);
    this.wakeUps = new WakeUps(notifications, 'keyway_hook', MAX_WAIT_MILLISECONDS);
  }

  /** The organization with this UUID; null where there is none. */
  recipient(organizationId: string | null): Promise<HookRecipient | null> {
    return hookRecipient(this.database, organizationId);
  }

  /** Applies the events of one delivery, each once. The caller has verified the sender. */
  receiveAdobeEvents(recipient: HookRecipient, events: readonly AdobeEvent[]): Promise<Received> {
    return receiveAdobeEvents(this.database, recipient, events);
  }

  /** Call before each claim of a worker. */
  claiming(): void {
    this.wakeUps.claiming();
  }

  /** Resolves when something is due, or after some seconds. */
  waitForWork(signal?: AbortSignal): Promise<void> {
    return this.wakeUps.wait(async () => {
      const [next] = await this.database.read<{ seconds: number | null }>(NEXT_DUE);
      return next?.seconds == null ? null : next.seconds * 1000;
    }, signal);
  }
}
