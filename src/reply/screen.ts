import { echoes } from './echo.ts';
import { formFindings } from './form.ts';
import { secondOpinion } from './opinion.ts';
import { eachAt } from './phrase-index.ts';
import type { Finding, Pattern, Policy, Rule } from './policy.ts';
import { findingAt, read } from './reading.ts';
import type { Reading, ScreeningContext } from './reading.ts';

/** All that a text gives away, in reading order: at most one finding for each rule and sentence. */
export const screen = (draft: string, context: ScreeningContext): readonly Finding[] => {
  const reading = read(draft, context);
  const content = contentFindings(reading, context.policy);
  const echoed = context.mention ? echoes(reading, context.mention, context.policy) : [];
  const ruled = [...content, ...echoed];
  const { opinion } = context.policy;
  const found =
    ruled.length === 0 && opinion ? secondOpinion(reading, context.policy, opinion) : ruled;
  return [...found, ...formFindings(reading, context, found)].toSorted((a, b) => a.start - b.start);
};

const contentFindings = (reading: Reading, { index }: Policy): readonly Finding[] =>
  reading.tokens.sentences.flatMap(({ from, to }, sentence) => {
    const { tokens, matcher } = reading;
    const found = new Map<Rule, Finding>();
    for (let at = from; at < to; at++)
      eachAt(index, tokens.words[at] ?? '', at, at === from, matcher, ({ phrase, of }) => {
        if (found.has(of.rule)) return;
        const end = matcher.endOf(phrase, at);
        if (end !== undefined && end > at && counts(of.pattern, sentence, reading))
          found.set(of.rule, findingAt(of.rule, tokens, at, end));
      });
    return [...found.values()];
  });

const counts = ({ when, unless }: Pattern, sentence: number, { isIn }: Reading): boolean =>
  when.every(frame => isIn(frame, sentence)) && !unless.some(frame => isIn(frame, sentence));
