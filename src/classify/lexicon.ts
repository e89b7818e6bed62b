import { parsePattern } from './pattern.ts';
import type { Pattern, Sets } from './pattern.ts';

const kinds = ['and', 'with', 'unless', 'never', 'past', 'now'] as const;

/** A condition of a rule: one of these patterns, in the same sentence or anywhere in the text. */
export type Condition = {
  readonly kind: (typeof kinds)[number];
  readonly patterns: readonly string[];
};

/** What one rule of a lexicon looks for, and what it says when it is found. */
export type Rule = {
  readonly lexicon: string;
  readonly id: string;
  /** 0 to 1: how often it is right when it speaks. */
  readonly confidence: number;
  /** One short phrase for a person. */
  readonly says: string;
  readonly patterns: readonly string[];
  readonly conditions: readonly Condition[];
  /** Not in reviews, which tell and ask only for effect. */
  readonly notInReviews: boolean;
};

export type Lexicon = {
  readonly rules: readonly Rule[];
  readonly patterns: ReadonlyMap<string, Pattern>;
};

/**
 * Reads a lexicon. Lines: `set @name = pattern`, `rule id 0.9 what it says`, then its patterns one a line, and
 * `and` / `with` / `unless` / `never` with a pattern: `and` and `unless` look in the same sentence, `with` and
 * `never` in the whole text; `past` is an `unless` that does not count where a `now` stands in the sentence. A line `all unless pattern` holds for every rule
 * below it; `not in reviews` keeps a rule to comments, posts and questions. `#:` begins a comment.
 */
export const readLexicon = (
  name: string,
  source: string,
  shared: Sets = new Map(),
): Lexicon & { sets: Sets } => {
  const reader: Reader = { name, sets: new Map(shared), rules: [], patterns: new Map(), all: [] };
  for (const [index, line] of source.split('\n').entries()) {
    const text = line.replace(/\s*#:.*$/, '').trim();
    if (text === '') continue;
    try {
      readLine(text, reader);
    } catch (error) {
      throw new Error(`lexicon ${name}, line ${index + 1}`, { cause: error });
    }
  }
  return { rules: reader.rules.map(finish), patterns: reader.patterns, sets: reader.sets };
};

type Draft = Omit<Rule, 'patterns' | 'conditions' | 'notInReviews'> & {
  notInReviews: boolean;
  patterns: string[];
  conditions: Condition[];
};

type Reader = {
  readonly name: string;
  readonly sets: Map<string, Pattern>;
  readonly rules: Draft[];
  readonly patterns: Map<string, Pattern>;
  readonly all: Condition[];
};

const readLine = (text: string, reader: Reader): void => {
  const [, name, value] = /^set (@[\w-]+) = (.+)$/.exec(text) ?? [];
  if (name !== undefined && value !== undefined) {
    const before = reader.sets.get(name);
    const parsed = parsePattern(value, reader.sets);
    reader.sets.set(name, before ? [{ kind: 'either', ways: [before, parsed] }] : parsed);
    return;
  }
  const [, id, confidence, says] = /^rule (\S+) ([\d.]+) (.+)$/.exec(text) ?? [];
  if (id !== undefined && says !== undefined) {
    const { name: lexicon, all } = reader;
    const rule = {
      lexicon,
      id,
      confidence: Number(confidence),
      says,
      patterns: [],
      conditions: [...all],
      notInReviews: false,
    };
    reader.rules.push(rule);
    return;
  }
  if (text === 'not in reviews') {
    const rule = reader.rules.at(-1);
    if (rule) rule.notInReviews = true;
    return;
  }
  const [, every, kind, condition] =
    /^(all )?(and|with|unless|never|past|now) (.+)$/.exec(text) ?? [];
  if (condition !== undefined) {
    reader.patterns.set(condition, parsePattern(condition, reader.sets));
    const target = every === undefined ? reader.rules.at(-1)?.conditions : reader.all;
    target?.push({ kind: kind as Condition['kind'], patterns: [condition] });
    return;
  }
  reader.patterns.set(text, parsePattern(text, reader.sets));
  const rule = reader.rules.at(-1);
  if (rule === undefined) throw new Error(`a pattern before the first rule: ${text}`);
  rule.patterns.push(text);
};

/** Every `and` and `with` must hold; of the others one is enough, so they are read together. */
const finish = (rule: Draft): Rule => {
  const conditions = kinds.flatMap((kind): Condition[] => {
    const own = rule.conditions.filter(one => one.kind === kind);
    if (kind === 'and' || kind === 'with') return own;
    const patterns = own.flatMap(one => one.patterns);
    return patterns.length > 0 ? [{ kind, patterns }] : [];
  });
  return { ...rule, conditions };
};
