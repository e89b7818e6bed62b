import { parse } from 'smol-toml';
import { z } from 'zod';
import { fingerprint } from '../text/hash.ts';
import { lexiconOf, vocabularyOf } from './lexicon.ts';
import type { Vocabulary } from './lexicon.ts';
import { classesIn, parsePhrase } from './phrase.ts';
import type { Phrase } from './phrase.ts';
import { wordKinds } from './word-kinds.ts';
import type { Cause, Policy, Rule } from './policy.ts';
import { indexOf } from './phrase-index.ts';
import type { PhraseIndex } from './phrase-index.ts';

const phrases = z.array(z.string().trim().min(1)).min(1);
const names = z.array(z.string()).default([]);

const pattern = z.strictObject({
  /** What this pattern is about; for readers of the file. */
  about: z.string().optional(),
  match: phrases,
  when: names,
  unless: names,
});

export const ruleSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]*$/),
  severity: z.enum(['block', 'warn']),
  reason: z.string().min(1),
  source: z.string().min(1),
  version: z.number().int().positive(),
  remedy: z.string().min(1),
  say: z.string().min(1),
  pattern: z.array(pattern).default([]),
});

const policyFile = z.strictObject({
  words: z.record(z.string(), phrases).default({}),
  frame: z.record(z.string(), phrases).default({}),
  rule: z.array(ruleSchema).default([]),
});

/** A policy that cannot be used, with one sentence that says where and why. */
export class PolicyError extends Error {
  override readonly name = 'PolicyError';
}

/** Reads the shipped policy, TOML file by file; throws `PolicyError` when it is not well formed. */
export const readPolicy = (files: readonly { name: string; text: string }[]): Policy => {
  const words = new Map<string, readonly Phrase[]>();
  const frames = new Map<string, readonly Phrase[]>();
  const rules: Rule[] = [];
  for (const { name, text } of files) {
    const file = readToml(name, text, policyFile);
    for (const [id, list] of Object.entries(file.words)) words.set(id, phrasesOf(name, list));
    for (const [id, list] of Object.entries(file.frame)) frames.set(id, phrasesOf(name, list));
    for (const rule of file.rule) rules.push(ruleOf(name, rule, false));
  }
  const version = fingerprint(files.map(file => file.text).join('\n')).slice(0, 8);
  const lexicons = new Map([...words].map(([id, list]) => [id, lexiconOf(list)]));
  const framed = [...frames].flatMap(([of, list]) => list.map(phrase => ({ phrase, of })));
  const vocabulary = vocabularyOf(lexicons);
  const policy: Policy = {
    rules,
    index: indexRules(rules, vocabulary),
    vocabulary,
    frames: new Set(frames.keys()),
    frameIndex: indexOf(framed, vocabulary),
    loosened: [],
    version,
  };
  check(policy, [...words.values(), ...frames.values()].flat());
  return policy;
};

/** All phrases of all rules, by how they begin. */
export const indexRules = (rules: readonly Rule[], vocabulary: Vocabulary): PhraseIndex<Cause> =>
  indexOf(
    rules.flatMap(rule =>
      rule.patterns.flatMap(pattern =>
        pattern.phrases.map(phrase => ({ phrase, of: { rule, pattern } })),
      ),
    ),
    vocabulary,
  );

/** Reads TOML text against a schema; what is wrong comes back as a `PolicyError`. */
export const readToml = <T>(name: string, text: string, schema: z.ZodType<T>): T => {
  let raw: unknown;
  try {
    raw = parse(text);
  } catch (error) {
    throw new PolicyError(`${name} is not valid TOML: ${String(error)}`, { cause: error });
  }
  const read = schema.safeParse(raw);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new PolicyError(`${name}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'unusable'}`);
};

/** A rule as the file has it, with its phrases read. */
export const ruleOf = (
  file: string,
  { pattern, ...rule }: z.infer<typeof ruleSchema>,
  firm: boolean,
): Rule => ({
  ...rule,
  patterns: pattern.map(({ match, when, unless }) => ({
    phrases: phrasesOf(file, match),
    when,
    unless,
    firm,
  })),
});

/** Reads phrases; a `PolicyError` names the file when one is not well formed. */
export const phrasesOf = (file: string, written: readonly string[]): readonly Phrase[] =>
  written.map(one => {
    try {
      return parsePhrase(one);
    } catch (error) {
      throw new PolicyError(`${file}: ${error instanceof Error ? error.message : ''}`, {
        cause: error,
      });
    }
  });

/** Every class and frame that is named must exist: a misspelt one would silently find nothing. */
export const check = (policy: Policy, others: readonly Phrase[] = []): void => {
  const patterns = policy.rules.flatMap(rule => rule.patterns);
  for (const phrase of [...others, ...patterns.flatMap(one => one.phrases)])
    for (const name of classesIn(phrase))
      if (!policy.vocabulary.classes.has(name) && !wordKinds.has(name))
        throw new PolicyError(`The policy names the word list "@${name}", which does not exist.`);
  for (const frame of patterns.flatMap(one => [...one.when, ...one.unless]))
    if (!policy.frames.has(frame))
      throw new PolicyError(`The policy names the frame "${frame}", which does not exist.`);
};
