import { lengthIn } from './network-limit.ts';
import type { NetworkLimit } from './network-limit.ts';
import { similarityOf } from './resemblance.ts';
import type { Finding, Rule, RuleId } from './policy.ts';
import { findingAt } from './reading.ts';
import type { Reading, ScreeningContext } from './reading.ts';

/** What the shape of a draft tells: blanks, length, what is missing, what has been said before. */
export const formFindings = (
  reading: Reading,
  context: ScreeningContext,
  content: readonly Finding[],
): readonly Finding[] => {
  const { tokens } = reading;
  const { rules } = context.policy;
  const all = (id: RuleId, from = 0, to = tokens.words.length): readonly Finding[] =>
    rules.filter(rule => rule.id === id).map(rule => findingAt(rule, tokens, from, to));
  if (tokens.words.length === 0) return [];
  return [
    ...rules.filter(({ id }) => id === 'unfilled-blank').flatMap(rule => blanks(tokens.text, rule)),
    ...(isTooLong(reading, context.limit) ? all('too-long') : []),
    ...(lacksWayOut(reading, context, content) ? all('no-offline-path') : []),
    ...unsourced(reading).flatMap(({ from, to }) => all('missing-source', from, to)),
    ...mythFirst(reading).flatMap(({ from, to }) => all('repeats-myth-first', from, to)),
    ...staffNamed(reading, context).flatMap(at => all('names-staff', at, at + 1)),
    ...(isRepeated(tokens.text, context.recent ?? []) ? all('same-text-again') : []),
  ];
};

/** `[name]`, `{{phone}}`, `<link>`, `____`, `XXX`, TBD: what a template or a hurried hand leaves open. */
const blank =
  /\[[^\]\n]{1,60}\]|\{\{?[^}\n]{1,60}\}\}?|<[a-z][^>\n]{0,40}>|_{3,}|\bX{3,}\b|\b(?:TBD|TODO|TK)\b|\binsert \w{1,20} here\b/gi;

const blanks = (text: string, { id, severity, reason, remedy }: Rule): readonly Finding[] =>
  [...text.matchAll(blank)].map(({ 0: found, index }) => {
    const end = index + found.length;
    return { rule: id, severity, start: index, end, message: reason, remedy };
  });

/** Five sentences and a hundred words: what agencies that write for practices hold to be read. */
const mostSentences = 6;
const mostWords = 110;

const isTooLong = ({ tokens }: Reading, limit: NetworkLimit | undefined): boolean =>
  (limit !== undefined && lengthIn(tokens.text, limit) > limit.most) ||
  tokens.sentences.length > mostSentences ||
  tokens.words.filter(word => /[\p{L}\p{N}]/u.test(word)).length > mostWords;

const lacksWayOut = (
  reading: Reading,
  { mention }: ScreeningContext,
  content: readonly Finding[],
): boolean => {
  const { tokens, isIn } = reading;
  const somewhere = (frame: string) =>
    tokens.sentences.some((_, sentence) => isIn(frame, sentence));
  const answersTrouble =
    somewhere('answers-trouble') || (mention !== undefined && content.length > 0);
  return answersTrouble && !somewhere('way-out');
};

const unsourced = ({ tokens, isIn }: Reading) => {
  const sourced = tokens.sentences.some((_, sentence) => isIn('names-source', sentence));
  const first = tokens.sentences
    .filter((_, sentence) => isIn('health-claim', sentence))
    .slice(0, 1);
  return sourced ? [] : first;
};

const mythFirst = ({ tokens, isIn }: Reading) =>
  tokens.sentences.slice(0, 1).filter((_, sentence) => isIn('opens-with-myth', sentence));

const staffNamed = ({ tokens }: Reading, { practice }: ScreeningContext): readonly number[] => {
  const surnames = new Set(
    practice?.clinicians.flatMap(name => name.toLowerCase().split(/\s+/).slice(-1)) ?? [],
  );
  const at = tokens.words.findIndex(word => surnames.has(word));
  return at === -1 ? [] : [at];
};

const isRepeated = (text: string, recent: readonly string[]): boolean =>
  recent.some(other => similarityOf(text, other) >= 0.8);
