/**
 * Reads which keys wrap the data keys. Evaluated by the text alone, as customers' key identifiers
 * are: nobody else's host can stand there.
 */
import { existsSync } from 'node:fs';
import { inspectKeyIdentifier, type KeyIdentifier } from '@keyway/core';
import { describeKeyProblem } from '@keyway/messages';

export interface SealingSettings {
  /** Wraps what is new; null: the local key file does. */
  key: KeyIdentifier | null;
  /** Still unwrap what they wrapped, until everything was moved. */
  former: KeyIdentifier[];
  /** Null: the real cloud. */
  sandbox: { host: string; port: number; caFile: string } | null;
}

export interface SealingFaultOfConfiguration {
  /** The variable. */
  name: string;
  /** Goes on after the variable's name. */
  fault: string;
  /** A right value. */
  example: string;
}

export const SEALING_KEY = 'KEYWAY_SEALING_KEY_ID';
export const FORMER_KEYS = 'KEYWAY_SEALING_FORMER_KEY_IDS';
const EXAMPLE = 'https://keyway-seal.vault.azure.net/keys/data-keys';

type Environment = Record<string, string | undefined>;

const textOf = (environment: Environment, name: string): string | null =>
  environment[name]?.trim() || null;

function identifierIn(
  name: string,
  text: string,
  faults: SealingFaultOfConfiguration[],
): KeyIdentifier | null {
  const { keyIdentifier, findings } = inspectKeyIdentifier(text);
  if (keyIdentifier?.cloud === 'public') return keyIdentifier;
  const why = keyIdentifier
    ? 'The key is in a sovereign cloud; Keyway signs in to the public one.'
    : findings.map(({ problem, values }) => describeKeyProblem(problem, values, 'en')).join(' ');
  faults.push({
    name,
    fault: `is not the identifier of a Key Vault key. ${why.replace(/\.$/, '')}`,
    example: EXAMPLE,
  });
  return null;
}

function sandboxOf(
  environment: Environment,
  faults: SealingFaultOfConfiguration[],
): SealingSettings['sandbox'] {
  const address = textOf(environment, 'KEYWAY_SANDBOX_ADDRESS');
  const caFile = textOf(environment, 'KEYWAY_SANDBOX_CA');
  if (!address || !caFile || !existsSync(caFile)) {
    const name = address ? 'KEYWAY_SANDBOX_CA' : 'KEYWAY_SANDBOX_ADDRESS';
    const fault = `is needed with ${SEALING_KEY} in sandbox mode${address && caFile ? ', and there is no such file' : ''}`;
    faults.push({ name, fault, example: address ? '.keyway/sandbox/ca.pem' : '127.0.0.1:8443' });
    return null;
  }
  const colon = address.lastIndexOf(':');
  // An IPv6 address stands in brackets there and without them where sockets want it.
  return {
    host: address.slice(0, colon).replace(/^\[|\]$/g, ''),
    port: Number(address.slice(colon + 1)),
    caFile,
  };
}

/**
 * `settings` null: the local key file alone, as ever.
 * @param later the sandbox's place is not known yet (`npm start` evaluates before it starts one)
 */
export function readSealing(
  environment: Environment,
  later = false,
): { settings: SealingSettings | null; faults: SealingFaultOfConfiguration[] } {
  const faults: SealingFaultOfConfiguration[] = [];
  const text = textOf(environment, SEALING_KEY);
  const formerTexts = (textOf(environment, FORMER_KEYS) ?? '').split(/[\s,]+/).filter(Boolean);
  if (!text && formerTexts.length === 0) return { settings: null, faults };
  const key = text ? identifierIn(SEALING_KEY, text, faults) : null;
  const former = formerTexts.flatMap((one) => identifierIn(FORMER_KEYS, one, faults) ?? []);
  const inSandbox = textOf(environment, 'KEYWAY_CLOUD') === 'sandbox' && !later;
  const sandbox = inSandbox ? sandboxOf(environment, faults) : null;
  return { settings: faults.length === 0 ? { key, former, sandbox } : null, faults };
}
