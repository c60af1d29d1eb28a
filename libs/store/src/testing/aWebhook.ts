/** A webhook of a partner whose receiver nobody runs. Imported by tests only. */
import { anOccurrence, requireDone, type TestPartner } from '@keyway/testing';
import type { NewWebhook } from '../webhooks/changeWebhooks.ts';
import type { WebhookRecord } from '../webhooks/webhookRecord.ts';
import type { TwoPartners } from './twoPartners.ts';

const NOBODY = { url: 'https://nobody.example/', host: 'nobody.example' };

export const aWebhook = async (
  world: TwoPartners,
  partner: TestPartner,
  given: Partial<NewWebhook> = {},
): Promise<WebhookRecord> => {
  const whole = { ...NOBODY, events: ['*'], organizationIds: null, ...given };
  return (
    await world.write(partner, async (unit) =>
      requireDone<{ webhook: WebhookRecord }>(await unit.webhooks.create(whole, anOccurrence())),
    )
  ).webhook;
};
