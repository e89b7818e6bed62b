import type { Problem } from './parsed.ts';

/** Counts what is wrong with a document, so that a thousand equal faults become one sentence. */
export type Faults = Map<string, { readonly kind: Problem['kind']; times: number }>;

export const blame = (faults: Faults, kind: Problem['kind'], what: string): void => {
  const known = faults.get(what);
  if (known) known.times++;
  else faults.set(what, { kind, times: 1 });
};

export const problemsOf = (faults: Faults): readonly Problem[] =>
  [...faults].map(([what, { kind, times }]) => ({
    kind,
    message: times === 1 ? `${what}.` : `${what} (${times} times).`,
  }));
