/** Adobe's deliveries to an organization of each test's own, whose keys are watched. */
import { Observations } from '@keyway/store/testing';
import { beforeAll, beforeEach } from 'vitest';
import { aSigningKey, publish, signed, type SigningKey } from './adobeSender.ts';
import { servedTests, type Served } from './servedTests.ts';
import { aWatchedOrganization, type WatchedOrganization } from './watchedOrganization.ts';

export interface Answer {
  status: number;
  text: string;
}
/** An alert of Adobe. */
export interface AdobeAlertRow {
  kind: string;
  status: string;
  events: number;
}

export class AdobeTests {
  readonly served: Served;
  /** Of Adobe, and known. */
  key!: SigningKey;
  organization!: WatchedOrganization;

  constructor(served: Served) {
    this.served = served;
  }

  send = async (
    to: string,
    body: string | Buffer,
    headers: Record<string, string>,
  ): Promise<Answer> => {
    const response = await fetch(`${this.served.server.url}/hooks/adobe/${to}`, {
      method: 'POST',
      body: new Uint8Array(Buffer.from(body)),
      headers: { 'content-type': 'application/json', ...headers },
    });
    return { status: response.status, text: await response.text() };
  };

  /** Signed by Adobe. */
  deliver = (event: unknown, to = this.organization.id): Promise<Answer> => {
    const body = JSON.stringify(event);
    return this.send(to, body, signed(body, this.key));
  };

  get observations(): Observations {
    return new Observations(this.served.server.database, this.served.server.store);
  }

  /** How many entries of this kind the organization's history has. */
  entries = async (kind: string): Promise<number> => {
    const kinds = await this.observations.entries(this.organization.uuid);
    return kinds.filter((one) => one === kind).length;
  };

  alerts = ({ uuid } = this.organization): Promise<AdobeAlertRow[]> =>
    this.served.server.database.query<AdobeAlertRow>(
      `select kind, status, event_count as events from alert where organization_id = $1 and source is not null order by opened_at, resolved_at nulls last, kind`,
      [uuid],
    );

  /** Everything that a delivery can change. */
  stored = (): Promise<unknown[]> =>
    Promise.all(
      ['alert', 'adobe_event', 'adobe_validation', 'history_entry'].map((table) =>
        this.served.server.database.query(`select count(*)::int as count from ${table}`),
      ),
    );

  /** All that are open. */
  acknowledge = async (of = this.organization): Promise<void> => {
    const { alerts } = await this.served.owner.ask(
      'query($id: ID!) { alerts(first: 50, filter: { organizationId: $id, status: [OPEN] }) { nodes { id } } }',
      { id: of.id },
    );
    for (const { id } of alerts.nodes) await this.served.owner.must('acknowledgeAlert', { id });
  };
}

/** To be called once in a file. */
export function adobeTests(): AdobeTests {
  const tests = new AdobeTests(servedTests());
  beforeAll(async () => {
    tests.key = aSigningKey();
    await publish(tests.served.server, tests.key);
  });
  beforeEach(async () => {
    tests.organization = await aWatchedOrganization(tests.served.server);
  });
  return tests;
}
