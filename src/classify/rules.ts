import type { Span } from '../core/verdict.ts';
import { condition, readConditions } from './conditions.ts';
import type { Conditioned, Sentences } from './conditions.ts';
import { rememberTokens } from './dictionary.ts';
import type { Document } from './document.ts';
import type { Lexicon, Rule } from './lexicon.ts';
import { areHeld, compile, tryAt } from './matcher.ts';
import type { Compiled, Found } from './matcher.ts';
import type { Program } from './program.ts';
import { border, createVocabulary, isHeld } from './vocabulary.ts';
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
  const compiler: Compiler = {
    vocabulary: createVocabulary(),
    program: { code: [], least: [], most: [] },
    conditions: new Map(),
  };
  const rules = lexicons.flatMap(lexicon =>
    lexicon.rules.map(rule => prepare(rule, lexicon, compiler)),
  );
  const { program, conditions } = compiler;
  const triesAt = indexTries(rules);
  const read = compiler.vocabulary.reader();
  const known = (token: string): Known | false => {
    const word = read(token);
    if (word === false) return false;
    const tries = triesAt(word);
    const needs = Int32Array.from(tries, ({ compiled }) => compiled.needs[0] ?? -1);
    return { ...word, tries, needs, rows: [...new Set(word.classes.map(one => one >> 5))] };
  };
  const edge = known(border);
  const remembered = rememberTokens(known);
  const room: Uint32Array[] = [];

  return document => {
    if (edge === false) return [];
    const words = remembered(document);
    if (edge.tries.length === 0 && !document.numbers.some(number => isTried(words[number])))
      return [];
    const text = gather(readWords(document, words, edge), room);
    const found = search(text, program, rules, conditions.size);
    return [...found]
      .sort(([a], [b]) => a - b)
      .flatMap(([index, matches]) => {
        const rule = rules[index]?.rule;
        const evidence = matches.flatMap(match => spanOf(match, text, document));
        return rule ? [{ rule, evidence }] : [];
      });
  };
};

const isTried = (word: Known | false | undefined): boolean =>
  word !== undefined && word !== false && word.tries.length > 0;

type Compiler = {
  readonly vocabulary: Vocabulary;
  readonly program: Program;
  readonly conditions: Map<string, Conditioned>;
};

type Prepared = {
  readonly rule: Rule;
  readonly patterns: readonly Compiled[];
  readonly conditions: readonly Conditioned[];
};

const prepare = (rule: Rule, { patterns }: Lexicon, compiler: Compiler): Prepared => {
  const { vocabulary, program, conditions } = compiler;
  const ready = (source: string) =>
    compile(patterns.get(source) ?? [], vocabulary, program, `${rule.lexicon}: ${source}`);
  return {
    rule,
    patterns: rule.patterns.map(ready),
    conditions: rule.conditions.map(({ kind, patterns: sources }) => {
      const key = `${rule.lexicon} ${kind} ${sources.join('\n')}`;
      const held = conditions.get(key);
      if (held !== undefined) return held;
      const fresh = condition(kind, conditions.size, sources.map(ready), vocabulary);
      conditions.set(key, fresh);
      return fresh;
    }),
  };
};

type Try = { readonly compiled: Compiled; readonly index: number; readonly order: number };

/** A word with the patterns that are tried where it stands. */
type Known = WordBits & {
  readonly tries: readonly Try[];
  /** The first class that each of them needs; -1 for none. */
  readonly needs: Int32Array;
  /** Where its bits are not zero. */
  readonly rows: readonly number[];
};

/** The patterns that are tried at a word, in the order of their rules. */
const indexTries = (rules: readonly Prepared[]): ((word: WordBits) => readonly Try[]) => {
  const byClass = new Map<number, Try[]>();
  const atNumbers: Try[] = [];
  let order = 0;
  for (const [index, { patterns }] of rules.entries())
    for (const compiled of patterns) {
      const one = { compiled, index, order: order++ };
      const { words, number } = compiled.trigger;
      if (number) atNumbers.push(one);
      if (words === undefined) continue;
      const held = byClass.get(words);
      if (held) held.push(one);
      else byClass.set(words, [one]);
    }
  return word => {
    const tries = new Set(word.classes.flatMap(one => byClass.get(one) ?? []));
    if (word.value >= 0) for (const one of atNumbers) tries.add(one);
    return [...tries].sort((a, b) => a.order - b.order);
  };
};

/** Adds the classes of all words of each sentence, from its border to the next, both with them; `room` serves every text. */
const gather = (words: Words<Known>, room: Uint32Array[]): Sentences<Known> => {
  const { list, borders } = words;
  const length = list[0]?.bits.length ?? 0;
  for (let sentence = 0; sentence < borders.length; sentence++) {
    const held = (room[sentence] ??= new Uint32Array(length)).fill(0);
    const last = borders[sentence + 1] ?? list.length - 1;
    for (let at = borders[sentence] as number; at <= last; at++) {
      const { bits, rows } = list[at] as Known;
      for (const row of rows) held[row] = (held[row] as number) | (bits[row] as number);
    }
  }
  return { ...words, held: room };
};

/** More than a few spans help nobody. */
const mostKept = 4;

/** The first matches of each rule of which the conditions hold, by the rule's index. */
const search = (
  text: Sentences<Known>,
  program: Program,
  rules: readonly Prepared[],
  conditions: number,
): ReadonlyMap<number, readonly Found[]> => {
  const { list, borders, held } = text;
  const found = new Map<number, Found[]>();
  const areMet = readConditions(text, program, conditions);
  /** The sentence, from 1, in which a rule was refused, or all of them: nothing of it need be tried there. */
  const done = new Uint16Array(rules.length);
  let sentence = -1;
  for (let at = 0; at < list.length; at++) {
    // The border before a sentence belongs to it; a match that begins there does too.
    if (at === borders[sentence + 1]) sentence++;
    const { tries, needs } = list[at] as Known;
    const here = held[sentence];
    if (here === undefined) continue;
    for (let one = 0; one < needs.length; one++) {
      const need = needs[one] as number;
      if (need >= 0 && !isHeld(here, need)) continue;
      const { compiled, index } = tries[one] as Try;
      const until = done[index] as number;
      if (until === sentence + 1 || until === everywhere) continue;
      if (compiled.needs.length > 1 && !areHeld(compiled.needs, here)) continue;
      const match = tryAt(compiled, program, list, at);
      if (match === undefined) continue;
      if (!areMet((rules[index] as Prepared).conditions, sentence)) {
        done[index] = sentence + 1;
        continue;
      }
      const matches = found.get(index);
      if (matches === undefined) found.set(index, [match]);
      else if (matches.push(match) === mostKept) done[index] = everywhere;
    }
  }
  return found;
};

const everywhere = 0xffff;

const spanOf = (
  { start, end }: Found,
  { list, tokens }: Words,
  document: Document,
): readonly Span[] => {
  const from = list[start]?.isBorder ? start + 1 : start;
  const to = list[end - 1]?.isBorder ? end - 2 : end - 1;
  const first = tokens[from];
  const last = tokens[to];
  if (first === undefined || last === undefined || last < first) return [];
  const span = { start: document.starts[first] ?? 0, end: document.ends[last] ?? 0 };
  return first < document.titleTokens ? [{ ...span, in: 'title' as const }] : [span];
};
