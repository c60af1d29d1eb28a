/** What workers do for inboxes, and what is announced of them. */
import { z } from 'zod';
import type { Database } from '../database/database.ts';
import type { Notifications } from '../database/notifications.ts';
import type { Sealing } from '../sealing/sealing.ts';
import { ChatQueue } from './chatQueue.ts';
import { deriveItems } from './deriveItems.ts';
import { DigestQueue } from './digestQueue.ts';
import type { Retention } from '../retention/retention.ts';
import { forgetItems } from './forgetItems.ts';

/** Something came into a member's inbox, or was read. */
export interface InboxChange {
  partnerId: string;
  memberId: string;
}

const Changes: z.ZodType<InboxChange> = z.object({ partnerId: z.string(), memberId: z.string() });

/** Inboxes of every partner. */
export class Inboxes {
  /** What is sent of them. */
  readonly digests: DigestQueue;
  /** What chats are sent. */
  readonly chats: ChatQueue;
  private readonly database: Database;
  private readonly notifications: Notifications;
  private readonly retention: Retention;

  constructor(
    database: Database,
    notifications: Notifications,
    { sealing, retention }: { sealing: Sealing; retention: Retention },
  ) {
    this.database = database;
    this.retention = retention;
    this.digests = new DigestQueue(database);
    this.chats = new ChatQueue(database, sealing);
    this.notifications = notifications;
  }

  /** Makes items of what happened: one pass; answers how much it took, 0 where none is left. */
  derive(): Promise<number> {
    return deriveItems(this.database);
  }

  /** Deletes what is too old to be kept: one pass. */
  async forget(): Promise<void> {
    await forgetItems(this.database, this.retention);
  }

  /** Null after a lost connection: any may have changed. Returns the unsubscribe function. */
  onChange(listener: (change: InboxChange | null) => void): () => void {
    const stop = this.notifications.mustHear('keyway_inbox', (payload) =>
      listener(Changes.parse(JSON.parse(payload))),
    );
    const stopMissed = this.notifications.onReconnect(() => listener(null));
    return () => {
      stop();
      stopMissed();
    };
  }
}
