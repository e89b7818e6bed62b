import { echoes } from './echo.ts';
import { formFindings } from './form.ts';
import { eachAt } from './phrase-index.ts';
import type { Finding, Pattern, Policy, Rule } from './policy.ts';
import { findingAt, read } from './reading.ts';
import type { Reading, ScreeningContext } from './reading.ts';
import { weigh } from './weigh.ts';
import type { Ruled } from './weigh.ts';

/** All that a text gives away, in reading order: at most one finding for each rule and sentence. */
export const screen = (draft: string, context: ScreeningContext): readonly Finding[] => {
  const { policy, mention } = context;
  const reading = read(draft, context);
  const echoed = mention ? echoes(reading, mention, policy) : [];
  const ruled = [...contentFindings(reading, policy), ...echoed];
  const content = policy.opinion
    ? weigh(reading, ruled, policy, policy.opinion, mention)
    : ruled.map(({ finding }) => finding);
  return [...content, ...formFindings(reading, context, content)].toSorted(
    (a, b) => a.start - b.start,
  );
};

const contentFindings = (reading: Reading, { index }: Policy): readonly Ruled[] =>
  reading.tokens.sentences.flatMap(({ from, to }, sentence) => {
    const { tokens, matcher } = reading;
    const found = new Map<Rule, Ruled>();
    for (let at = from; at < to; at++)
      eachAt(index, tokens.words[at] ?? '', at, at === from, matcher, ({ phrase, of }) => {
        const { rule, pattern } = of;
        const before = found.get(rule);
        if (before && (before.firm || !pattern.firm)) return;
        const end = matcher.endOf(phrase, at);
        if (end === undefined || end <= at || !counts(pattern, sentence, reading)) return;
        const finding = findingAt(rule, tokens, at, end);
        found.set(rule, { finding, sentence, firm: pattern.firm });
      });
    return [...found.values()];
  });

const counts = ({ when, unless }: Pattern, sentence: number, { isIn }: Reading): boolean =>
  when.every(frame => isIn(frame, sentence)) && !unless.some(frame => isIn(frame, sentence));
