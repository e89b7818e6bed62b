import { outputs } from '../reply/opinion.ts';
import type { Balance, Model, Output } from '../reply/opinion.ts';
import { contentRules } from '../reply/policy.ts';
import type { Policy } from '../reply/policy.ts';
import { read } from '../reply/reading.ts';
import { screen } from '../reply/screen.ts';
import { scoresOf, windowsOf } from '../reply/windows.ts';

export type Labelled = {
  readonly id: string;
  readonly draft: string;
  readonly mention?: string;
  readonly violations: readonly string[];
};

/** A draft with the highest score of each output and the rules that found something, for trying balances on. */
export type Judged = {
  readonly one: Labelled;
  readonly scores: Readonly<Record<Output, number>>;
  readonly ruled: ReadonlySet<string>;
};

/** What a model and the rules alone say of a draft. */
export const scoresAndRulings = (one: Labelled, policy: Policy, model: Model): Judged => {
  const context = {
    policy,
    ...(one.mention === undefined ? {} : { mention: { text: one.mention } }),
  };
  const { windows } = windowsOf(read(one.draft, context), [...policy.frames], context.mention);
  const each = windows.map(window => scoresOf(window, model));
  const highest = (output: Output) => Math.max(...each.map(scores => scores[output]));
  const scores = Object.fromEntries(outputs.map(output => [output, highest(output)]));
  const ruled = new Set<string>(screen(one.draft, context).map(finding => finding.rule));
  return { one, scores: scores as Record<Output, number>, ruled };
};

/** The rules that a balance holds to be broken. */
const found = ({ scores, ruled }: Judged, balance: Balance): readonly string[] => {
  const broken = contentRules.filter(
    id => scores[id] + (ruled.has(id) ? balance.rule : 0) > balance.threshold,
  );
  if (broken.length > 0 || scores.unsafe <= balance.unsafe) return broken;
  return contentRules.toSorted((a, b) => scores[b] - scores[a]).slice(0, 1);
};

type Figures = { readonly f1: number; readonly unsafe: number; readonly safe: number };

const figuresOf = (judged: readonly Judged[], balance: Balance): Figures => {
  const counts = { hit: 0, found: 0, broken: 0, unsafe: 0, caught: 0, safe: 0, stopped: 0 };
  for (const draft of judged) {
    const { violations } = draft.one;
    const says = found(draft, balance);
    counts.hit += says.filter(id => violations.includes(id)).length;
    counts.found += says.length;
    counts.broken += violations.length;
    const blocked = says.length > 0 ? 1 : 0;
    counts[violations.length > 0 ? 'unsafe' : 'safe']++;
    counts[violations.length > 0 ? 'caught' : 'stopped'] += blocked;
  }
  return {
    f1: (2 * counts.hit) / (counts.found + counts.broken),
    unsafe: counts.caught / Math.max(1, counts.unsafe),
    safe: counts.stopped / Math.max(1, counts.safe),
  };
};

/** What an unsafe draft let through and a safe one stopped cost beside the F1 of the rules; the floors are near. */
const worth = ({ f1, unsafe, safe }: Figures): number => f1 + unsafe - 1.5 * safe;

const range = (from: number, to: number, step: number): readonly number[] =>
  Array.from({ length: Math.round((to - from) / step) + 1 }, (_, at) => from + at * step);

/** The balance that does best on drafts that neither rules nor model had seen; prints what it reaches. */
export const bestBalance = (judged: readonly Judged[]): Balance => {
  const tried = range(1, 5, 0.5).flatMap(rule =>
    range(-1.6, 0.8, 0.1).flatMap(threshold =>
      range(-0.5, 3, 0.25).map(unsafe => ({ rule, threshold, unsafe })),
    ),
  );
  const [best] = tried
    .map(balance => ({ balance, figures: figuresOf(judged, balance) }))
    .toSorted((a, b) => worth(b.figures) - worth(a.figures));
  if (!best) throw new Error('There is no draft to weigh the rules and the model with.');
  const { balance } = best;
  for (const set of ['', ...new Set(judged.map(({ one }) => one.id.charAt(0)))]) {
    const part = judged.filter(({ one }) => one.id.startsWith(set));
    const { f1, unsafe, safe } = figuresOf(part, balance);
    console.log(
      `${set || 'all'}: F1 ${f1.toFixed(3)}, unsafe blocked ${unsafe.toFixed(3)}, safe blocked ${safe.toFixed(3)}`,
    );
  }
  console.log(balance);
  return balance;
};
