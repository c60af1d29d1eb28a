// @vitest-environment jsdom
import { Content, Dialog, Heading, TextField } from '@react-spectrum/s2';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import { DialogContainer } from '../../ui/DialogContainer.tsx';
import { keepForm, useKeptForm } from './keptForm.ts';

function Question({ kept, onLeave }: { kept: string | null; onLeave: (typed: string) => void }) {
  const [reason, setReason] = useState(kept ?? '');
  return (
    <Dialog>
      <Heading slot="title">Question</Heading>
      <Content>
        <TextField label="Reason" value={reason} onChange={setReason} />
        <button onClick={() => onLeave(reason)}>Sign in again</button>
      </Content>
    </Dialog>
  );
}

/** As each page does it that keeps a form: its dialog is open with what was typed. */
function Page() {
  const kept = useKeptForm<string>('question');
  const [isOpen, setOpen] = useState(kept !== null);
  return (
    <>
      <button onClick={() => setOpen(true)}>Ask</button>
      <DialogContainer onDismiss={() => setOpen(false)}>
        {isOpen ? (
          <Question kept={kept} onLeave={(values) => keepForm({ form: 'question', values })} />
        ) : null}
      </DialogContainer>
    </>
  );
}

const field = () => screen.findByRole<HTMLInputElement>('textbox', { name: 'Reason' });

beforeEach(() => sessionStorage.clear());

describe('a dialog whose form is kept', () => {
  it('is open with what was typed after signing in again, and keeps no later typing', async () => {
    const person = userEvent.setup();
    render(<Page />);
    await person.click(screen.getByRole('button', { name: 'Ask' }));
    await person.type(await field(), 'For the customer');
    await person.click(screen.getByRole('button', { name: 'Sign in again' }));
    cleanup();
    render(<Page />);
    expect((await field()).value).toBe('For the customer');
    await person.type(await field(), ', and more');
    await person.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await person.click(screen.getByRole('button', { name: 'Ask' }));
    // The dialog begins again, with what was kept and not with what was discarded.
    expect((await field()).value).toBe('For the customer');
    cleanup();
    render(<Page />);
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
