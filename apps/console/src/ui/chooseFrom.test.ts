import { expect, it, vi } from 'vitest';
import { chooseFrom } from './chooseFrom.ts';

it('passes on the option that was chosen', () => {
  const onChoose = vi.fn();
  chooseFrom(['SKIP', 'UPDATE'], onChoose)('UPDATE');
  expect(onChoose).toHaveBeenCalledExactlyOnceWith('UPDATE');
});

it.each(['DELETE', 7, null])('ignores %s, which is no option', (key) => {
  const onChoose = vi.fn();
  chooseFrom(['SKIP', 'UPDATE'], onChoose)(key);
  expect(onChoose).not.toHaveBeenCalled();
});
