import { describe, expect, it } from 'vitest';
import { deriveAdobeProgress } from './deriveAdobeProgress.ts';

const reported = (...statuses: (string | null)[]) =>
  statuses.map((status, index) => ({ status, at: `2026-11-25T08:0${index}:00.000Z` }));

describe('deriveAdobeProgress', () => {
  it('is in its first step from the moment Adobe took the configuration (ST-01, ST-02)', () => {
    expect(deriveAdobeProgress(reported('CREATED', 'NEW')).steps).toEqual([
      'current',
      'ahead',
      'ahead',
    ]);
    expect(deriveAdobeProgress([]).steps).toEqual(['current', 'ahead', 'ahead']);
  });

  it('goes through RUNNING, UPDATE_EXISTING_RESOURCES and COMPLETED (ST-03 to ST-05)', () => {
    expect(deriveAdobeProgress(reported('NEW', 'RUNNING')).steps).toEqual([
      'current',
      'ahead',
      'ahead',
    ]);
    expect(deriveAdobeProgress(reported('RUNNING', 'UPDATE_EXISTING_RESOURCES')).steps).toEqual([
      'done',
      'current',
      'ahead',
    ]);
    const end = deriveAdobeProgress(reported('RUNNING', 'COMPLETED'));
    expect(end.steps).toEqual(['done', 'done', 'done']);
    expect(end.completed).toBe(true);
  });

  it('marks the step in which it failed (ST-06)', () => {
    expect(deriveAdobeProgress(reported('RUNNING', 'FAILED'))).toMatchObject({
      steps: ['failed', 'ahead', 'ahead'],
      failed: true,
    });
    expect(
      deriveAdobeProgress(reported('RUNNING', 'UPDATE_EXISTING_RESOURCES', 'FAILED')).steps,
    ).toEqual(['done', 'failed', 'ahead']);
  });

  it('keeps an unknown word verbatim and takes it for neither success nor failure (ST-07)', () => {
    const progress = deriveAdobeProgress(
      reported('RUNNING', 'REBALANCING_SHARDS', 'completed', null),
    );
    expect(progress.reported.map((word) => [word.status, word.step])).toEqual([
      ['RUNNING', 1],
      ['REBALANCING_SHARDS', null],
      ['completed', null],
      [null, null],
    ]);
    expect(progress).toMatchObject({
      steps: ['current', 'ahead', 'ahead'],
      completed: false,
      failed: false,
    });
  });

  it('does not go back when Adobe does (ST-08)', () => {
    expect(deriveAdobeProgress(reported('UPDATE_EXISTING_RESOURCES', 'RUNNING')).steps).toEqual([
      'done',
      'current',
      'ahead',
    ]);
  });

  it('does not take a name of Object.prototype for a known word', () => {
    expect(
      deriveAdobeProgress(reported('constructor', 'toString')).reported.every(
        (word) => word.step === null,
      ),
    ).toBe(true);
  });
});
