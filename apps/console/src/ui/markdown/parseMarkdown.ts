/**
 * Parses the Markdown subset of instructions: paragraphs, headings, lists, fenced code, **bold**,
 * `code` and https links. The result is data, never HTML.
 */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'code'; text: string }
  | { kind: 'bold'; children: Inline[] }
  | { kind: 'link'; href: string; text: string };

export interface ListItem {
  inlines: Inline[];
  blocks: Block[];
}
export type Block =
  | { kind: 'paragraph'; inlines: Inline[] }
  | { kind: 'heading'; inlines: Inline[] }
  | { kind: 'code'; text: string }
  | { kind: 'list'; ordered: boolean; start: number; items: ListItem[] };

const ITEM = /^(\s*)(?:(\d{1,9})[.)]|[-*])\s+(.*)$/;
const FENCE = /^\s*```/;
const HEADING = /^#{1,6}\s+(.*)$/;

export function parseMarkdown(source: string): Block[] {
  return parseLines(source.replaceAll('\r\n', '\n').split('\n'));
}

function parseLines(lines: string[]): Block[] {
  const blocks: Block[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    const heading = HEADING.exec(line);
    if (line.trim() === '') at += 1;
    else if (FENCE.test(line)) at = takeFence(lines, at, blocks);
    else if (ITEM.test(line)) at = takeList(lines, at, blocks);
    else if (heading) {
      blocks.push({ kind: 'heading', inlines: parseInline(heading[1] ?? '') });
      at += 1;
    } else at = takeParagraph(lines, at, blocks);
  }
  return blocks;
}

/** An unclosed fence extends to the end, so that a command is never shown in part as text. */
function takeFence(lines: string[], from: number, into: Block[]): number {
  let at = from + 1;
  const text: string[] = [];
  while (at < lines.length && !FENCE.test(lines[at] ?? '')) {
    text.push(lines[at] ?? '');
    at += 1;
  }
  into.push({ kind: 'code', text: text.join('\n') });
  return at + 1;
}

function takeParagraph(lines: string[], from: number, into: Block[]): number {
  let at = from;
  const text: string[] = [];
  while (at < lines.length) {
    const line = lines[at] ?? '';
    if (line.trim() === '' || FENCE.test(line) || ITEM.test(line) || HEADING.test(line)) break;
    text.push(line.trim());
    at += 1;
  }
  into.push({ kind: 'paragraph', inlines: parseInline(text.join(' ')) });
  return at;
}

/** Items of one kind at one indentation; deeper lines belong to the item above them. */
function takeList(lines: string[], from: number, into: Block[]): number {
  const first = ITEM.exec(lines[from] ?? '');
  if (!first) return from + 1;
  const indent = first[1]?.length ?? 0;
  const ordered = first[2] !== undefined;
  const items: ListItem[] = [];
  let at = from;
  while (at < lines.length) {
    const match = ITEM.exec(lines[at] ?? '');
    if (!match || (match[1]?.length ?? 0) !== indent || (match[2] !== undefined) !== ordered) break;
    const body: string[] = [];
    at += 1;
    while (at < lines.length && belongsToItem(lines, at, indent)) {
      body.push(dedent(lines[at] ?? '', indent));
      at += 1;
    }
    items.push(itemOf(match[3] ?? '', body));
    while (at < lines.length && lines[at]?.trim() === '' && ITEM.test(lines[at + 1] ?? '')) at += 1;
  }
  into.push({ kind: 'list', ordered, start: Number(first[2] ?? 1), items });
  return at;
}

function belongsToItem(lines: string[], at: number, indent: number): boolean {
  const line = lines[at] ?? '';
  if (line.trim() === '')
    return indentOf(lines[at + 1] ?? '') > indent && (lines[at + 1] ?? '').trim() !== '';
  if (ITEM.test(line)) return indentOf(line) > indent;
  // As in Markdown, a continuation line without indentation belongs to the item.
  return (
    indentOf(line) > indent ||
    (lines[at - 1]?.trim() !== '' && !FENCE.test(line) && !HEADING.test(line))
  );
}

const indentOf = (line: string): number => line.length - line.trimStart().length;

function dedent(line: string, indent: number): string {
  return line.slice(Math.min(indentOf(line), indent + 2));
}

function itemOf(head: string, body: string[]): ListItem {
  let at = 0;
  const text = [head];
  while (at < body.length) {
    const line = body[at] ?? '';
    if (line.trim() === '' || ITEM.test(line) || FENCE.test(line)) break;
    text.push(line.trim());
    at += 1;
  }
  return { inlines: parseInline(text.join(' ')), blocks: parseLines(body.slice(at)) };
}

const INLINE = /`([^`]+)`|\*\*((?:[^*]|\*(?!\*))+)\*\*|\[([^\]]+)\]\(([^()\s]+)\)/g;

export function parseInline(source: string): Inline[] {
  const found: Inline[] = [];
  let end = 0;
  for (const match of source.matchAll(INLINE)) {
    const [whole, code, bold, text, address] = match;
    if (match.index > end) found.push({ kind: 'text', text: source.slice(end, match.index) });
    end = match.index + whole.length;
    if (code !== undefined) found.push({ kind: 'code', text: code });
    else if (bold !== undefined) found.push({ kind: 'bold', children: parseInline(bold) });
    else found.push(linkOf(text ?? '', address ?? '', whole));
  }
  if (end < source.length) found.push({ kind: 'text', text: source.slice(end) });
  return found;
}

/** Only absolute https without user info, which could disguise the host; else plain text. */
function linkOf(text: string, address: string, whole: string): Inline {
  const url = URL.canParse(address) ? new URL(address) : null;
  const safe = url?.protocol === 'https:' && url.username === '' && url.password === '';
  return safe ? { kind: 'link', href: url.href, text } : { kind: 'text', text: whole };
}
