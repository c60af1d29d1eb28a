/** For tests of any library: a run driven through the real transition, and facts of a customer who did everything right. */
export * from './goodFacts.ts';
export * from './drivenRun.ts';
