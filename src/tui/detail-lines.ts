import { corrected } from '../core/correct.ts';
import type { Span, Verdict } from '../core/verdict.ts';
import { safe } from '../text/terminal.ts';
import { wrap } from '../text/wrap.ts';
import type { Detail } from './message.ts';
import { historyLines, noteLines } from './detail-history.ts';
import { flow, labelled } from './flow.ts';
import { serviceLines } from './detail-service.ts';
import { verdictLines } from './detail-verdict.ts';
import type { Against } from './state.ts';
import { segment } from './text-segment.ts';
import type { ScreenLine, Segment, Style } from './text-segment.ts';
import { age } from './times.ts';

/** Longer texts are shown by their beginning; the browser has the rest. */
const longestShown = 20_000;

/** A mention as lines of at most so many columns: who and where, the words with the evidence marked, labels with reasons. */
export type DetailLines = {
  readonly head: readonly ScreenLine[];
  readonly words: readonly ScreenLine[];
  readonly labels: readonly ScreenLine[];
};

export const detailLines = (detail: Detail, against: Against, columns: number): DetailLines => {
  const known = cache.get(detail);
  if (known?.columns === columns && known.now === against.now) return known.lines;
  const lines = layOut(detail, against, columns);
  cache.set(detail, { columns, now: against.now, lines });
  return lines;
};

type Cached = { columns: number; now: number; lines: DetailLines };
const cache = new WeakMap<Detail, Cached>();

/** The part of the screen below the head that the words keep, however much there is to say about them. */
const wordsShare = 0.6;

/** What is on screen: from the first line on, long words give way to the labels; scrolled down, all lines in order. */
export const visibleLines = (
  { head, words, labels }: DetailLines,
  top: number,
  height: number,
): readonly ScreenLine[] => {
  const all = [...head, ...words, ...labels];
  if (top > 0 || all.length <= height) return all.slice(top, top + height);
  const rest = height - head.length;
  const room = Math.max(4, rest - labels.length - 1, Math.floor(rest * wordsShare));
  const more = words.length - room;
  if (more < 2) return all.slice(0, height);
  const fold = [segment(`… ${more} more lines, scroll down to read them`, 'dim')];
  return [...head, ...words.slice(0, room), fold, ...labels].slice(0, height);
};

const layOut = (detail: Detail, against: Against, columns: number): DetailLines => {
  const { mention, triage } = detail;
  const verdict = corrected(detail.verdict, triage.corrections);
  const shown = mention.text.slice(0, longestShown);
  const cut = mention.text.length - shown.length;
  const left = `… ${cut.toLocaleString('en')} more characters; b opens it in the browser`;
  return {
    head: [
      ...flow([...bylineOf(detail, against)], columns),
      [],
      ...marked(mention.title ?? '', spansIn(verdict, 'title'), columns, 'strong'),
    ],
    words: [
      ...marked(shown, spansIn(verdict, undefined), columns, 'plain'),
      ...(cut > 0 ? [[segment(left, 'dim')]] : []),
    ],
    labels: [
      [],
      ...serviceLines(detail, against, columns),
      ...verdictLines(verdict, mention, columns, detail.learning),
      ...linkLines(mention.url, columns),
      ...noteLines(detail, against, columns),
      ...historyLines(detail, against, columns),
    ],
  };
};

const linkLines = (url: string | undefined, columns: number): readonly ScreenLine[] =>
  url === undefined ? [] : labelled('link', 'dim', [segment(safe(url))], columns);

function* bylineOf({ mention }: Detail, { now, setting }: Against): Iterable<Segment> {
  const { rating, author, publisher, publishedAt, editedAt, alsoIn, kind } = mention;
  const nameOf = (id: string) => safe(setting.sources.find(source => source.id === id)?.name ?? id);
  if (rating !== undefined) {
    const stars = Math.max(0, Math.min(5, Math.round(rating)));
    yield segment(`${'★'.repeat(stars)}${'☆'.repeat(5 - stars)}  `, stars <= 2 ? 'bad' : 'good');
  }
  yield segment(nameOf(mention.source), 'strong');
  const rest = [
    kind,
    author && safe(author),
    publisher && safe(publisher),
    `${age(Date.parse(publishedAt), now)} ago`,
    editedAt && `edited ${age(Date.parse(editedAt), now)} ago`,
    alsoIn.length > 0 && `also in ${alsoIn.map(({ source }) => nameOf(source)).join(', ')}`,
  ].filter(part => typeof part === 'string' && part !== '');
  yield segment(` · ${rest.join(' · ')}`);
}

/** The evidence in one part of a mention, in order and without overlap. */
const spansIn = ({ flags, sentiment, topics }: Verdict, part: Span['in']): readonly Span[] => {
  const spans = [...flags, sentiment, ...topics]
    .flatMap(({ evidence }) => evidence)
    .filter(span => span.in === part && span.end > span.start)
    .sort((a, b) => a.start - b.start);
  const merged: Span[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last && span.start <= last.end)
      merged[merged.length - 1] = { ...last, end: Math.max(last.end, span.end) };
    else merged.push(span);
  }
  return merged;
};

/** A wrapped text whose evidence stands out. */
const marked = (
  text: string,
  spans: readonly Span[],
  columns: number,
  style: Style,
): readonly ScreenLine[] =>
  text === ''
    ? []
    : wrap(text, columns).map(({ start, end }) => {
        const line: Segment[] = [];
        let at = start;
        for (const span of spans) {
          if (span.end <= at || span.start >= end) continue;
          const from = Math.max(at, span.start);
          const to = Math.min(end, span.end);
          if (from > at) line.push(segment(safe(text.slice(at, from)), style));
          line.push(segment(safe(text.slice(from, to)), 'evidence'));
          at = to;
        }
        if (at < end) line.push(segment(safe(text.slice(at, end)), style));
        return line;
      });
