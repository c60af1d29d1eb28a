/** Organizations whose set-up is complete, and workers that observe their keys. */
import { aDatabase, aPartner, type TestDatabase, type TestPartner } from '@keyway/testing';
import type { Store } from '../index.ts';
import { Observations } from './observations.ts';

/** An interval of observations is 0.9 seconds. */
export const POLL_SCALE = 0.001;

export class WatchWorld {
  database!: TestDatabase;
  store!: Store;
  /** Another process. */
  other!: Store;
  partner!: TestPartner;
  observations!: Observations;

  readonly open = async (): Promise<void> => {
    this.database = await aDatabase();
    this.store = await this.database.store({ pollScale: POLL_SCALE });
    this.other = await this.database.store({ pollScale: POLL_SCALE });
    this.partner = await aPartner(this.database, this.store);
    this.observations = new Observations(this.database, this.store);
  };
  readonly close = (): Promise<void> => this.database.close();

  /** A completed run, whose keys nobody watches yet. */
  readonly completed = async (
    name = 'Watched',
  ): Promise<{ organizationId: string; runId: string }> => {
    const { id } = await this.partner.organization({ name });
    const { run } = await this.partner.run(id);
    await this.partner.play(run.id, (builder) => builder.completed());
    return { organizationId: id, runId: run.id };
  };
  /** One that is watched, and was found in good health. */
  readonly watched = async (name?: string): Promise<{ organizationId: string; runId: string }> => {
    const made = await this.completed(name);
    await this.store.observations.begin();
    await this.observations.make(made.organizationId);
    return made;
  };
}
