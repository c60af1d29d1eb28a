/** Drives runs of each kind through a world of the crash matrix, several at a time. */
import { driveAws } from '../product/driveAws.ts';
import { driveRun, untilCompleted } from '../product/driveRun.ts';
import type { People } from '../product/people.ts';
import type { AwsCustomer, SandboxCustomer } from '../product/sandboxControl.ts';
import type { CrashWorld } from './crashWorld.ts';
import { driveAttested } from './driveAttested.ts';
import { keepVaultsBusy, untilTenantsKnown } from './wrongProbes.ts';

/**
 * A run is driven on: Azure read, the role assigned, vaults and keys made, attested on Azure, the
 * same with vaults that are asked later, attested on AWS, and with its key at AWS read.
 */
export const WAYS = ['read', 'write', 'setup', 'attested', 'late', 'aws', 'kms'] as const;
export type Way = (typeof WAYS)[number];
const SCENARIOS: Partial<Record<Way, string>> = {
  write: 'roleMissing',
  setup: 'emptySubscription',
  kms: 'awsHappyPath',
};
/** Of the others nothing is sent. */
export const SUBMITS: ReadonlySet<Way> = new Set(['read', 'write', 'setup']);

/** A run that was driven, and why it did not come to its end. */
export interface Driven {
  way: Way;
  /** Of `kms` it has no keys at Azure. */
  customer: SandboxCustomer & AwsCustomer;
  failure: string | null;
  /** Null until it is known. */
  runId: string | null;
}

/** Its runs. */
export class Drivers {
  readonly driven: Driven[] = [];
  readonly underWay = new Set<string>();
  readonly #world: CrashWorld;
  readonly #people: readonly People[];
  readonly #ways: readonly Way[];
  #begun = 0;

  constructor(world: CrashWorld, both: readonly People[], ways: readonly Way[]) {
    this.#world = world;
    this.#people = both;
    this.#ways = ways;
  }

  /** Keeps runs under way while `more`; resolves when all are over. */
  async drive(atATime: number, more: () => boolean): Promise<void> {
    const one = async (): Promise<void> => {
      while (more()) await this.#one();
    };
    await Promise.all(Array.from({ length: atATime }, one));
  }

  async #one(): Promise<void> {
    const way = this.#ways[this.#begun % this.#ways.length]!;
    const both = this.#people[this.#begun % this.#people.length]!;
    this.#begun += 1;
    const scenario = SCENARIOS[way] ?? 'happyPath';
    const customer = await this.#world.sandbox<Driven['customer']>('POST', '/scenario', {
      scenario,
    });
    const driven: Driven = { way, customer, failure: null, runId: null };
    this.driven.push(driven);
    const { imsOrgId } = customer;
    this.underWay.add(imsOrgId);
    try {
      driven.runId = await this.#run(driven, both);
      await untilCompleted(driven.runId, both.operator);
    } catch (error) {
      driven.failure = `${way}: ${String(error)}`;
    }
    this.underWay.delete(imsOrgId);
  }

  async #run({ way, customer }: Driven, both: People): Promise<string> {
    if (way === 'aws') return driveAttested({ ...customer, cloud: 'AWS' }, both);
    if (way === 'attested' || way === 'late') {
      if (way === 'late') await keepVaultsBusy(this.#world.sandbox, customer);
      // Where a worker died, a vault is asked later too: its tenant would void an approval.
      return driveAttested({ ...customer, cloud: 'AZURE' }, both, (runId) =>
        untilTenantsKnown(both.operator, runId),
      );
    }
    const organization = { name: `Crash ${customer.imsOrgId.slice(0, 8)}` };
    if (way === 'kms') {
      const onAws = { ...organization, region: 'VA6', shield: 'PRIVACY_AND_SECURITY_SHIELD' };
      return driveAws({ customer, organization: onAws, until: 'completed' }, both);
    }
    const access = way === 'read' ? 'READ' : 'WRITE';
    return (await driveRun({ customer, organization, access, setsUp: way === 'setup' }, both))!;
  }
}
