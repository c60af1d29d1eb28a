/** One product for all stories: up before the first, down after the last. */
import { announceRunning } from './running.ts';
import { startProduct } from './startProduct.ts';

export default async function globalSetup(): Promise<() => Promise<void>> {
  const { running, stop } = await startProduct();
  announceRunning(running);
  return stop;
}
