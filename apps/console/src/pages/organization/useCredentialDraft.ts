/** The form of a connection: what was typed, whether it is open, and the mutation that sends it. */
import type { TypedDocumentNode } from '@apollo/client';
import { useState } from 'react';
import { useKeywayMutation } from '../../apollo/useKeywayMutation.ts';
import { toFieldProps } from '../../apollo/userErrors.ts';

export function useCredentialDraft<
  TData,
  TInput extends object,
  TDraft extends Record<string, string>,
>(document: TypedDocumentNode<TData, { input: TInput; locale: string }>, empty: TDraft) {
  const [draft, setDraft] = useState(empty);
  const [isOpen, setOpen] = useState(false);
  const mutation = useKeywayMutation(document, { onDone: onClose });
  function onClose() {
    setDraft(empty);
    setOpen(false);
    mutation.reset();
  }
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
    field,
    mutation,
    panel: { isOpen, onOpen: () => setOpen(true), onClose },
  };
}
