import { echoes } from './echo.ts';
import { formFindings } from './form.ts';
import type { Finding, Pattern, Policy } from './policy.ts';
import { findingAt, read } from './reading.ts';
import type { Reading, ScreeningContext } from './reading.ts';
import type { Entry } from './rule-index.ts';

/** All that a text gives away, in reading order: at most one finding for each rule and sentence. */
export const screen = (draft: string, context: ScreeningContext): readonly Finding[] => {
  const reading = read(draft, context);
  const content = contentFindings(reading, context.policy);
  const echoed = context.mention ? echoes(reading, context.mention, context.policy) : [];
  const found = [...content, ...echoed];
  return [...found, ...formFindings(reading, context, found)].toSorted((a, b) => a.start - b.start);
};

const contentFindings = (reading: Reading, { index }: Policy): readonly Finding[] => {
  const { tokens, matcher } = reading;
  const found = new Map<string, Finding>();
  const hold = (entries: readonly Entry[], at: number) => {
    const sentence = tokens.sentenceOf[at] ?? 0;
    for (const { rule, pattern, phrase } of entries) {
      const key = `${rule.id} ${sentence}`;
      if (found.has(key)) continue;
      const end = matcher.endOf(phrase, at);
      if (end !== undefined && end > at && counts(pattern, sentence, reading))
        found.set(key, findingAt(rule, tokens, at, end));
    }
  };
  for (let at = 0; at < tokens.words.length; at++) {
    hold(index.byWord.get(tokens.words[at] ?? '') ?? [], at);
    for (const [name, entries] of index.byClass) if (matcher.isA(name, at)) hold(entries, at);
    hold(index.others, at);
  }
  return [...found.values()];
};

const counts = ({ when, unless }: Pattern, sentence: number, { isIn }: Reading): boolean =>
  when.every(frame => isIn(frame, sentence)) && !unless.some(frame => isIn(frame, sentence));
