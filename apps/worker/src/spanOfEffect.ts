/** How the span of an effect begins: what it is, whose, and which attempt. */
import { globalId } from '@keyway/core';
import type { ClaimedEffect } from '@keyway/store';
import { startOfCarried, type SpanAttributes, type SpanStart } from '@keyway/telemetry';

/** Its data stays out, which may name keys and vaults. */
export function spanOfEffect(effect: ClaimedEffect): SpanStart {
  const { type, data, claims, runId, organizationId, trace } = effect;
  return {
    kind: 'consumer',
    ...startOfCarried(trace),
    attributes: {
      'keyway.effect': type,
      ...('track' in data && { 'keyway.track': data.track }),
      ...('step' in data && { 'keyway.step': data.step }),
      'keyway.effect.attempt': 'attempt' in data ? data.attempt : 0,
      'keyway.effect.claims': claims,
      'keyway.run.id': globalId('Run', runId),
      'keyway.organization.id': globalId('Organization', organizationId),
    },
  };
}

/** Of work that nobody waits for: each piece is a trace. */
export const ownTrace =
  (attributes: SpanAttributes = {}) =>
  (): SpanStart => ({ kind: 'consumer', isRoot: true, attributes });
