/** Calls of AWS. */
export {};
