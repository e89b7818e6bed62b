import type { Span } from '../core/verdict.ts';
import type { Document } from './document.ts';
import type { Condition, Lexicon, Rule } from './lexicon.ts';
import { compile, isTrigger, tryAt } from './matcher.ts';
import type { Compiled, Found } from './matcher.ts';
import { createVocabulary } from './vocabulary.ts';
import type { Vocabulary } from './vocabulary.ts';
import { readWords } from './words.ts';
import type { Words } from './words.ts';

/** A rule that holds for a text, with the words that made it hold. */
export type Hit = { readonly rule: Rule; readonly evidence: readonly Span[] };

/** Finds all rules that hold, in the order in which the lexicons list them. */
export type FindRules = (document: Document) => readonly Hit[];

/**
 * Compiles lexicons into one pass over a text, whatever their number: each word is looked up once, patterns are tried
 * only where their rarest word stands, and conditions are read only for rules of which a pattern was found.
 */
export const compileRules = (lexicons: readonly Lexicon[]): FindRules => {
  const vocabulary = createVocabulary();
  const conditions = new Map<string, Conditioned>();
  const rules = lexicons.flatMap(lexicon =>
    lexicon.rules.map(rule => prepare(rule, lexicon, vocabulary, conditions)),
  );
  const tries = rules.flatMap((rule, index) =>
    rule.patterns.map(compiled => ({ compiled, index })),
  );
  const lookUp = vocabulary.lookUp(word =>
    tries.filter(({ compiled }) => isTrigger(compiled.trigger, word)),
  );

  return document => {
    const words = readWords(document, lookUp);
    const found = search(words);
    if (found.size === 0) return [];
    const isMet = rememberSentences(words);
    return [...found]
      .sort(([a], [b]) => a - b)
      .flatMap(([index, matches]) => {
        const rule = rules[index];
        const kept = rule ? keep(rule.conditions, matches, isMet) : [];
        return rule && kept.length > 0
          ? [{ rule: rule.rule, evidence: spans(kept, words, document) }]
          : [];
      });
  };
};

type Try = { readonly compiled: Compiled; readonly index: number };

/** The matches of each rule, by the rule's index. */
const search = ({ list, borders }: Words<readonly Try[]>): ReadonlyMap<number, Match[]> => {
  const found = new Map<number, Match[]>();
  let sentence = -1;
  for (let at = 0; at < list.length; at++) {
    if (at === borders[sentence + 1]) sentence++;
    const here = list[at]?.known;
    if (here === undefined) continue;
    for (const { compiled, index } of here) {
      const match = tryAt(compiled, list, at);
      if (match === undefined) continue;
      const matches = found.get(index);
      // The border before a sentence belongs to it; a match that begins there does too.
      if (matches) matches.push({ ...match, sentence });
      else found.set(index, [{ ...match, sentence }]);
    }
  }
  return found;
};

type Match = Found & { readonly sentence: number };

/** A condition, made ready once for all rules that share it. */
type Conditioned = { readonly kind: Condition['kind']; readonly patterns: readonly Compiled[] };

type Prepared = {
  readonly rule: Rule;
  readonly patterns: readonly Compiled[];
  readonly conditions: readonly Conditioned[];
};

const prepare = (
  rule: Rule,
  { patterns }: Lexicon,
  vocabulary: Vocabulary,
  conditions: Map<string, Conditioned>,
): Prepared => {
  const ready = (source: string) =>
    compile(patterns.get(source) ?? [], vocabulary, `${rule.lexicon}: ${source}`);
  return {
    rule,
    patterns: rule.patterns.map(ready),
    conditions: rule.conditions.map(({ kind, patterns: sources }) => {
      const key = `${rule.lexicon} ${kind} ${sources.join('\n')}`;
      const known = conditions.get(key) ?? { kind, patterns: sources.map(ready) };
      conditions.set(key, known);
      return known;
    }),
  };
};

/** Whether a condition is met in a sentence, or anywhere when none is given. */
type IsMet = (condition: Conditioned, sentence?: number) => boolean;

/** Each condition is read once a sentence at most: many rules share them. */
const rememberSentences = (words: Words): IsMet => {
  const { borders } = words;
  const met = new Map<Conditioned, (boolean | undefined)[]>();
  const isMet: IsMet = (condition, sentence) => {
    if (sentence === undefined)
      return borders.some((_, index) => index < borders.length - 1 && isMet(condition, index));
    const known = met.get(condition) ?? [];
    met.set(condition, known);
    return (known[sentence] ??= occurs(condition, words, sentence));
  };
  return isMet;
};

const occurs = ({ patterns }: Conditioned, { list, borders }: Words, sentence: number): boolean => {
  const end = borders[sentence + 1] ?? list.length;
  for (let at = borders[sentence] ?? 0; at < end; at++) {
    const word = list[at];
    if (word === undefined) continue;
    for (const pattern of patterns)
      if (isTrigger(pattern.trigger, word) && tryAt(pattern, list, at)) return true;
  }
  return false;
};

const keep = (
  conditions: readonly Conditioned[],
  found: readonly Match[],
  isMet: IsMet,
): readonly Match[] => {
  const now = conditions.find(({ kind }) => kind === 'now');
  let matches = found;
  for (const condition of conditions) {
    matches = matches.filter(({ sentence }) => {
      switch (condition.kind) {
        case 'and':
          return isMet(condition, sentence);
        case 'with':
          return isMet(condition);
        case 'unless':
          return !isMet(condition, sentence);
        case 'never':
          return !isMet(condition);
        case 'past':
          return !isMet(condition, sentence) || (now !== undefined && isMet(now, sentence));
        case 'now':
          return true;
        default:
          return condition.kind satisfies never;
      }
    });
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
    const from = list[start]?.isBorder ? start + 1 : start;
    const to = list[end - 1]?.isBorder ? end - 2 : end - 1;
    const first = tokens[from];
    const last = tokens[to];
    if (first === undefined || last === undefined || last < first) return [];
    const span = { start: document.starts[first] ?? 0, end: document.ends[last] ?? 0 };
    return first < document.titleTokens ? [{ ...span, in: 'title' as const }] : [span];
  });
