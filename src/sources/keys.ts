import type { LookContext, Looked } from './look.ts';

/** A key from the environment, which is the only place for one; undefined when it is not set. */
export const keyFrom = ({ env }: LookContext, name: string): string | undefined =>
  env[name]?.trim() || undefined;

/** What to tell when a key is missing: where it belongs, and how one gets it. */
export const keyMissing = (names: readonly string[], how: string): Looked => ({
  kind: 'blocked',
  why: `it needs ${names.join(' and ')} in the environment; ${how}`,
});
