import { describe, expect, it } from 'vitest';
import { responseFailure, tokenFailure } from './responseFailure.ts';

const answer = (status: number, body: unknown) => ({
  status,
  header: () => undefined,
  body: typeof body === 'string' ? body : JSON.stringify(body),
  now: 0,
  secrets: [],
});

describe('responseFailure', () => {
  it('takes the innermost code: a firewall is not a missing permission (KV-13, NET-10)', () => {
    const message =
      'Client address (00.00.00.00) is not authorized and caller is not a trusted service';
    const error = {
      error: { code: 'Forbidden', message, innererror: { code: 'ForbiddenByFirewall' } },
    };
    expect(responseFailure(answer(403, error))).toMatchObject({
      kind: 'denied',
      code: 'ForbiddenByFirewall',
      permission: null,
      message,
    });
    expect(
      responseFailure(
        answer(400, { error: { code: 'a', innerError: { code: 'b', innerError: { code: 'c' } } } }),
      ).code,
    ).toBe('c');
  });

  it('reads the action that ARM names', () => {
    const message =
      "The client 'x' does not have authorization to perform action 'Microsoft.KeyVault/vaults/read' over scope '/s'.";
    expect(
      responseFailure(answer(403, { error: { code: 'AuthorizationFailed', message } })).permission,
    ).toBe('Microsoft.KeyVault/vaults/read');
  });

  it('does not take an action that is allowed for the missing one', () => {
    const message =
      "The client has permission to perform action 'Microsoft.KeyVault/vaults/read' on scope '/s'; however, it does not have permission to perform action(s) 'Microsoft.Network/virtualNetworks/read' on the linked scope(s).";
    expect(
      responseFailure(answer(403, { error: { code: 'LinkedAuthorizationFailed', message } }))
        .permission,
    ).toBe('Microsoft.Network/virtualNetworks/read');
  });

  it('says only the status of what is not JSON', () => {
    for (const body of ['<html>secret page</html>', '', '[]', '7', '{"error":{"code":"a\\nb"}}']) {
      expect(responseFailure(answer(500, body))).toMatchObject({
        kind: 'unavailable',
        message: 'HTTP 500',
        code: null,
      });
    }
  });
});

describe('tokenFailure', () => {
  it('takes the AADSTS code from the text, else from the list, else the word', () => {
    const code = (body: unknown) => tokenFailure(answer(400, body)).code;
    expect(
      code({ error: 'invalid_client', error_description: 'AADSTS7000215: no', error_codes: [1] }),
    ).toBe('AADSTS7000215');
    expect(code({ error: 'invalid_client', error_description: 'no', error_codes: [7000215] })).toBe(
      'AADSTS7000215',
    );
    expect(code({ error: 'invalid_client' })).toBe('invalid_client');
  });

  it('distinguishes a refused credential from a failing service', () => {
    const kind = (status: number, body: unknown) => tokenFailure(answer(status, body)).kind;
    expect(kind(400, { error: 'invalid_grant' })).toBe('credential');
    expect(kind(400, { error: 'temporarily_unavailable' })).toBe('unavailable');
    expect(kind(400, '<html>')).toBe('rejected');
    expect(kind(503, '')).toBe('unavailable');
  });
});
