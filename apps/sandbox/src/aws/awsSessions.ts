/**
 * Temporary credentials of assumed roles. A session token holds what it stands for, sealed, so that
 * none has to be kept and a restart ends none.
 */
import { createHmac, randomBytes } from 'node:crypto';
import { isObject } from '../isObject.ts';
import { isSame } from './sigV4.ts';

/** Who signs with a session, and until when (epoch milliseconds). */
export interface AwsSession {
  roleArn: string;
  sessionName: string;
  accessKeyId: string;
  expiresAt: number;
}

export interface TemporaryCredentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken: string;
  expiresAt: number;
}

const isSession = (value: unknown): value is AwsSession =>
  isObject(value) &&
  typeof value.roleArn === 'string' &&
  typeof value.sessionName === 'string' &&
  typeof value.accessKeyId === 'string' &&
  typeof value.expiresAt === 'number';

export class AwsSessions {
  private readonly key: string;

  constructor(key: string) {
    this.key = key;
  }

  private seal(purpose: string, text: string): string {
    return createHmac('sha256', this.key).update(`${purpose}\n${text}`).digest('base64url');
  }

  open(roleArn: string, sessionName: string, expiresAt: number): TemporaryCredentials {
    const accessKeyId = `ASIA${randomBytes(8).toString('hex').toUpperCase()}`;
    const session: AwsSession = { roleArn, sessionName, accessKeyId, expiresAt };
    const text = Buffer.from(JSON.stringify(session)).toString('base64url');
    return {
      accessKeyId,
      secretAccessKey: this.secretOf(accessKeyId),
      sessionToken: `${text}.${this.seal('token', text)}`,
      expiresAt,
    };
  }

  /** What a session token stands for; undefined where the sandbox did not make it. */
  read(sessionToken: string): AwsSession | undefined {
    const [text = '', seal = ''] = sessionToken.split('.');
    if (!isSame(seal, this.seal('token', text))) return undefined;
    const session: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    return isSession(session) ? session : undefined;
  }

  secretOf(accessKeyId: string): string {
    return `sandbox-${this.seal('secret', accessKeyId)}`;
  }
}
