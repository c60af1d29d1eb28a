/** Which addresses a webhook may have. A name that a network must allow is resolved for that. */
import { lookup } from 'node:dns/promises';
import {
  isAddressHost,
  mayReceive,
  receiverHost,
  receiverRules,
  type AddressRange,
} from '@keyway/core';
import type { WebhookTarget } from '@keyway/store';
import type { InputValidator } from '../userErrors/inputValidator.ts';

const MAX_URL_LENGTH = 2000;
const RESOLVE_MILLISECONDS = 3000;
/** Of a name: `URL` has turned all others into such labels. */
const LABEL = /^[a-z0-9_-]+$/;

const isName = (host: string): boolean =>
  host
    .split('.')
    .every((label) => LABEL.test(label) && !label.startsWith('-') && !label.endsWith('-'));

/** The addresses of a name; null where it has none, or they are not known in time. */
async function addressesOf(host: string): Promise<string[] | null> {
  const late = AbortSignal.timeout(RESOLVE_MILLISECONDS);
  const ended = new Promise<null>((resolve) =>
    late.addEventListener('abort', () => resolve(null), { once: true }),
  );
  const found = lookup(host, { all: true }).then(
    (addresses) => addresses.map(({ address }) => address),
    () => null,
  );
  return Promise.race([found, ended]);
}

type AddressRefusal =
  'webhookUrlNotHttps' | 'webhookUrlHttp' | 'webhookUrlPrivate' | 'webhookUrlUnresolved';

/**
 * Why nothing could be sent there; null where it could. A public name is not resolved: whoever
 * sends does that each time.
 */
async function addressRefusal(
  url: URL,
  allowed: readonly AddressRange[],
  resolve: typeof addressesOf,
): Promise<AddressRefusal | null> {
  const rules = receiverRules(url, allowed);
  const isSecure = url.protocol === 'https:';
  const host = receiverHost(url);
  const isAddress = isAddressHost(host);
  if (!isAddress && rules.mayBePublic) return null;
  if (allowed.length === 0 && !isSecure) return 'webhookUrlNotHttps';
  if (allowed.length === 0 && !isAddress) return 'webhookUrlPrivate';
  const addresses = isAddress ? [host] : await resolve(host);
  if (addresses === null) return 'webhookUrlUnresolved';
  if (addresses.some((address) => mayReceive(address, rules))) return null;
  return isSecure ? 'webhookUrlPrivate' : 'webhookUrlHttp';
}

/** Refuses what can't be a receiver; the URL as it is used otherwise. */
export async function validateReceiver(
  validate: InputValidator,
  given: string,
  allowed: readonly AddressRange[],
  resolve = addressesOf,
): Promise<WebhookTarget> {
  const text = given.trim();
  const nothing = { url: text, host: '' };
  const refuse = (reason: 'webhookUrlInvalid' | 'webhookUrlCredentials' | 'webhookUrlFragment') => {
    validate.refuse(reason, 'url');
    return nothing;
  };
  if (text.length > MAX_URL_LENGTH) {
    validate.refuse('webhookUrlTooLong', 'url', { length: text.length, max: MAX_URL_LENGTH });
    return nothing;
  }
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:\/\//i.test(text)) return refuse('webhookUrlInvalid');
  const host = receiverHost(url);
  if (url.port === '0' || !(isAddressHost(host) || isName(host)))
    return refuse('webhookUrlInvalid');
  if (url.username || url.password) return refuse('webhookUrlCredentials');
  if (url.hash) return refuse('webhookUrlFragment');
  const reason = await addressRefusal(url, allowed, resolve);
  if (reason === null) return { url: url.href, host: url.host };
  if (reason === 'webhookUrlNotHttps') validate.refuse(reason, 'url');
  else validate.refuse(reason, 'url', { host });
  return nothing;
}
