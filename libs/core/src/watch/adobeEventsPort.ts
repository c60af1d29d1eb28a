/** What Keyway asks of Adobe I/O Events, and which addresses it asks there (AL-14, AL-17). */
import type { CallOptions } from '../ports.ts';

/** Calls of Adobe I/O Events. Neither sends a credential, and neither follows a redirect. */
export interface AdobeEventsPort {
  /** The PEM text of a public key; null: Adobe says that there is none. */
  readSigningKey(path: string, options?: CallOptions): Promise<string | null>;
  /** Opens the address that validates a registration. */
  openValidation(path: string, options?: CallOptions): Promise<void>;
}

/** Of the one host that has the keys. Nothing else in a header is asked for (AL-14). */
export const isSigningKeyPath = (path: string): boolean =>
  /^\/prod\/keys\/pub-key-[0-9A-Za-z-]{1,64}\.pem$/.test(path);

const MAX_ADDRESS_CHARACTERS = 2_000;
/** The only host of Adobe whose address is opened; without user, other port or fragment. */
const VALIDATION_ADDRESS = /^https:\/\/csm\.adobe\.io(?::443)?(\/(?:(?![\\#])[\x21-\x7e])*)$/;

/**
 * Path and query of an address that validates a registration; null where it is any other address
 * than one of Adobe's host (AL-17).
 */
export const validationPath = (address: unknown): string | null =>
  typeof address === 'string' && address.length <= MAX_ADDRESS_CHARACTERS
    ? (VALIDATION_ADDRESS.exec(address)?.[1] ?? null)
    : null;
