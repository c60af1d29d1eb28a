/** Changes a customer's resources after a set-up, at once or at a planned time. */
import { randomUUID } from 'node:crypto';
import { awsChanges, isAwsChange } from '../aws/awsChanges.ts';
import { makeAwsChange } from '../aws/awsControls.ts';
import { jsonObject, Refusal } from '../server/exchange.ts';
import type { Answer, Call } from '../server/exchange.ts';
import type { Customer, Key, PlannedChange, TrackName, Vault } from '../state/records.ts';
import type { World } from '../state/world.ts';
import { changes, isChange } from './changes.ts';

const wrong = (error: string): Answer => ({ status: 400, body: { error } });

/** Of the key that the customer named, also where it was deleted since. */
function keyOf(
  world: World,
  customer: Customer,
  track: TrackName,
): { vault: Vault; key: Key } | null {
  const { hostname, pathname } = new URL(customer.keys[track]);
  const vaultName = hostname.split('.')[0]!;
  const vault = world.vaults.get(vaultName);
  const key = world.keys.get(`${vaultName}/${pathname.split('/')[2]}`);
  return vault && key ? { vault, key } : null;
}

/** False where there is nothing left to change. */
function make(world: World, planned: PlannedChange, now: number): boolean {
  const { imsOrgId, track, change, undo } = planned;
  if (world.awsCustomers.get(imsOrgId)) return makeAwsChange(world, planned, now);
  const customer = world.customers.get(imsOrgId);
  const found = customer && keyOf(world, customer, track);
  if (!found || !isChange(change)) return false;
  changes[change][undo ? 'undo' : 'apply']({ world, customer, track, now, ...found });
  return true;
}

/** Before every call: what is planned happens when its time has come, whoever asks first. */
export function makeDueChanges(world: World, now: number): void {
  if (world.plannedChanges.size === 0) return;
  for (const planned of world.plannedChanges.values())
    if (planned.at <= now) {
      world.plannedChanges.delete(planned.id);
      make(world, planned, now);
    }
}

function readChange(call: Call, world: World, now: number): PlannedChange {
  const given = jsonObject(
    call,
    wrong('The body is a JSON object, such as {"imsOrgId":"…","change":"keyDisabled"}.'),
  );
  const { change, track = 'AEP', undo = false, afterSeconds = 0 } = given;
  const customer =
    typeof given.tenantId === 'string'
      ? world.customerOfTenant(given.tenantId)
      : (world.customers.get(String(given.imsOrgId ?? '')) ??
        world.awsCustomers.get(String(given.imsOrgId ?? '')));
  const isOnAws = customer !== undefined && 'keyArn' in customer;
  if (typeof change !== 'string' || !(isOnAws ? isAwsChange : isChange)(change))
    throw new Refusal(
      wrong(
        `There is no change ${JSON.stringify(change)}; there are ${Object.keys(isOnAws ? awsChanges : changes).join(', ')}.`,
      ),
    );
  if (track !== 'AEP' && track !== 'CJA') throw new Refusal(wrong('track is AEP or CJA.'));
  if (typeof undo !== 'boolean') throw new Refusal(wrong('undo is true or false.'));
  if (typeof afterSeconds !== 'number' || !(afterSeconds >= 0))
    throw new Refusal(wrong('afterSeconds is a number of seconds.'));
  if (!customer)
    throw new Refusal({
      status: 404,
      body: { error: 'No customer has this imsOrgId or tenantId.' },
    });
  const at = now + afterSeconds * 1000;
  return { id: randomUUID(), imsOrgId: customer.imsOrgId, track, change, undo, at };
}

/** Answers with what was changed, or when it will be. */
export function postChange(call: Call, world: World, now: number): Answer {
  const planned = readChange(call, world, now);
  if (planned.at > now) world.plannedChanges.put(planned.id, planned);
  else if (!make(world, planned, now))
    return { status: 404, body: { error: `There is no key of ${planned.track} any more.` } };
  return { status: 200, body: { ...planned, at: new Date(planned.at).toISOString() } };
}
