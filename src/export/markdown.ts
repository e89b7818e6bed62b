import type { MentionRecord } from '../core/record.ts';
import { capped } from '../text/cap.ts';

/** The head of a Markdown export: what was asked and when. */
export const markdownHead = (query: string, at: Date, practice?: string): string =>
  [
    `# ${escape(practice ?? 'Mentions')}`,
    '',
    `${query === '' ? 'All mentions' : `Mentions for ${code(query)}`}, ${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`,
    '',
    '',
  ].join('\n');

/** One mention as a Markdown section: why it matters first, then its words, then what was decided. */
export const markdownItem = (record: MentionRecord): string => {
  const { verdict, decision } = record;
  const stars = record.rating === undefined ? [] : [`${record.rating} of 5 stars`];
  const facts = [record.kind, ...stars, record.source, record.publishedAt.slice(0, 10)];
  const flags = verdict.flags.map(flag => `**${flag.kind}** (${escape(flag.reason)})`);
  const topics = verdict.topics.map(topic => `${topic.id} ${topic.sentiment}`);
  const lines = [
    `## ${verdict.priority.score} · ${escape(record.title ?? firstWords(record.text))}`,
    '',
    escape([...facts, ...(record.author === undefined ? [] : [record.author])].join(' · ')),
    '',
    ...record.text.split('\n').map(line => `> ${escape(line)}`.trimEnd()),
    '',
    ...(flags.length > 0 ? [`- flags: ${flags.join(', ')}`] : []),
    `- sentiment: ${verdict.sentiment.label}`,
    ...(topics.length > 0 ? [`- topics: ${topics.join(', ')}`] : []),
    `- suggested: ${verdict.suggestion.bucket} (${escape(verdict.suggestion.reason)})`,
    ...(decision ? [`- decided: ${escape(decisionLine(decision))}`] : []),
    ...(record.followUp ? [`- follow-up: ${escape(followUpLine(record.followUp))}`] : []),
    ...(record.url === undefined ? [] : [`- ${escape(record.url)}`]),
    `- id: ${code(record.id)}`,
  ];
  return `${lines.join('\n')}\n\n`;
};

const decisionLine = ({ bucket, by, at, note }: NonNullable<MentionRecord['decision']>) =>
  `${bucket} by ${by}, ${at.slice(0, 10)}${note === undefined ? '' : `: ${note}`}`;

const followUpLine = ({ state, by, at, note }: NonNullable<MentionRecord['followUp']>) =>
  `${state} by ${by}, ${at.slice(0, 10)}${note === undefined ? '' : `: ${note}`}`;

const firstWords = (text: string) => capped(text.replace(/\s+/g, ' ').trim(), 60);

const code = (text: string) => `\`${text.replaceAll('`', "'")}\``;

/** Public text must stay text: no markup, no links, no HTML, no images. */
const escape = (text: string) =>
  text
    .replace(/[&<>]/g, mark => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[mark] ?? '')
    .replace(/[\\`*_{}[\]()#+!|~]/g, mark => `\\${mark}`)
    .replace(/^(\s*)([-=]|\d+[.)])/, '$1\\$2')
    .replace(/\bhttps?:/gi, scheme => `${scheme.slice(0, -1)}\\:`);
