/**
 * What a chat is sent, as JSON of its incoming webhook. Names are people's choice: nothing in them
 * may mention anybody, format a text, or lead elsewhere.
 */
import type { ChatKind, Instant, Locale } from '@keyway/core';
import { describeInboxItem, type DescribedInboxItem } from './describeInboxItem.ts';
import { oneLine } from './digestMail.ts';
import { displayInstant } from './displayInstant.ts';
import { format } from './format.ts';
import { messagesIn } from './messagesIn.ts';

/** What a chat's message says. */
export interface DigestChat {
  /** The newest first. */
  items: readonly (DescribedInboxItem & { at: Instant })[];
  /** With those that it doesn't name. */
  total: number;
  /** Where the console is. */
  publicUrl: string;
}

interface ChatText {
  title: string;
  lines: string[];
  link: { title: string; url: string };
}

/** Slack's three control characters: without them no text is a link, a mention or a command. */
const slackText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function slackMessage({ title, lines, link }: ChatText): object {
  const text = [title, ...lines.map((line) => `• ${line}`)].map(slackText);
  return {
    text: [...text, `<${link.url}|${slackText(link.title)}>`].join('\n'),
    ...{ mrkdwn: false, link_names: false, parse: 'none' },
    ...{ unfurl_links: false, unfurl_media: false },
  };
}

/** Runs of text, which Adaptive Cards show as they are; text blocks would read Markdown. */
const cardText = (text: string, weight: 'Default' | 'Bolder' = 'Default') => ({
  type: 'RichTextBlock',
  inlines: [{ type: 'TextRun', text, weight }],
});

/** A workflow's webhook takes a message with one card. */
function teamsMessage({ title, lines, link }: ChatText): object {
  const content = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    ...{ type: 'AdaptiveCard', version: '1.4', fallbackText: title },
    body: [cardText(title, 'Bolder'), ...lines.map((line) => cardText(line))],
    actions: [{ type: 'Action.OpenUrl', title: link.title, url: link.url }],
  };
  const contentType = 'application/vnd.microsoft.card.adaptive';
  return { type: 'message', attachments: [{ contentType, contentUrl: null, content }] };
}

const MESSAGES: Readonly<Record<ChatKind, (text: ChatText) => object>> = {
  SLACK: slackMessage,
  TEAMS: teamsMessage,
};

/** The body of a request to the chat's webhook. */
export function digestChat(
  kind: ChatKind,
  { items, total, publicUrl }: DigestChat,
  locale: Locale,
): string {
  const texts = messagesIn(locale).digest;
  const lines = items.map((item) => {
    const title = oneLine(describeInboxItem(item, locale));
    return format(texts.chatItem, { title, at: displayInstant(item.at) }, locale);
  });
  const more = total - items.length;
  if (more > 0) lines.push(format(texts.more, { count: more }, locale));
  const title = format(texts.chatTitle, { count: total }, locale);
  const link = { title: texts.chatOpen, url: `${publicUrl}/` };
  return JSON.stringify(MESSAGES[kind]({ title, lines, link }));
}

/** The body of a test message. */
export function chatTest(kind: ChatKind, publicUrl: string, locale: Locale): string {
  const texts = messagesIn(locale).digest;
  const link = { title: texts.chatOpen, url: `${publicUrl}/` };
  return JSON.stringify(MESSAGES[kind]({ title: texts.chatTest, lines: [], link }));
}
