// @vitest-environment jsdom
import { Dialog, Heading, Content, TextField } from '@react-spectrum/s2';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { DialogContainer } from './DialogContainer.tsx';

function Question({ who }: { who: string }) {
  const [reason, setReason] = useState('');
  return (
    <Dialog>
      <Heading slot="title">{who}</Heading>
      <Content>
        <TextField label="Reason" value={reason} onChange={setReason} />
      </Content>
    </Dialog>
  );
}

function Page() {
  const [who, setWho] = useState<string | null>(null);
  return (
    <>
      <button onClick={() => setWho('Ana')}>Ana</button>
      <button onClick={() => setWho('Omar')}>Omar</button>
      <DialogContainer onDismiss={() => setWho(null)}>
        {who === null ? null : <Question who={who} />}
      </DialogContainer>
    </>
  );
}

describe('a dialog', () => {
  it('begins again at each opening: what was typed about one is not said of another', async () => {
    const person = userEvent.setup();
    render(<Page />);
    for (const name of ['Ana', 'Omar']) {
      await person.click(screen.getByRole('button', { name }));
      const field = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Reason' });
      expect(screen.getByRole('dialog', { name })).toBeTruthy();
      expect(field.value).toBe('');
      await person.type(field, `About ${name}`);
      await person.keyboard('{Escape}');
      await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    }
  });
});
