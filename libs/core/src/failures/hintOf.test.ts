import { describe, expect, it } from 'vitest';
import { describeCheck } from '@keyway/messages';
import { aFailure, sendFailed, submitting } from '../../testing/callOutcomeCases.ts';
import { aContext } from '../../testing/exampleFacts.ts';
import { actorOfCheck } from '../stepStatus.ts';
import { evaluateStep } from '../catalog/evaluateStep.ts';
import type { ReadFailure } from '../observedSchema.ts';
import { planFor } from '../plans/planFor.ts';
import { LOCALES } from '../vocabulary.ts';
import { ADOBE_HINTS } from './adobeHints.ts';
import { AZURE_HINTS } from './azureHints.ts';
import { OWN_CODES } from './hint.ts';
import { hintOf } from './hintOf.ts';
import { rulesOfCheck } from './rulesOfCheck.ts';

const failure = (change: Partial<ReadFailure>): ReadFailure => ({
  kind: 'denied',
  message: 'the message',
  status: 403,
  code: null,
  permission: null,
  retryAfterSeconds: null,
  ...change,
});
/** The app registration as the check reports it where the call failed. */
const described = (given: ReadFailure) => {
  const facts = {
    step: 'APP_REGISTRATION',
    registration: { outcome: 'unreadable', failure: given },
  } as const;
  const result = evaluateStep(facts, aContext()).find(
    ({ check }) => check === 'appRegistrationHoldsTogether',
  )!;
  const step = planFor('AZURE').tracks.AEP!.find(({ id }) => id === 'APP_REGISTRATION')!;
  const stamped = { ...result, checkedAt: aContext().now };
  return {
    ...describeCheck(result, 'en'),
    actor: actorOfCheck(stamped, step),
    rules: rulesOfCheck(stamped),
  };
};

describe('every documented code of Adobe (ERR-01 to ERR-07)', () => {
  it.each([
    ['400003', 400, 'rejected', /x-gw-ims-org-id/],
    ['401013', 401, 'credential', /does not accept the access token/],
    ['403000', 403, 'denied', /without an API key/],
    ['403003', 403, 'denied', /does not recognize the API key/],
    ['403010', 403, 'denied', /without an access token/],
    ['403025', 403, 'denied', /no product profile/],
    ['403027', 403, 'denied', /finds no region .*VA7.*platform\.adobe\.io/],
    ['BadRequestError', 400, 'rejected', /content type/],
    ['invalid_client', 401, 'credential', /client secret/],
    ['invalid_scope', 400, 'credential', /client secret may be valid/],
    ['invalid_request', 400, 'credential', /malformed/],
    ['invalid_grant', 400, 'credential', /revoked/],
    ['unauthorized_client', 401, 'credential', /Server-to-Server/],
    ['unsupported_grant_type', 400, 'credential', /client_credentials/],
  ] as const)(
    '%s shows itself, its status, a hint of its own and the actor',
    (code, status, kind, cause) => {
      const shown = described(failure({ code, status, kind }));
      expect(shown.observed).toBe(
        `Could not be read: “the message” (code ${code}, HTTP ${status})`,
      );
      expect(shown.cause).toMatch(cause);
      expect(shown.actor).toBe('PARTNER');
      expect(shown.rules).toEqual(expect.arrayContaining([...ADOBE_HINTS[code].rules]));
    },
  );

  it('names the region and the host where the region is in doubt (403027, REG-08)', () => {
    expect(described(failure({ code: '403027' })).remedy).toMatch(
      /VA7 is set, so Keyway calls platform\.adobe\.io/,
    );
  });

  it('has causes that differ, in both languages', () => {
    for (const locale of LOCALES) {
      const causes = Object.keys(ADOBE_HINTS).map((code) => {
        const values = {
          kind: 'denied',
          message: 'm',
          code,
          status: 403,
          host: 'h',
          platformHost: 'p',
          region: 'VA7',
          imsOrgId: 'o',
        };
        return describeCheck(
          { check: 'appRegistrationHoldsTogether', outcome: 'unreadable', values },
          locale,
        ).cause;
      });
      // Those of kinds, and Keyway's own, are not found by a code that the other side gives.
      const documented = Object.keys(ADOBE_HINTS).filter(
        (code) => hintOf({ kind: 'denied', status: 403, code }, 'adobe').id === code,
      );
      expect(documented.length).toBeGreaterThanOrEqual(14);
      expect(new Set(causes).size).toBeGreaterThanOrEqual(documented.length);
    }
  });
});

