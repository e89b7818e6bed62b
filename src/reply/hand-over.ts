import type { Mention } from '../core/mention.ts';
import type { Practice } from '../core/practice.ts';
import type { FollowUp } from '../core/reply-step.ts';
import type { FlagKind, Verdict } from '../core/verdict.ts';

/** The card that goes to the office with a mention: who, what, how urgent, what was said, what to say on the phone. */
export type HandOver = {
  readonly who: string;
  readonly where: string;
  readonly what: string;
  readonly urgency: Urgency;
  readonly said: string;
  readonly note: string;
  readonly followUp: FollowUp;
};

export type Urgency = 'now' | 'today' | 'this week';

const urgencies: Readonly<Record<FlagKind, Urgency>> = {
  urgent: 'now',
  legal: 'today',
  privacy: 'today',
  advice: 'today',
  negative: 'this week',
  question: 'this week',
  misinformation: 'this week',
  spam: 'this week',
};

const ranks: readonly Urgency[] = ['now', 'today', 'this week'];

/** The card of a mention that is referred to the office. */
export const handOver = (
  { author, source, url, title, text, publishedAt }: Mention,
  verdict: Verdict,
  practice: Practice | undefined,
  followUp: FollowUp = 'open',
): HandOver => {
  const urgency = verdict.flags
    .map(flag => urgencies[flag.kind])
    .reduce<Urgency>((a, b) => (ranks.indexOf(b) < ranks.indexOf(a) ? b : a), 'this week');
  const reasons = verdict.flags.map(flag => `${flag.kind} (${flag.reason})`);
  return {
    who: author ?? 'not named',
    where: `${source}, ${publishedAt.slice(0, 10)}${url === undefined ? '' : `, ${url}`}`,
    what:
      [...reasons, ...verdict.topics.map(topic => topic.id)].join('; ') || verdict.sentiment.label,
    urgency,
    said: title === undefined ? text : `${title}\n${text}`,
    note: noteFor(verdict, practice),
    followUp,
  };
};

/** What to say on the telephone; it starts by listening, and never from the assumption that somebody is a patient. */
const noteFor = ({ flags }: Verdict, practice: Practice | undefined): string => {
  const kinds = new Set(flags.map(flag => flag.kind));
  const office = practice?.name ?? 'the office';
  if (kinds.has('urgent'))
    return 'Bring this to a clinician at once. If somebody may be in danger, call 911 or the crisis line 988 for advice.';
  if (kinds.has('legal'))
    return 'Do not call before the practice manager and the malpractice insurer have been told. Keep everything.';
  if (kinds.has('privacy'))
    return 'Tell the privacy officer. Ask the site to take the details down; repeat none of them.';
  if (kinds.has('advice'))
    return `If they call ${office}: a nurse takes the question. Give no advice where others read along.`;
  return (
    `If they call ${office}, or are known and have agreed to be called: thank them, ask what happened, listen, write it down, ` +
    'say who will see to it and by when, and call back on that day.'
  );
};

/** The card as Markdown, for printing, exporting and copying. */
export const handOverMarkdown = (card: HandOver): string =>
  [
    `# Hand-over: ${card.urgency}`,
    '',
    `- **Who:** ${oneLine(card.who)}`,
    `- **Where:** ${oneLine(card.where)}`,
    `- **What:** ${oneLine(card.what)}`,
    `- **How urgent:** ${card.urgency}`,
    `- **Follow-up:** ${card.followUp}`,
    '',
    '## What was said',
    '',
    ...card.said.split('\n').map(line => `> ${line}`),
    '',
    '## On the telephone',
    '',
    card.note,
    '',
  ].join('\n');

/** The same as plain text, to read from a screen or to paste into a message. */
export const handOverText = (card: HandOver): string =>
  [
    `How urgent   ${card.urgency}`,
    `Who          ${oneLine(card.who)}`,
    `Where        ${oneLine(card.where)}`,
    `What         ${oneLine(card.what)}`,
    `Follow-up    ${card.followUp}`,
    '',
    'What was said',
    ...card.said.split('\n').map(line => `  ${line}`.trimEnd()),
    '',
    'On the telephone',
    `  ${card.note}`,
    '',
  ].join('\n');

const oneLine = (text: string) => text.replace(/\s+/g, ' ');
