/** The part of `negotiator` 1 that is used; its types on DefinitelyTyped are of version 0. */
declare module 'negotiator' {
  export default class Negotiator {
    constructor(request: { headers: Record<string, string | undefined> });
    /** The one that the client prefers; among equals, the first of `preferred`. */
    encoding(
      available: readonly string[],
      options: { preferred: readonly string[] },
    ): string | undefined;
  }
}
