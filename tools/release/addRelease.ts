interface Release {
  version: string;
  /** `2026-11-26` */
  date: string;
  /** The files of `.changeset`: front matter with packages and bumps, then a text. */
  changesets: readonly string[];
}

/** The changelog with a section for the release above the earlier ones. */
export function addRelease(changelog: string, { version, date, changesets }: Release): string {
  const texts = changesets.map((text) => text.replace(/^---\n(?:[^]*?\n)?---\n/, '').trim());
  // `npx changeset --empty` writes one without packages and text.
  const items = texts.filter(Boolean).map((text) => `- ${text.replaceAll('\n', '\n  ')}`);
  const at = changelog.search(/^## /m);
  const [head, earlier] =
    at < 0 ? [`${changelog.trimEnd()}\n\n`, ''] : [changelog.slice(0, at), changelog.slice(at)];
  return `${head}## ${version} (${date})\n\n${items.join('\n')}\n\n${earlier}`.trimEnd() + '\n';
}
