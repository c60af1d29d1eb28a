import { describe, expect, it } from 'vitest';
import type { StepId, TrackId } from '../../../generated/enums.ts';
import { layoutDiagram } from './diagramLayout.ts';

const track = (id: TrackId, ...steps: StepId[]) => ({
  id,
  steps: steps.map((step) => ({ id: step })),
});
const AEP = track(
  'AEP',
  'ENTITLEMENT',
  'VAULT',
  'NETWORK',
  'KEY',
  'APP_REGISTRATION',
  'CONSENT',
  'ROLE',
  'APPROVAL',
  'SUBMISSION',
  'ACTIVATION',
);
const CJA = track(
  'CJA',
  'ENTITLEMENT',
  'VAULT',
  'NETWORK',
  'KEY',
  'CONSENT',
  'ROLE',
  'APPROVAL',
  'TICKET',
  'CONFIRMATION',
);
const AWS = track('AEP', 'ENTITLEMENT', 'KEY', 'SUBMISSION', 'ACTIVATION', 'CONFIRMATION');

const edgesOf = (lane: { edges: { from: StepId; to: StepId }[] } | undefined) =>
  lane?.edges.map(({ from, to }) => `${from}>${to}`).toSorted();

describe('layoutDiagram', () => {
  it('follows the dependencies of the AEP track', () => {
    const [lane] = layoutDiagram([AEP]).lanes;
    expect(edgesOf(lane)).toEqual(
      [
        'ENTITLEMENT>VAULT',
        'ENTITLEMENT>APP_REGISTRATION',
        'VAULT>NETWORK',
        'VAULT>KEY',
        'VAULT>CONSENT',
        'APP_REGISTRATION>CONSENT',
        'CONSENT>ROLE',
        'NETWORK>APPROVAL',
        'KEY>APPROVAL',
        'ROLE>APPROVAL',
        'APPROVAL>SUBMISSION',
        'SUBMISSION>ACTIVATION',
      ].toSorted(),
    );
    expect(lane?.ends).toEqual(['ACTIVATION']);
  });

  it('follows the dependencies of the CJA track, which has no app registration', () => {
    const [lane] = layoutDiagram([CJA]).lanes;
    expect(edgesOf(lane)).toContain('VAULT>CONSENT');
    expect(edgesOf(lane)).toContain('TICKET>CONFIRMATION');
    expect(lane?.ends).toEqual(['CONFIRMATION']);
  });

  it('draws every edge forward and gives no two steps one place', () => {
    for (const lane of layoutDiagram([AEP, CJA, AWS]).lanes) {
      const column = (step: StepId) =>
        lane.places.find((place) => place.step === step)?.column ?? -1;
      for (const edge of lane.edges) expect(column(edge.to)).toBeGreaterThan(column(edge.from));
      const taken = lane.places.map((place) => `${place.column}/${place.row}`);
      expect(new Set(taken).size).toBe(taken.length);
      for (const place of lane.places) expect(place.row).toBeLessThan(lane.rows);
    }
  });

  it('puts the point of no return of both tracks above each other (IRR-01)', () => {
    const [aep, cja] = layoutDiagram([AEP, CJA]).lanes;
    expect(aep?.noReturnBefore).toBe(5);
    expect(cja?.noReturnBefore).toBe(aep?.noReturnBefore);
  });

  it('passes through what a plan leaves out, and takes one row for it (AWS-14)', () => {
    const { lanes, columns } = layoutDiagram([AWS, track('CJA')]);
    expect(edgesOf(lanes[0])).toEqual([
      'ACTIVATION>CONFIRMATION',
      'ENTITLEMENT>KEY',
      'KEY>SUBMISSION',
      'SUBMISSION>ACTIVATION',
    ]);
    expect(lanes[0]?.rows).toBe(1);
    expect(lanes[0]?.noReturnBefore).toBe(2);
    expect(columns).toBe(5);
    expect(lanes[1]).toMatchObject({ places: [], ends: [], noReturnBefore: null });
  });
});
