/** Kinds of connections as the API has them. */
export const SHOWN_KINDS = { adobe: 'ADOBE', azure: 'AZURE', aws: 'AWS' } as const;
