import type { Span } from '../core/verdict.ts';
import { condition, readConditions } from './conditions.ts';
import type { AreMet, Conditioned, Sentences } from './conditions.ts';
import { rememberTokens } from './dictionary.ts';
import type { Document } from './document.ts';
import type { Lexicon, Rule } from './lexicon.ts';
import { areHeld, compile, isTrigger, tryAt } from './matcher.ts';
import type { Compiled, Found } from './matcher.ts';
import type { Program } from './program.ts';
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
  const compiler: Compiler = {
    vocabulary: createVocabulary(),
    program: { code: [], least: [], most: [] },
    conditions: new Map(),
  };
  const rules = lexicons.flatMap(lexicon =>
    lexicon.rules.map(rule => prepare(rule, lexicon, compiler)),
  );
  const { program, conditions } = compiler;
  const tries = rules.flatMap((rule, index) =>
    rule.patterns.map(compiled => ({ compiled, index })),
  );
  const read = compiler.vocabulary.reader();
  const known = (token: string): Known | false => {
    const word = read(token);
    if (word === false) return false;
    return { ...word, tries: tries.filter(({ compiled }) => isTrigger(compiled.trigger, word)) };
  };
  const edge = known(border);
  const remembered = rememberTokens(known);
  const room: Uint32Array[] = [];

  return document => {
    if (edge === false) return [];
    const text = gather(readWords(document, remembered(document), edge), room);
    const found = search(text, program);
    if (found.size === 0) return [];
    const areMet = readConditions(text, program, conditions.size);
    const hits: Hit[] = [];
    for (const index of [...found.keys()].sort((a, b) => a - b)) {
      const rule = rules[index];
      const kept = rule ? keep(rule.conditions, found.get(index) ?? [], areMet) : [];
      if (rule && kept.length > 0)
        hits.push({
          rule: rule.rule,
          evidence: kept.flatMap(match => spanOf(match, text, document)),
        });
    }
    return hits;
  };
};

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

type Try = { readonly compiled: Compiled; readonly index: number };

/** A word with the patterns that are tried where it stands. */
type Known = WordBits & { readonly tries: readonly Try[] };

/** Adds the classes of all words of each sentence, from its border to the next, both with them; `room` serves every text. */
const gather = (words: Words<Known>, room: Uint32Array[]): Sentences<Known> => {
  const { list, borders } = words;
  const length = list[0]?.bits.length ?? 0;
  for (let sentence = 0; sentence < borders.length; sentence++) {
    const held = (room[sentence] ??= new Uint32Array(length)).fill(0);
    const last = borders[sentence + 1] ?? list.length - 1;
    for (let at = borders[sentence] as number; at <= last; at++) {
      const { bits } = list[at] as Known;
      for (let index = 0; index < length; index++)
        held[index] = (held[index] as number) | (bits[index] as number);
    }
  }
  return { ...words, held: room };
};

type Match = Found & { readonly sentence: number };

/** The matches of each rule, by the rule's index. */
const search = (
  { list, borders, held }: Sentences<Known>,
  program: Program,
): ReadonlyMap<number, Match[]> => {
  const found = new Map<number, Match[]>();
  let sentence = -1;
  for (let at = 0; at < list.length; at++) {
    // The border before a sentence belongs to it; a match that begins there does too.
    if (at === borders[sentence + 1]) sentence++;
    const { tries } = list[at] as Known;
    const here = held[sentence];
    if (tries.length === 0 || here === undefined) continue;
    for (const { compiled, index } of tries) {
      if (!areHeld(compiled.needs, here)) continue;
      const match = tryAt(compiled, program, list, at);
      if (match === undefined) continue;
      const matches = found.get(index);
      if (matches) matches.push({ ...match, sentence });
      else found.set(index, [{ ...match, sentence }]);
    }
  }
  return found;
};

/** More than a few spans help nobody. */
const mostKept = 4;

const keep = (
  conditions: readonly Conditioned[],
  matches: readonly Match[],
  areMet: AreMet,
): readonly Match[] => {
  const kept: Match[] = [];
  for (const match of matches) {
    if (!areMet(conditions, match.sentence)) continue;
    kept.push(match);
    if (kept.length === mostKept) break;
  }
  return kept;
};

const spanOf = (
  { start, end }: Match,
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
