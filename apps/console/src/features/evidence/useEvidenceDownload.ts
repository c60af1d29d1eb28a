/** Has the browser download a pack: it is made while it is sent, and can be larger than memory. */
import { useState } from 'react';
import { fromBase } from '../../routing/basePath.ts';

/** How the server refuses a download, by its status; `failed`: it could not be reached. */
const REFUSALS = {
  400: 'wrong',
  401: 'signedOut',
  403: 'forbidden',
  404: 'gone',
  429: 'busy',
  503: 'unavailable',
} as const;
export type DownloadState =
  'idle' | 'asking' | 'begun' | 'failed' | (typeof REFUSALS)[keyof typeof REFUSALS];

export interface EvidenceDownload {
  state: DownloadState;
  /** Where it is refused: seconds after which it may succeed, if the server says so. */
  retrySeconds: number | null;
  start: (path: string) => Promise<void>;
}

/** The browser shows its progress, and whether it was whole. */
function follow(address: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = '';
  document.body.append(link);
  link.click();
  link.remove();
}

type Asked = Pick<EvidenceDownload, 'state' | 'retrySeconds'>;

const refusalOf = (status: number): DownloadState =>
  (REFUSALS as Partial<Record<number, DownloadState>>)[status] ?? 'failed';

const askedOf = ({ ok, status, headers }: Response): Asked => ({
  state: ok ? 'begun' : refusalOf(status),
  retrySeconds: Number(headers.get('retry-after')) || null,
});

export function useEvidenceDownload(): EvidenceDownload {
  const [asked, setAsked] = useState<Asked>({ state: 'idle', retrySeconds: null });
  async function start(path: string): Promise<void> {
    const address = fromBase(path);
    setAsked({ state: 'asking', retrySeconds: null });
    // No browser shows the text with which a download is refused.
    const found = await fetch(address, { method: 'HEAD' }).then(askedOf, () => {
      return { state: 'failed', retrySeconds: null } as const;
    });
    if (found.state === 'begun') follow(address);
    setAsked(found);
  }
  return { ...asked, start };
}
