/** The codes by which programs get tokens of a member, and what ends those tokens. */
import type { Database } from '../database/database.ts';
import type { NewAuthorization, PresentedCode } from './accessRecords.ts';
import {
  createAuthorizationCode,
  exchangeCode,
  revokeClientToken,
  type ClientRevocation,
  type ExchangedCode,
} from './authorizationCodes.ts';

export class AuthorizationCodeStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** The code of what a person allows a program, for a minute. Only its SHA-256 is stored. */
  create(given: NewAuthorization): Promise<string> {
    return createAuthorizationCode(this.#database, given, this.#database.clock.now());
  }

  /** A token of the member who allowed it, once; a second use revokes it. */
  exchange(presented: PresentedCode): Promise<ExchangedCode> {
    return exchangeCode(this.#database, presented, this.#database.clock.now());
  }

  /** Revokes the token of a program that signs out. */
  revokeToken(given: { token: string; clientId: string }): Promise<ClientRevocation> {
    return revokeClientToken(this.#database, given, this.#database.clock.now());
  }
}
