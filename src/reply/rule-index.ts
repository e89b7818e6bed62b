import type { Pattern, Rule } from './policy.ts';
import type { Phrase, Step } from './phrase.ts';

export type Entry = { readonly rule: Rule; readonly pattern: Pattern; readonly phrase: Phrase };

/** All phrases of all rules, sorted by how they begin, so that a token is held only against those that it can start. */
export type RuleIndex = {
  readonly byWord: ReadonlyMap<string, readonly Entry[]>;
  readonly byClass: ReadonlyMap<string, readonly Entry[]>;
  readonly others: readonly Entry[];
};

/** Sorts the phrases of the rules by their first step. */
export const indexOf = (rules: readonly Rule[]): RuleIndex => {
  const byWord = new Map<string, Entry[]>();
  const byClass = new Map<string, Entry[]>();
  const others: Entry[] = [];
  for (const rule of rules)
    for (const pattern of rule.patterns)
      for (const phrase of pattern.phrases) {
        const entry = { rule, pattern, phrase };
        const firsts = firstsOf(phrase[0]);
        if (!firsts) others.push(entry);
        for (const first of firsts ?? [])
          if (first.kind === 'word') append(byWord, first.text, entry);
          else append(byClass, first.name, entry);
      }
  return { byWord, byClass, others };
};

type First = Extract<Step, { kind: 'word' | 'class' }>;

const firstsOf = (step: Step | undefined): readonly First[] | undefined => {
  if (step?.kind === 'word' || step?.kind === 'class') return [step];
  if (step?.kind !== 'either') return undefined;
  const plain = step.of.filter(one => one.kind === 'word' || one.kind === 'class');
  return plain.length === step.of.length ? plain : undefined;
};

const append = (map: Map<string, Entry[]>, key: string, entry: Entry): void => {
  const list = map.get(key);
  if (list) list.push(entry);
  else map.set(key, [entry]);
};
