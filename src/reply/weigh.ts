import { brokenRules } from './balance.ts';
import type { ContentRule } from './balance.ts';
import { outputs, scoreOf } from './opinion.ts';
import type { Opinion, Output } from './opinion.ts';
import { contentRules } from './policy.ts';
import type { Finding, Policy, Rule, RuleId } from './policy.ts';
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

  /** A rule's finding speaks for the text around it, unless that is so short that its likeness tells nothing. */
  const backed = (id: ContentRule): number => {
    const around = windows.filter(({ from, to }) =>
      ruled.some(
        ({ finding, sentence }) => finding.rule === id && from <= sentence && sentence < to,
      ),
    );
    if (around.length === 0) return -Infinity;
    const isShort = around.some(({ features }) => features.size < telling);
    return isShort ? Infinity : highest(id, around) + balance.rule;
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

  const broken = brokenRules(id => Math.max(highest(id), backed(id)), highest('unsafe'), balance);
  const counts = (id: RuleId) => broken.has(id as ContentRule);
  const isOurs = (id: RuleId) => contentRules.some(one => one === id);
  const kept = ruled.filter(
    ({ finding, firm }) => firm || !isOurs(finding.rule) || counts(finding.rule),
  );
  const isFound = (id: RuleId) => kept.some(({ finding }) => finding.rule === id);
  return [
    ...kept.map(({ finding }) => finding),
    ...rules.filter(({ id }) => counts(id) && !isFound(id)).map(resembling),
  ];
};

/** A text of fewer features, some five words, tells too little to speak against a rule. */
const telling = 40;

const nowhere = { from: 0, to: 0 };
