import type { Span } from '../core/verdict.ts';
import type { Document } from './document.ts';
import type { Condition, Lexicon, Rule } from './lexicon.ts';
import { compile, isTrigger, tryAt } from './matcher.ts';
import type { Compiled, Found } from './matcher.ts';
import { border, createVocabulary } from './vocabulary.ts';
import type { Vocabulary, WordBits } from './vocabulary.ts';
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
  const lookUp = vocabulary.lookUp();
  const triedAt = rememberTries(tries);

  return document => {
    const words = readWords(document);
    const bits = words.list.map(lookUp);
    const found = new Map<number, Match[]>();
    for (const [at, word] of bits.entries())
      for (const { compiled, index } of triedAt(word)) {
        const match = tryAt(compiled, bits, at);
        if (match === undefined) continue;
        const matches = found.get(index);
        if (matches) matches.push({ ...match, sentence: words.sentences[at] ?? 0 });
        else found.set(index, [{ ...match, sentence: words.sentences[at] ?? 0 }]);
      }
    if (found.size === 0) return [];
    const sentencesOf = rememberSentences(words, bits);
    return [...found]
      .sort(([a], [b]) => a - b)
      .flatMap(([index, matches]) => {
        const rule = rules[index];
        const kept = rule ? keep(rule.conditions, matches, sentencesOf) : [];
        return rule && kept.length > 0
          ? [{ rule: rule.rule, evidence: spans(kept, words, document) }]
          : [];
      });
  };
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

type Try = { readonly compiled: Compiled; readonly index: number };

/** The patterns to try at a word, worked out when the word is first met. */
const rememberTries = (tries: readonly Try[]): ((word: WordBits) => readonly Try[]) => {
  const met = new WeakMap<WordBits, readonly Try[]>();
  return word => {
    const known = met.get(word);
    if (known) return known;
    const fresh = tries.filter(({ compiled }) => isTrigger(compiled.trigger, word));
    met.set(word, fresh);
    return fresh;
  };
};

type SentencesOf = (condition: Conditioned) => ReadonlySet<number>;

/** The sentences in which a condition is met, read once a text: many rules share their conditions. */
const rememberSentences = (words: Words, bits: readonly WordBits[]): SentencesOf => {
  const met = new Map<Conditioned, ReadonlySet<number>>();
  return condition => {
    const known = met.get(condition);
    if (known) return known;
    const sentences = new Set<number>();
    for (const pattern of condition.patterns)
      for (const [at, word] of bits.entries())
        if (isTrigger(pattern.trigger, word) && tryAt(pattern, bits, at))
          sentences.add(words.sentences[at] ?? 0);
    met.set(condition, sentences);
    return sentences;
  };
};

const keep = (
  conditions: readonly Conditioned[],
  found: readonly Match[],
  sentencesOf: SentencesOf,
): readonly Match[] => {
  const now = conditions.find(({ kind }) => kind === 'now');
  let matches = found;
  for (const condition of conditions) {
    if (matches.length === 0) return matches;
    if (condition.kind === 'now') continue;
    const sentences = sentencesOf(condition);
    matches = matches.filter(({ sentence }) => {
      switch (condition.kind) {
        case 'and':
          return sentences.has(sentence);
        case 'with':
          return sentences.size > 0;
        case 'unless':
          return !sentences.has(sentence);
        case 'never':
          return sentences.size === 0;
        case 'past':
          return !sentences.has(sentence) || (now !== undefined && sentencesOf(now).has(sentence));
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
    const from = list[start] === border ? start + 1 : start;
    const to = list[end - 1] === border ? end - 2 : end - 1;
    const first = tokens[from];
    const last = tokens[to];
    if (first === undefined || last === undefined || last < first) return [];
    const span = { start: document.starts[first] ?? 0, end: document.ends[last] ?? 0 };
    return first < document.titleTokens ? [{ ...span, in: 'title' as const }] : [span];
  });
