/**
 * Puts customers' names into scripts without letting them become code: every value is one literal
 * of its language. Control characters become spaces.
 */
export const visible = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]/gu, ' ');

/** POSIX shell: single quotes, nothing is expanded inside. */
export const shell = (text: string): string => `'${visible(text).replaceAll("'", "'\\''")}'`;

/**
 * PowerShell: single quotes; it takes typographic quotes for quotes too, so all of them are
 * doubled.
 */
export const powerShell = (text: string): string =>
  `'${visible(text).replace(/['\u2018\u2019\u201a\u201b]/g, '$&$&')}'`;

/** Bicep: single quotes, with interpolation disarmed. */
export const bicep = (text: string): string =>
  `'${visible(text).replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('${', '\\${')}'`;

/**
 * Terraform: double quotes, with interpolation and directives disarmed by code, since runs of `$`
 * before `{` are read differently.
 */
export const terraform = (text: string): string =>
  `"${visible(text)
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replace(/\$(?=\{)/g, '\\u0024')
    .replace(/%(?=\{)/g, '\\u0025')}"`;

/** Markdown: code in a line of text. A value cannot end the code it stands in. */
export const code = (text: string): string => `\`${visible(text).replaceAll('`', 'ʼ')}\``;
