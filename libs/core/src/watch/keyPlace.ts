/** Where a watched key is, for the commands that repair it. */
import { parseKeyArn } from '../inspectKeyArn.ts';
import { inspectKeyIdentifier } from '../keyIdentifier.ts';
import { sameJson } from '../sameJson.ts';
import { parseVaultResourceId, type VaultResourceId } from '../vaultResourceId.ts';
import { TRACK_IDS, type TrackId } from '../vocabulary.ts';
import type { Watch, WatchedTrack } from './watch.ts';

/** Names as Azure knows them. */
export interface VaultPlace {
  kind: VaultResourceId['kind'];
  vault: string;
  key: string;
  /** Null where its resource ID was never known. */
  resource: VaultResourceId | null;
}
/** A key of KMS, which its ARN names. */
export interface KmsPlace {
  kind: 'kms';
  arn: string;
  region: string;
}
/** Where a key is, in Azure or in AWS. */
export type KeyPlace = VaultPlace | KmsPlace;

/** Where the key of a track is; none where its identifier can't be read. */
export function placesOfTrack(track: WatchedTrack): KeyPlace[] {
  const { keyIdentifier, vaultResourceId, steps } = track;
  if (track.kms) {
    const key = parseKeyArn(keyIdentifier);
    return key ? [{ kind: 'kms', arn: key.arn, region: key.region }] : [];
  }
  const known = inspectKeyIdentifier(keyIdentifier).keyIdentifier;
  if (!known) return [];
  const { kind, vault, key } = known;
  const { facts } = steps.VAULT;
  // It may have been moved since it was approved.
  const resourceId =
    facts?.step === 'VAULT' && facts.vault.outcome === 'seen'
      ? facts.vault.value.resourceId
      : vaultResourceId;
  const resource = resourceId === null ? null : parseVaultResourceId(resourceId);
  return [{ kind, vault, key, resource }];
}

/** Of one track, or of both where `track` is null; the same place once. */
export function keyPlaces(watch: Pick<Watch, 'tracks'> | null, track: TrackId | null): KeyPlace[] {
  const found = TRACK_IDS.filter((id) => track === null || id === track).flatMap((id) => {
    const watched = watch?.tracks[id];
    return watched ? placesOfTrack(watched) : [];
  });
  return found.filter((one, index) => found.findIndex((other) => sameJson(one, other)) === index);
}
