import { brokenRules } from '../reply/balance.ts';
import type { Balance } from '../reply/balance.ts';
import { outputs } from '../reply/opinion.ts';
import type { Model, Output } from '../reply/opinion.ts';
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
const found = ({ scores, ruled }: Judged, balance: Balance): readonly string[] => [
  ...brokenRules(id => scores[id] + (ruled.has(id) ? balance.rule : 0), scores.unsafe, balance),
];

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

/** What an unsafe draft let through and a safe one stopped cost beside the F1 of the rules. */
const worth = ({ f1, unsafe, safe }: Figures): number => f1 + unsafe - 1.4 * safe;

/** A threshold of its own must earn this much for each step away from the common one, lest it follow a few drafts. */
const priceOfStep = 0.0006;

const range = (from: number, to: number, step: number): readonly number[] =>
  Array.from({ length: Math.round((to - from) / step) + 1 }, (_, at) => from + at * step);

type Tried = { readonly balance: Balance; readonly steps: number };

const ranked = (judged: readonly Judged[], tried: readonly Tried[]): readonly Balance[] =>
  tried
    .map(({ balance, steps }) => ({
      balance,
      worth: worth(figuresOf(judged, balance)) - priceOfStep * Math.abs(steps),
    }))
    .toSorted((a, b) => b.worth - a.worth)
    .map(({ balance }) => balance);

/** The middle of the best ones: many do about as well, and which one is first is chance. */
const middleOf = (best: readonly Balance[]): Balance => {
  const mean = (of: (balance: Balance) => number) =>
    best.reduce((sum, balance) => sum + of(balance), 0) / best.length;
  return {
    thresholds: contentRules.map((_, at) => mean(({ thresholds }) => thresholds[at] ?? 0)),
    rule: mean(({ rule }) => rule),
    second: mean(({ second }) => second),
    unsafe: mean(({ unsafe }) => unsafe),
  };
};

/** The balance that does best on drafts that neither rules nor model had seen. */
export const bestBalance = (judged: readonly Judged[]): Balance => {
  const all = (threshold: number) => contentRules.map(() => threshold);
  const common = range(1.5, 4, 0.5).flatMap(rule =>
    range(-1.6, 0.4, 0.2).flatMap(threshold =>
      range(-0.5, 1.5, 0.5).flatMap(unsafe =>
        range(0, 2.5, 0.25).map(second => ({
          balance: { rule, thresholds: all(threshold), second, unsafe },
          steps: 0,
        })),
      ),
    ),
  );
  let balance = middleOf(ranked(judged, common).slice(0, 40));
  const begun = balance.thresholds;
  for (let round = 0; round < 2; round++)
    for (const index of contentRules.keys())
      [balance = balance] = ranked(
        judged,
        range(-8, 8, 1).map(steps => ({
          balance: {
            ...balance,
            thresholds: balance.thresholds.with(index, (begun[index] ?? 0) + steps / 10),
          },
          steps,
        })),
      );
  return balance;
};

/** Prints what a balance reaches on all drafts and on each set, and for each rule. */
export const tell = (judged: readonly Judged[], balance: Balance): void => {
  for (const set of ['', ...new Set(judged.map(({ one }) => one.id.charAt(0)))]) {
    const part = judged.filter(({ one }) => one.id.startsWith(set));
    const { f1, unsafe, safe } = figuresOf(part, balance);
    console.log(
      `${set || 'all'}: F1 ${f1.toFixed(3)}, unsafe blocked ${unsafe.toFixed(3)}, safe blocked ${safe.toFixed(3)}`,
    );
  }
  for (const [index, id] of contentRules.entries()) {
    const says = judged.filter(one => found(one, balance).includes(id));
    const is = judged.filter(({ one }) => one.violations.includes(id));
    const both = says.filter(({ one }) => one.violations.includes(id)).length;
    console.log(
      `${id}: precision ${(both / says.length).toFixed(2)}, recall ${(both / is.length).toFixed(2)}, from ${(balance.thresholds[index] ?? 0).toFixed(1)}`,
    );
  }
  const { rule, second, unsafe } = balance;
  console.log(
    `a rule adds ${rule.toFixed(2)}, a second one from ${second.toFixed(2)}, unsafe from ${unsafe.toFixed(2)}`,
  );
};
