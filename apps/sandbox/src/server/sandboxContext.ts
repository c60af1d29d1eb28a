/**
 * What every emulated service gets: the world, the token mint, the clock and the scale of delays.
 */
import type { AwsSessions } from '../aws/awsSessions.ts';
import type { KeyMaterial } from '../azure/keyVault/keyMaterial.ts';
import type { World } from '../state/world.ts';
import type { TokenMint } from './tokenMint.ts';

export interface SandboxContext {
  world: World;
  mint: TokenMint;
  sessions: AwsSessions;
  material: KeyMaterial;
  /** Epoch milliseconds. */
  now: () => number;
  /** Multiplies Adobe's durations and Azure's propagation (`KEYWAY_POLL_SCALE`). */
  scale: number;
}

/** TM-02: a role assignment may take ten minutes to work. */
export const PROPAGATION_MS = 10 * 60 * 1000;
