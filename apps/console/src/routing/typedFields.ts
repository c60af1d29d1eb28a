/**
 * Which fields of the page hold something that a person typed and the server does not have. It
 * covers every form, also those that nobody thought of.
 */

const typed = new Set<HTMLInputElement | HTMLTextAreaElement>();

/** Search fields and filters only change what is shown. */
const isForm = (field: HTMLInputElement | HTMLTextAreaElement) =>
  field.type !== 'search' &&
  !['combobox', 'searchbox'].includes(field.getAttribute('role') ?? '') &&
  field.closest('[role=search]') === null;

const isText = (target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && !['checkbox', 'radio', 'range'].includes(target.type));

function prune(): void {
  for (const field of typed) if (!field.isConnected || field.value === '') typed.delete(field);
}

/** Begins to notice what is typed. */
export function watchTyping(): () => void {
  const note = ({ target }: Event) => {
    prune();
    if (isText(target) && isForm(target)) typed.add(target);
  };
  document.addEventListener('input', note, true);
  return () => document.removeEventListener('input', note, true);
}

export function hasTyped(): boolean {
  prune();
  return typed.size > 0;
}

/** The server has it. */
export function forgetTyped(): void {
  typed.clear();
}
