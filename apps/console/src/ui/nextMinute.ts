const MINUTE_MILLISECONDS = 60_000;

/** The next whole minute: from when on something happens, as texts of the server round it. */
export const nextMinute = (at: string): Date =>
  new Date(Math.ceil(Date.parse(at) / MINUTE_MILLISECONDS) * MINUTE_MILLISECONDS);
