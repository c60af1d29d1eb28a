/** The form of a connection: what was typed, whether it is open, and the mutation that sends it. */
import type { TypedDocumentNode } from '@apollo/client';
import { useState } from 'react';
import { useKeywayMutation } from '../../apollo/useKeywayMutation.ts';
import { toFieldProps } from '../../apollo/userErrors.ts';

export function useCredentialDraft<
  TData,
  TInput extends object,
  TDraft extends Record<string, string>,
>(
  document: TypedDocumentNode<TData, { input: TInput; locale: string }>,
  empty: TDraft,
  /** Until it is opened or closed. */
  isOpenAtFirst: boolean,
) {
  const [draft, setDraft] = useState(empty);
  const [opened, setOpen] = useState<boolean | null>(null);
  const mutation = useKeywayMutation(document, { onDone: onClose });
  function onClose() {
    setDraft(empty);
    setOpen(false);
    mutation.reset();
  }
  const fill = (part: Partial<TDraft>) => setDraft((old) => ({ ...old, ...part }));
  const change = (name: keyof TDraft, value: string) =>
    setDraft((old) => ({ ...old, [name]: value }));
  const field = (name: keyof TDraft & string) => ({
    value: draft[name],
    onChange: (value: string) => change(name, value),
    ...toFieldProps(mutation.errors, name),
    autoComplete: 'off',
    spellCheck: 'false' as const,
  });
  return {
    draft,
    change,
    fill,
    field,
    mutation,
    panel: { isOpen: opened ?? isOpenAtFirst, onOpen: () => setOpen(true), onClose },
  };
}
