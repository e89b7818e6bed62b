import { z } from 'zod';
import { mentionKinds } from '../core/mention.ts';
import { followUps } from '../core/reply-step.ts';
import { buckets, flagKinds, sentiments, stances, topicIds } from '../core/verdict.ts';

/** The shapes that files must have; what does not fit is reported and left out, never trusted. */
const span = z.object({ start: z.number(), end: z.number(), in: z.literal('title').optional() });
const evidence = z.array(span);
const moment = z.iso.datetime();

const verdict = z.object({
  sentiment: z.object({
    label: z.enum(sentiments),
    score: z.number(),
    confidence: z.number(),
    evidence,
  }),
  topics: z.array(
    z.object({
      id: z.enum(topicIds),
      confidence: z.number(),
      sentiment: z.enum(sentiments),
      evidence,
    }),
  ),
  flags: z.array(
    z.object({
      kind: z.enum(flagKinds),
      confidence: z.number(),
      reason: z.string(),
      evidence,
      match: z.enum(['confirmed', 'suggested']).optional(),
      claim: z.string().optional(),
      stance: z.enum(stances).optional(),
    }),
  ),
  aboutPractice: z.boolean(),
  priority: z.object({ score: z.number(), reasons: z.array(z.string()) }),
  suggestion: z.object({ bucket: z.enum(buckets), reason: z.string() }),
  language: z.string().optional(),
  unread: z.string().optional(),
  version: z.string(),
});

const mention = z.object({
  id: z.string(),
  source: z.string(),
  kind: z.enum(mentionKinds),
  url: z.string().optional(),
  title: z.string().optional(),
  text: z.string(),
  author: z.string().optional(),
  publisher: z.string().optional(),
  rating: z.number().optional(),
  language: z.string().optional(),
  publishedAt: z.string(),
  seenAt: z.string(),
  editedAt: z.string().optional(),
  alsoIn: z.array(z.object({ source: z.string(), url: z.string().optional() })),
});

const folded = z.object({
  mention,
  verdict,
  keys: z.array(z.string()).min(1),
  words: z.string(),
});
export const heldSchema = folded.extend({ folded: z.array(folded).optional() });

const state = z.object({
  id: z.string(),
  health: z.enum(['fresh', 'stale', 'blocked', 'failed']),
  why: z.string().optional(),
  checkedAt: z.string(),
  succeededAt: z.string().optional(),
  newestAt: z.string().optional(),
  nextAt: z.string().optional(),
  etag: z.string().optional(),
  lastModified: z.string().optional(),
  movedTo: z.string().optional(),
  failures: z.number(),
  entries: z.number(),
  seeded: z.boolean(),
  cursor: z.string().optional(),
});
export const statesSchema = z.array(z.looseObject(state.shape));

const correction = z.discriminatedUnion('label', [
  z.object({ label: z.literal('sentiment'), value: z.enum(sentiments) }),
  z.object({ label: z.literal('flag'), flag: z.enum(flagKinds), value: z.boolean() }),
  z.object({ label: z.literal('topic'), topic: z.enum(topicIds), value: z.boolean() }),
  z.object({ label: z.literal('about'), value: z.boolean() }),
]);

const made = { id: z.string(), at: moment, by: z.string() };
const about = { ...made, mentions: z.array(z.string()) };
const screened = z.object({
  outcome: z.enum(['block', 'warn', 'pass']),
  rules: z.array(z.string()),
  policy: z.string(),
});

const draft = z.string();
const replyStep = z.discriminatedUnion('step', [
  z.object({
    step: z.literal('draft'),
    text: z.string(),
    template: z.string().optional(),
    screened,
  }),
  z.object({
    step: z.literal('approve'),
    draft,
    screened,
    models: z.string(),
    override: z.string().optional(),
  }),
  z.object({ step: z.literal('copy'), draft }),
  z.object({ step: z.literal('post'), draft, url: z.string() }),
  z.object({ step: z.literal('withdraw'), draft, reason: z.string().optional() }),
  z.object({
    step: z.literal('follow-up'),
    state: z.enum(followUps),
    note: z.string().optional(),
  }),
]);

export const actSchema = z.discriminatedUnion('kind', [
  z.object({
    ...about,
    kind: z.literal('decide'),
    bucket: z.enum(buckets),
    note: z.string().optional(),
  }),
  z.object({ ...about, kind: z.literal('reopen') }),
  z.object({ ...about, kind: z.literal('note'), text: z.string() }),
  z.object({ ...about, kind: z.literal('snooze'), until: moment }),
  z.object({ ...about, kind: z.literal('correct'), corrections: z.array(correction) }),
  z.object({ ...about, kind: z.literal('reply'), step: replyStep }),
  z.object({ ...made, kind: z.literal('forget'), mentions: z.tuple([]) }),
  z.object({ ...made, kind: z.literal('undo'), act: z.string() }),
  z.object({ ...about, kind: z.literal('purge'), prints: z.array(z.string()), reason: z.string() }),
]);
