/** The page that says why signing in failed. Plain HTML, because the console may not be loaded. */
const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

export function signInPage(title: string, message: string): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escape(title)} · Keyway</title></head>
<body><main><h1>${escape(title)}</h1><p>${escape(message)}</p><p><a href="/auth/login">Try again</a></p></main></body>
</html>
`;
}
