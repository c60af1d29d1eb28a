/** Where Keyway is an identity provider that Entra trusts. */

/** Apart from the root, whose metadata is that of the sign-in of programs. */
export const FEDERATION_PATH = '/federation';

/** The `iss` of assertions; compared exactly, so without a slash at its end. */
export const federationIssuer = (publicUrl: string): string => publicUrl + FEDERATION_PATH;
