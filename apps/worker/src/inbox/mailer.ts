/** Sends mail through the server that the operator configured, always by verified TLS. */
import type { SmtpServer } from '@keyway/config';
import type { DigestProblem } from '@keyway/store';
import { observeOutbound } from '@keyway/telemetry';
import { createTransport } from 'nodemailer';
import { z } from 'zod';

/** Longer than the server may take; shorter than a digest is one worker's. */
export const MAIL_SECONDS = 60;
const STEP_MILLISECONDS = 20_000;

/** One mail, as plain text. */
export interface Mail {
  to: { name: string; email: string };
  subject: string;
  text: string;
  /** The same whenever it is tried, so that servers and readers know it. */
  messageId: string;
  /** Where its reader turns it off. */
  settingsUrl: string;
}

/**
 * How it ended. `isFinal`: trying again will not help. `mayHaveArrived`: nobody knows whether the
 * server took it.
 */
export type Sent =
  | { isSent: true }
  | { isSent: false; problem: DigestProblem; isFinal: boolean; mayHaveArrived: boolean };

/** Sends one mail; never rejects. */
export type Mailer = (mail: Mail) => Promise<Sent>;

const Failure = z.object({
  code: z.string().optional().catch(undefined),
  syscall: z.string().optional().catch(undefined),
  command: z.string().optional().catch(undefined),
  responseCode: z.number().optional().catch(undefined),
});

/** Of these the server has nothing: they come before the first word of the mail. */
const BEFORE_MAIL = new Set(['EDNS', 'ETLS', 'EAUTH', 'ENOAUTH', 'EREQUIRETLS', 'EPROTOCOL']);

const failed = (problem: DigestProblem, isFinal: boolean, mayHaveArrived = false): Sent => ({
  ...{ isSent: false as const, problem, isFinal, mayHaveArrived },
});

/** What an answer, or its absence, means. */
export function sentOf(error: unknown): Sent {
  const { code, syscall, command, responseCode } = Failure.safeParse(error).data ?? {};
  if (responseCode === undefined) {
    const isBefore = syscall === 'connect' || BEFORE_MAIL.has(code ?? '');
    return failed('SERVER_UNREACHABLE', false, !isBefore);
  }
  const isPermanent = responseCode >= 500;
  if (command === 'RCPT TO') return failed('ADDRESS_REFUSED', isPermanent);
  // What Keyway signs in with, or sends as, is for the operator to correct: it waits for that.
  return failed('SERVER_REFUSED', isPermanent && command === 'DATA');
}

/** `ca`: for tests, beside the public ones. */
export function createMailer(
  { isSecure, host, port, auth }: SmtpServer,
  from: string,
  ca?: string,
): Mailer {
  const transport = createTransport({
    ...{ host, port, secure: isSecure, requireTLS: !isSecure },
    ...(auth && { auth }),
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: true, ...(ca && { ca }) },
    connectionTimeout: STEP_MILLISECONDS,
    greetingTimeout: STEP_MILLISECONDS,
    socketTimeout: STEP_MILLISECONDS,
    dnsTimeout: STEP_MILLISECONDS,
    // Nothing of a mail is read from anywhere.
    ...{ disableFileAccess: true, disableUrlAccess: true },
  });
  const send: Mailer = async ({ to, subject, text, messageId, settingsUrl }) => {
    try {
      await transport.sendMail({
        from: { name: 'Keyway', address: from },
        to: { name: to.name, address: to.email },
        ...{ subject, text, messageId },
        list: { unsubscribe: settingsUrl },
        signal: AbortSignal.timeout(MAIL_SECONDS * 1000),
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
      return { isSent: true };
    } catch (error) {
      return sentOf(error);
    }
  };
  const call = { name: `mail ${host}`, host, attributes: () => ({ 'server.port': port }) };
  return (mail) =>
    observeOutbound(
      call,
      () => send(mail),
      (sent) => ({ status: null, failure: sent.isSent ? null : sent.problem }),
    );
}
