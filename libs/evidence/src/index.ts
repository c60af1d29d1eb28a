/**
 * Evidence that anyone verifies without Keyway: signed checkpoints of history, and evidence packs.
 * Runs wherever Node 20 does.
 */
export {
  checkpointHash,
  checkpointOfLine,
  checkpointsOfText,
  CheckpointVerifier,
  parseCheckpoint,
  readCheckpoint,
  signCheckpoint,
  ZEROS,
  type CheckedCheckpoint,
  type Checkpoint,
  type CheckpointProblem,
} from './checkpoint.ts';
export {
  evidenceKey,
  EvidenceKeyring,
  parseKeySet,
  thumbprint,
  type EvidenceKey,
  type EvidenceKeySet,
} from './evidenceKeys.ts';
export {
  ChainVerifier,
  hashedText,
  historyLine,
  readHistoryLine,
  sha256,
  type ChainProblemKind,
  type ChainProblem,
  type HashedEntry,
  type HistoryLine,
} from './historyLine.ts';
export { readJws, signJws, type JwsProblem, type JwsType } from './jws.ts';
export type { KeptReport } from './keptCheckpoints.ts';
export {
  MANIFEST,
  MANIFEST_JWS,
  PACK_FORMAT,
  parseManifest,
  type ChainPoint,
  type Manifest,
  type PackFile,
} from './manifest.ts';
export type { PackProblem, PackProblemCode } from './packProblem.ts';
export {
  openPack,
  packOfBytes,
  packOfFile,
  packOfFiles,
  packOfFolder,
  type PackEntry,
  type PackSource,
} from './packSource.ts';
export { verifyPack, type PackVerification, type VerifyOptions } from './verifyPack.ts';
export { PackWriter } from './writePack.ts';
export { ZipTooLarge, type ZipSink } from './zip/writeZip.ts';
