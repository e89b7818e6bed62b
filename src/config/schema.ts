import * as z from 'zod';
import { parseHours } from '../core/hours.ts';
import { mentionKinds } from '../core/mention.ts';
import { parseSpan } from '../core/moment.ts';
import { parseQuery } from '../core/query-parse.ts';
import { ruleActions } from '../core/rules.ts';
import { healthTopics } from '../core/topic-searches.ts';

const text = z.string().trim().min(1, 'must not be empty');

const asSpan = 'must be a time span like "30m", "2h" or "7d"';

const spanOf = (leastMs: number) =>
  z.string(asSpan).transform((written, context) => {
    const ms = parseSpan(written);
    if (ms !== undefined && ms >= leastMs) return ms;
    const least = ms === undefined ? '' : ', of a second at least';
    context.addIssue({ code: 'custom', message: `${asSpan}${least}` });
    return z.NEVER;
  });

const span = (preset: string) => spanOf(1000).prefault(preset);

const isTimezone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name }).format();
    return true;
  } catch {
    return false;
  }
};

const asDate = 'must be a date like "2026-12-25"';

const isDate = (written: string): boolean => {
  const at = new Date(`${written}T00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === written;
};

const practice = z.strictObject({
  name: text.describe('what the practice is called'),
  aliases: z.array(text).default([]).describe('other names people use for it'),
  clinicians: z.array(text).default([]).describe('who works there, as patients write it'),
  place: text.optional().describe('town and state, to tell namesakes elsewhere apart'),
  phone: text.optional().describe('the number that replies refer people to'),
  email: text.optional().describe('the address that replies may refer people to'),
  website: text.optional().describe('also sent to servers as a contact in the User-Agent'),
  topics: z
    .array(z.enum(healthTopics))
    .optional()
    .describe('health subjects you follow, for "listen sources suggest"'),
});

const office = z.strictObject({
  hours: text
    .default('Mon-Fri 08:00-17:00')
    .refine(
      written => parseHours(written).ok,
      'must be like "Mon-Fri 08:00-17:00, Sat 09:00-12:00"',
    )
    .describe('when the office is open'),
  timezone: text
    .default('America/New_York')
    .refine(isTimezone, 'must be an IANA time zone like America/New_York')
    .describe('IANA time zone of the hours'),
  holidays: z
    .array(z.string(asDate).refine(isDate, asDate))
    .default([])
    .describe('dates on which the office is closed'),
  minutes_per_week: z
    .number()
    .positive('must be more than 0')
    .default(240)
    .describe('how much time a week replies may take'),
});

const reply = z.strictObject({
  approvers: z
    .array(text)
    .default([])
    .describe('who may override screening; then never the author of the draft'),
  cool_off: span('2h').describe('how long the author of an answer to a negative waits'),
  policy: text.optional().describe('your own screening rules, a TOML file relative to this file'),
});

const kept = (what: string) =>
  spanOf(1000)
    .optional()
    .describe(`how long "listen purge --retention" leaves ${what}; for ever when left out`);

const retention = z.strictObject({
  inbox: kept('undecided mentions'),
  reply: kept('mentions to reply to, after the decision'),
  refer: kept('mentions referred to the office, after the decision'),
  ignore: kept('ignored mentions, after the decision'),
});

const notify = z.strictObject({
  command: z
    .array(text)
    .min(1, 'must name a program')
    .optional()
    .describe('a program and its arguments, run on an alert with JSON on its standard input'),
  desktop: z
    .boolean()
    .default(false)
    .describe('true shows alerts on the desktop (notify-send or osascript)'),
});

const network = z.strictObject({
  allow_private: z
    .boolean()
    .default(false)
    .describe(
      'true lets sources on loopback and private addresses through, but never link-local ones and cloud metadata',
    ),
  timeout: span('20s').describe('when to give up on a server'),
  max_bytes: z
    .number()
    .int('must be a whole number')
    .min(10_000, 'must be 10000 at least')
    .default(7_000_000)
    .describe('the largest answer taken, in bytes after decompression'),
  concurrency: z
    .number()
    .int('must be a whole number')
    .min(1, 'must be 1 at least')
    .max(200, 'must be 200 at most')
    .default(40)
    .describe('sources fetched at once'),
  pause: spanOf(0)
    .optional()
    .describe(
      'between two requests to one host; a second when left out, none on private addresses',
    ),
});

const query = text.superRefine((written, context) => {
  const parsed = parseQuery(written, 0);
  if (parsed.ok) return;
  const { message, position } = parsed.problem;
  context.addIssue({
    code: 'custom',
    message: `is no query; at character ${position + 1}: ${message.replace(/\.$/, '')}`,
  });
});

const rule = z.strictObject({
  when: query.describe('a query that selects mentions'),
  do: z
    .enum(ruleActions)
    .describe(
      'keep, drop (not stored), reply, refer, ignore, or flag:urgent and so on; the first rule that matches ends it, but flag goes on',
    ),
});

const source = z.strictObject({
  id: z
    .string()
    .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u, 'must be letters, digits, "-", "_" or "."')
    .describe('a short name, unique'),
  kind: text.default('feed').describe('what sort of source it is'),
  url: text
    .regex(/^(?:https?|file):/i, 'must begin with https:, http: or file:')
    .optional()
    .describe('http, https or file: (relative to this file); some kinds need none'),
  options: z
    .record(z.string(), z.unknown())
    .optional()
    .describe('what its kind needs besides, as in { query = "Lakeside Family Medicine" }'),
  name: text.optional().describe('what the screen calls it'),
  about: z
    .enum(['practice', 'topic'])
    .default('topic')
    .describe('whether it speaks of the practice or of a topic it follows'),
  items: z.enum(mentionKinds).optional().describe('the kind of its items'),
  every: span('30m').describe('how often to look'),
  stale_after: span('30d').describe('when a silent source counts as stale'),
  enabled: z.boolean().default(true).describe('false pauses it'),
});

/** Ids are the names under which the store keeps what it knows of a source. */
const sources = z.array(source).superRefine((all, context) => {
  const ids = all.map(({ id }) => id);
  for (const [index, id] of ids.entries())
    if (ids.indexOf(id) < index)
      context.addIssue({
        code: 'custom',
        path: [index, 'id'],
        message: `is "${id}", as that of source.#${ids.indexOf(id) + 1} is; give each source its own`,
      });
});

/** The whole configuration file: defaults and descriptions live here and nowhere else. */
export const schema = z.strictObject({
  practice,
  office: office.prefault({}),
  reply: reply.prefault({}),
  store: z
    .strictObject({
      path: text.optional().describe('where mentions are kept, relative to this file'),
    })
    .prefault({}),
  retention: retention.prefault({}),
  notify: notify.prefault({}),
  network: network.prefault({}),
  claims: z
    .strictObject({ files: z.array(text).default([]).describe('your own claims, as JSON lines') })
    .prefault({}),
  rule: z.array(rule).default([]),
  source: sources.default([]),
});

export type Written = z.output<typeof schema>;
