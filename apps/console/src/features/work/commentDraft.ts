/** A comment as it is written, and whom it mentions. */
export interface CommentDraft {
  text: string;
  mentions: readonly { id: string; name: string }[];
}

export const NO_COMMENT: CommentDraft = { text: '', mentions: [] };

/** What is sent: those whose name is still in the text. */
export function commentInput({ text, mentions }: CommentDraft) {
  const named = mentions.filter(({ name }) => text.includes(`@${name}`)).map(({ id }) => id);
  return { text: text.trim(), ...(named.length > 0 && { mentions: [...new Set(named)] }) };
}
