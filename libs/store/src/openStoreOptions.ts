/** The options of `openStore`. */
import type { Channel } from './database/notifications.ts';
import type { CloudMode } from './startup/installation.ts';
import type { Retention } from './retention/retention.ts';
import type { KeyWrappers } from './sealing/sealingKeys.ts';

/** How a process uses the database. Only `url` and `dataDir` are required. */
export interface OpenStoreOptions {
  /** PostgreSQL connection string, already migrated or empty: `openStore` migrates. */
  url: string;
  /**
   * The login that owns the tables and makes them; needed where `url`'s may not. Default: `url`.
   */
  migrationUrl?: string;
  /**
   * Past a connection pooler, for live updates: LISTEN needs a connection that stays. Default:
   * `url`.
   */
  directUrl?: string;
  /**
   * DATABASE_REPLICA_URL: a streaming standby for what is read `fromReplica`. Default: none. It may
   * be away, also at the start.
   */
  replicaUrl?: string | null;
  /**
   * What this process waits for; it hears of nothing else, such as each change of a run in a
   * process that shows none. Default: all.
   */
  listensTo?: readonly Channel[];
  /** KEYWAY_CLOUD: a database belongs to one of them for good. Default: it is not compared. */
  cloud?: CloudMode;
  /** Where `sealing.key` lies (0600; made when missing, unless another key wraps). */
  dataDir: string;
  /** KEYWAY_SEALING_KEY_ID. Default: the local key file wraps. */
  sealing?: KeyWrappers;
  /**
   * KEYWAY_SEALING_KEY_LOST: fingerprint of the local key file that is lost for good and may be
   * replaced.
   */
  lostSealingKey?: string | null;
  /** KEYWAY_POLL_SCALE: multiplies `afterSeconds` of effects. Default 1. */
  pollScale?: number;
  /** How long what is no record of anybody's act is kept. Default: `DEFAULT_RETENTION`. */
  retention?: Partial<Retention>;
  /** An operator says that the database comes from a backup (`npm run restored`). */
  isRestored?: boolean;
  /** Shown in pg_stat_activity. */
  applicationName?: string;
  /** Connections of each of the two pools (partner, system). Default 8. */
  maxConnections?: number;
  /**
   * Who claims effects. A process that is started again under the same name may take back what its
   * predecessor held (`queue.takeBack`); no two living processes may share it. Default: a name
   * nobody else has.
   */
  holder?: string;
  /**
   * The clock, for tests; events then bear the instants they say. Default: the database's clock,
   * for everything.
   */
  now?: () => Date;
  /**
   * Called with errors that end nothing: a lost connection that is being replaced. Never holds a
   * secret.
   */
  onWarning?: (message: string) => void;
}
