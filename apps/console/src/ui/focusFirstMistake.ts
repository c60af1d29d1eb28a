/** Moves the focus to the first field of a form that shows a mistake, once it does. */

export function focusFirstMistake(form: HTMLElement | null): void {
  requestAnimationFrame(() => {
    const mistake = form?.querySelector<HTMLElement>('[aria-invalid="true"]');
    const field = mistake?.matches('input, textarea') ? mistake : mistake?.querySelector('input');
    field?.focus();
  });
}
