import { z } from 'zod';
import { fingerprint } from '../text/hash.ts';
import {
  check,
  indexRules,
  phrasesOf,
  PolicyError,
  readToml,
  ruleOf,
  ruleSchema,
} from './parse-policy.ts';
import { lexiconOf, vocabularyOf } from './lexicon.ts';
import type { Vocabulary } from './lexicon.ts';
import type { Loosened, Policy, Rule } from './policy.ts';
import { wordKinds } from './word-kinds.ts';

/** What a practice may say of a shipped rule. */
const change = z.strictObject({
  rule: z.string(),
  severity: z.enum(['block', 'warn', 'off']).optional(),
  /** Why it may be loosened; without it, loosening is refused. */
  because: z.string().trim().min(10).optional(),
  /** More to look for. */
  match: z.array(z.string().trim().min(1)).default([]),
});

const practiceFile = z.strictObject({
  /** Word lists of its own, for its own rules; `@name` there. */
  words: z.record(z.string(), z.array(z.string().trim().min(1)).min(1)).default({}),
  rule: z.array(ruleSchema.extend({ version: z.number().int().positive().default(1) })).default([]),
  change: z.array(change).default([]),
});

const weight = { block: 2, warn: 1, off: 0 } as const;

/**
 * A practice's own policy on top of the shipped one: it adds rules and phrases and may tighten. It loosens a shipped
 * rule only with a written reason, which is then shown beside the findings. Throws `PolicyError` with one sentence.
 */
export const parsePracticePolicy = (text: string, shipped: Policy, name = 'policy'): Policy => {
  const file = readToml(name, text, practiceFile);
  const vocabulary = withOwnWords(shipped.vocabulary, file.words, name);
  const own = file.rule.map(rule => ruleOf(name, rule, true));
  for (const { id } of own)
    if (shipped.rules.some(rule => rule.id === id))
      throw new PolicyError(
        `${name}: the rule "${id}" is shipped; give yours another id, or write [[change]] with rule = "${id}".`,
      );
  const loosened: Loosened[] = [];
  let rules: readonly Rule[] = [...shipped.rules, ...own];
  for (const one of file.change) {
    const rule = shipped.rules.find(({ id }) => id === one.rule);
    if (!rule) throw new PolicyError(`${name}: there is no rule "${one.rule}" to change.`);
    const { severity = rule.severity, because } = one;
    if (weight[severity] < weight[rule.severity]) {
      if (because === undefined)
        throw new PolicyError(
          `${name}: "${rule.id}" is shipped as ${rule.severity} and cannot become ${severity} without because = "…".`,
        );
      loosened.push({ rule: rule.id, reason: because });
    }
    const patterns =
      one.match.length === 0
        ? rule.patterns
        : [
            ...rule.patterns,
            { phrases: phrasesOf(name, one.match), when: [], unless: [], firm: true },
          ];
    rules = rules.flatMap(old => {
      if (old.id !== rule.id) return [old];
      return severity === 'off' ? [] : [{ ...old, severity, patterns }];
    });
  }
  const version = `${shipped.version}+${fingerprint(text).slice(0, 8)}`;
  const policy: Policy = {
    ...shipped,
    rules,
    vocabulary,
    index: indexRules(rules, vocabulary),
    loosened,
    version,
  };
  check(policy);
  return policy;
};

/** A shipped list may also say what is harmless, so a practice adds lists and changes none. */
const withOwnWords = (
  shipped: Vocabulary,
  words: Readonly<Record<string, readonly string[]>>,
  file: string,
): Vocabulary => {
  const lexicons = new Map(shipped.lexicons);
  for (const [name, list] of Object.entries(words)) {
    if (lexicons.has(name) || wordKinds.has(name))
      throw new PolicyError(
        `${file}: the word list "${name}" is shipped; give yours another name.`,
      );
    lexicons.set(name, lexiconOf(phrasesOf(file, list)));
  }
  return lexicons.size === shipped.lexicons.size ? shipped : vocabularyOf(lexicons);
};
