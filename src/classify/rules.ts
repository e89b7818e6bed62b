import type { Span } from '../core/verdict.ts';
import type { Document } from './document.ts';
import type { Lexicon, Rule } from './lexicon.ts';
import { compileMatcher } from './matcher.ts';
import type { Found } from './matcher.ts';
import { border, readWords } from './words.ts';
import type { Words } from './words.ts';

/** A rule that holds for a text, with the words that made it hold. */
export type Hit = {
  readonly rule: Rule;
  readonly evidence: readonly Span[];
  /** The sentence of the first match. */
  readonly sentence: number;
};

/** Finds all rules that hold, in the order in which the lexicons list them. */
export type FindRules = (document: Document) => readonly Hit[];

/** Compiles lexicons into one pass over a text, whatever their number. */
export const compileRules = (lexicons: readonly Lexicon[]): FindRules => {
  const rules = lexicons.flatMap(lexicon => lexicon.rules);
  const numbers = new Map<string, number>();
  const patterns = lexicons.flatMap(lexicon => {
    const [first] = lexicon.rules;
    const prefix = first?.lexicon ?? '';
    return [...lexicon.patterns].map(([source, pattern]) => {
      const owner = numbers.size;
      numbers.set(`${prefix} ${source}`, owner);
      return { pattern, owner, source: `${prefix}: ${source}` };
    });
  });
  const match = compileMatcher(patterns);
  const numbered = rules.map(rule => number(rule, numbers));
  const byPattern = new Map<number, number[]>();
  for (const [index, { wanted }] of numbered.entries())
    for (const pattern of wanted)
      byPattern.set(pattern, [...(byPattern.get(pattern) ?? []), index]);

  return document => {
    const words = readWords(document);
    const found = match(words);
    if (found.length === 0) return [];
    const candidates = new Set(found.flatMap(({ owner }) => byPattern.get(owner) ?? []));
    return [...candidates]
      .sort((a, b) => a - b)
      .flatMap(index => {
        const rule = numbered[index];
        const matches = rule ? holds(rule, found) : [];
        const [first] = matches;
        return rule && first
          ? [
              {
                rule: rule.rule,
                evidence: spans(matches, words, document),
                sentence: first.sentence,
              },
            ]
          : [];
      });
  };
};

type Numbered = {
  readonly rule: Rule;
  readonly wanted: ReadonlySet<number>;
  readonly conditions: readonly { readonly kind: string; readonly patterns: ReadonlySet<number> }[];
};

const number = (rule: Rule, numbers: ReadonlyMap<string, number>): Numbered => {
  const of = (sources: readonly string[]) =>
    new Set(sources.map(source => numbers.get(`${rule.lexicon} ${source}`) ?? -1));
  const conditions = rule.conditions.map(({ kind, patterns }) => ({
    kind,
    patterns: of(patterns),
  }));
  return { rule, wanted: of(rule.patterns), conditions };
};

type Match = Found<number>;

const holds = ({ wanted, conditions }: Numbered, found: readonly Match[]): readonly Match[] => {
  let matches = found.filter(({ owner }) => wanted.has(owner));
  const sentencesOf = (patterns: ReadonlySet<number>) =>
    new Set(found.filter(({ owner }) => patterns.has(owner)).map(({ sentence }) => sentence));
  const nows = conditions.find(({ kind }) => kind === 'now');
  const present = nows ? sentencesOf(nows.patterns) : new Set<number>();
  for (const { kind, patterns } of conditions) {
    const sentences = sentencesOf(patterns);
    if (kind === 'with' && sentences.size === 0) return [];
    if (kind === 'never' && sentences.size > 0) return [];
    if (kind === 'and') matches = matches.filter(({ sentence }) => sentences.has(sentence));
    if (kind === 'past')
      matches = matches.filter(({ sentence }) => present.has(sentence) || !sentences.has(sentence));
    if (kind === 'unless') matches = matches.filter(({ sentence }) => !sentences.has(sentence));
  }
  return matches;
};

/** More than a few spans help nobody. */
const mostSpans = 4;

const spans = (
  matches: readonly Match[],
  { list, tokens }: Words,
  document: Document,
): readonly Span[] =>
  matches.slice(0, mostSpans).flatMap(({ start, end }) => {
    const from = list[start] === border ? start + 1 : start;
    const to = list[end - 1] === border ? end - 2 : end - 1;
    const first = tokens[from];
    const last = tokens[to];
    if (first === undefined || last === undefined || last < first) return [];
    const span = { start: document.starts[first] ?? 0, end: document.ends[last] ?? 0 };
    return first < document.titleTokens ? [{ ...span, in: 'title' as const }] : [span];
  });
