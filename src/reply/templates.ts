import { z } from 'zod';
import type { Practice } from '../core/practice.ts';
import { flagKinds, topicIds } from '../core/verdict.ts';
import type { FlagKind, TopicId } from '../core/verdict.ts';
import { readToml } from './parse-policy.ts';

/** A reply to start from; `{{phone}}` and the like are filled from the practice's profile. */
export type Template = {
  readonly id: string;
  readonly title: string;
  /** The flags it answers; none: warm words and what carries no flag. */
  readonly flags: readonly FlagKind[];
  /** The topics it suits; none: any. */
  readonly topics: readonly TopicId[];
  /** Fixed wording is shown alone and cannot be edited. */
  readonly fixed: boolean;
  readonly text: string;
};

const file = z.strictObject({
  template: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z][a-z0-9-]*$/),
      title: z.string().min(1),
      flags: z.array(z.enum(flagKinds)).default([]),
      topics: z.array(z.enum(topicIds)).default([]),
      fixed: z.boolean().default(false),
      text: z.string().trim().min(1),
    }),
  ),
});

/** Reads templates from TOML; throws `PolicyError` with one sentence when they are not well formed. */
export const parseTemplates = (text: string): readonly Template[] =>
  readToml('templates', text, file).template;

/**
 * The templates for a mention, best first. What is urgent gets the fixed wording and nothing else; among the others the
 * gravest flag counts most, then the topics.
 */
export const templatesFor = (
  templates: readonly Template[],
  flags: readonly FlagKind[],
  topics: readonly TopicId[],
): readonly Template[] => {
  if (flags.includes('urgent')) return templates.filter(one => one.flags.includes('urgent'));
  const score = (one: Template) => {
    const flag = flagKinds.findIndex(kind => flags.includes(kind) && one.flags.includes(kind));
    const fitsFlags = flags.length === 0 ? one.flags.length === 0 : flag !== -1;
    const topic = one.topics.some(id => topics.includes(id));
    if (!fitsFlags || (one.topics.length > 0 && !topic)) return -1;
    return (topic ? 1 : 0) + (flagKinds.length - Math.max(flag, 0)) * 2;
  };
  return templates
    .map(one => ({ one, score: score(one) }))
    .filter(({ score }) => score >= 0)
    .toSorted((a, b) => b.score - a.score)
    .map(({ one }) => one);
};

/** Fills the blanks that the practice's profile can fill; the others stay, and screening blocks them. */
export const fill = (
  { text }: Pick<Template, 'text'>,
  practice: Practice | undefined,
  more: Readonly<Record<string, string>> = {},
): string => {
  const known: Readonly<Record<string, string | undefined>> = {
    practice: practice?.name,
    place: practice?.place,
    phone: practice?.phone,
    email: practice?.email,
    website: practice?.website,
    ...more,
  };
  return text.replace(/\{\{\s*([a-z]{1,20})\s*\}\}/g, (blank, name: string) =>
    Object.hasOwn(known, name) ? (known[name] ?? blank) : blank,
  );
};
