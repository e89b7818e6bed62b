import { outputs, scoreOf, thresholdOf } from './opinion.ts';
import type { Opinion, Output } from './opinion.ts';
import { contentRules } from './policy.ts';
import type { Finding, Policy, Rule } from './policy.ts';
import { findingAt } from './reading.ts';
import type { Answered, Reading } from './reading.ts';
import { scoresOf, windowsOf } from './windows.ts';

/** What a rule found; what a practice's own words found is firm, and no likeness outweighs it. */
export type Ruled = {
  readonly finding: Finding;
  readonly sentence: number;
  readonly firm: boolean;
};

/**
 * Weighs what the rules found together with what the draft resembles: a rule's words can stand in a harmless sentence
 * ("we guarantee every family an interpreter"), and what no rule knows can resemble much that is unsafe.
 */
export const weigh = (
  reading: Reading,
  ruled: readonly Ruled[],
  { rules, frames }: Policy,
  { balance, ...model }: Opinion,
  mention?: Answered,
): readonly Finding[] => {
  const cut = windowsOf(reading, [...frames], mention);
  const windows = cut.windows.map(window => ({ ...window, scores: scoresOf(window, model) }));
  const highest = (output: Output, of = windows) =>
    of.reduce((most, { scores }) => Math.max(most, scores[output]), -Infinity);

  const stands = ({ finding, sentence, firm }: Ruled): boolean => {
    const id = contentRules.find(one => one === finding.rule);
    if (firm || !id) return true;
    const around = windows.filter(({ from, to }) => from <= sentence && sentence < to);
    if (around.some(({ features }) => features.size < telling)) return true;
    return highest(id, around) + balance.rule > thresholdOf(id, balance);
  };
  const resembling = (rule: Rule): Finding => {
    const output = outputs.find(one => one === rule.id) ?? 'unsafe';
    const scores = reading.tokens.sentences.map((_, at) =>
      scoreOf(cut.alone(at).features, output, model),
    );
    const { from, to } = reading.tokens.sentences[scores.indexOf(Math.max(...scores))] ?? nowhere;
    const found = findingAt(rule, reading.tokens, from, to);
    return { ...found, message: `resembles drafts of which one ${found.message}` };
  };

  const over = (id: (typeof contentRules)[number]) => highest(id) - thresholdOf(id, balance);
  const kept = ruled.filter(stands).map(({ finding }) => finding);
  const unseen = contentRules.filter(id => !ruled.some(({ finding }) => finding.rule === id));
  const added = unseen.filter(id => over(id) > 0);
  const doubted = kept.length + added.length === 0 && highest('unsafe') > balance.unsafe;
  const likeliest = contentRules.toSorted((a, b) => over(b) - over(a)).slice(0, 1);
  const named = doubted ? likeliest : added;
  return [...kept, ...rules.filter(({ id }) => named.some(one => one === id)).map(resembling)];
};

/** A text of fewer features, some five words, tells too little to speak against a rule. */
const telling = 40;

const nowhere = { from: 0, to: 0 };