describe('hintOf', () => {
  it.each([
    [{ kind: 'credential', status: 401, code: null }, 'credential', 'PARTNER'],
    [{ kind: 'denied', status: 403, code: '403999' }, 'denied', 'PARTNER'],
    [{ kind: 'notFound', status: 404, code: null }, 'notFound', 'PARTNER'],
    [{ kind: 'notFound', status: 404, code: null, during: 'lookup' }, 'notFound', 'PARTNER'],
    [{ kind: 'notFound', status: 404, code: null, during: 'send' }, 'notFoundOnSend', 'PARTNER'],
    [
      { kind: 'notFound', status: 404, code: 'NotFound', during: 'send' },
      'notFoundOnSend',
      'PARTNER',
    ],
    [{ kind: 'unavailable', status: 404, code: null }, 'tokenNotFound', 'SYSTEM'],
    [{ kind: 'rejected', status: 409, code: null }, 'conflict', 'PARTNER'],
    [{ kind: 'throttled', status: 429, code: '429050' }, 'throttled', 'SYSTEM'],
    [{ kind: 'unavailable', status: 500, code: null }, 'unavailable', 'SYSTEM'],
    [{ kind: 'unavailable', status: 503, code: '403025' }, 'unavailable', 'SYSTEM'],
    [{ kind: 'unavailable', status: null, code: 'ECONNRESET' }, 'noAnswer', 'SYSTEM'],
    [{ kind: 'badResponse', status: 200, code: null }, 'badResponse', 'SYSTEM'],
    [{ kind: 'denied', status: 403, code: 'constructor' }, 'denied', 'PARTNER'],
  ] as const)('%j', (head, id, actor) =>
    expect(hintOf(head, 'adobe')).toMatchObject({ id, actor }),
  );

  it.each([
    [{ kind: 'denied', status: 403, code: 'ForbiddenByFirewall' }, 'ForbiddenByFirewall', 'STEP'],
    [
      { kind: 'denied', status: 403, code: 'AuthorizationFailed', permission: 'a/read' },
      'deniedPermission',
      'STEP',
    ],
    [
      { kind: 'denied', status: 403, permission: 'Microsoft.Resources/subscriptions/read' },
      'deniedSubscription',
      'STEP',
    ],
    [{ kind: 'credential', status: 401, code: 'AADSTS7000215' }, 'AADSTS7000215', 'PARTNER'],
    [{ kind: 'rejected', status: 400, code: 'PrincipalNotFound' }, 'PrincipalNotFound', 'SYSTEM'],
  ] as const)('of Azure: %j', (head, id, actor) =>
    expect(hintOf(head, 'azure')).toMatchObject({ id, actor }),
  );

  it('says of a POST that is not found what that means, and nothing of the name it carries (ENT-01, REG-09)', () => {
    const notFound = aFailure({
      kind: 'notFound',
      status: 404,
      code: null,
      host: 'platform.adobe.io',
    });
    const driven = sendFailed(
      submitting().must('configurationSending', { submissionId: 'submission-1', send: 1 }),
      notFound,
      {
        during: 'send',
        definite: true,
      },
    );
    const check = driven
      .step('AEP', 'SUBMISSION')
      .checks.find((one) => one.check === 'configurationIsTaken')!;
    const en = describeCheck(check, 'en');
    expect(en.cause).toMatch(
      /does not offer customer-managed keys .*platform\.adobe\.io.*region.*entitlement/,
    );
    expect(`${en.cause} ${en.remedy}`).not.toMatch(/name|capital/);
    expect(en.remedy).toMatch(/VA7.*shield/);
    expect(describeCheck(check, 'es').cause).toMatch(
      /no ofrece claves administradas por el cliente/,
    );
    expect(rulesOfCheck(check)).toEqual(expect.arrayContaining(['ENT-01']));
  });

  it('says of a token endpoint that is not found that it is that, and not an error of a service (AUTH-02)', () => {
    const shown = described(
      failure({ kind: 'unavailable', status: 404, host: 'ims-na1.adobelogin.com' }),
    );
    expect(shown.cause).toMatch(/access tokens \(IMS\) was not found on ims-na1\.adobelogin\.com/);
    expect(shown.actor).toBe('SYSTEM');
  });

  it('believes a code of Keyway’s own only where no answer came', () => {
    const code = OWN_CODES.notConnected;
    expect(hintOf({ kind: 'credential', status: null, code }, 'adobe').id).toBe(code);
    expect(hintOf({ kind: 'credential', status: 401, code }, 'adobe').id).toBe('credential');
    expect(hintOf({ kind: 'credential', status: 401, code }, 'azure').id).toBe('credential');
  });

  it('gives every hint a rule', () => {
    for (const hint of [...Object.values(ADOBE_HINTS), ...Object.values(AZURE_HINTS)])
      for (const rule of hint.rules) expect(rule).toMatch(/^[A-Z]+-\d\d$/);
  });
});
