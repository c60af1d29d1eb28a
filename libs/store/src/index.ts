export * from './store.ts';
export * from './refused.ts';
