import { warningBeforeApproval } from '../reply/approval.ts';
import type { Standing } from '../reply/approval.ts';
import { safe } from '../text/terminal.ts';
import { wrap } from '../text/wrap.ts';
import { isFixedOnly } from './composing.ts';
import type { Composing } from './composing.ts';
import { flow } from './flow.ts';
import { balanceLines, lengthOf, standingOf } from './composer-standing.ts';
import { composerColumns, layoutOf } from './layout.ts';
import type { CursorPlace } from './paint.ts';
import type { Mode, State } from './state.ts';
import { placeIn } from './text-area.ts';
import { segment } from './text-segment.ts';
import type { ScreenLine, Segment } from './text-segment.ts';

/** What is found stands close below the words, but does not jump with every line of a short text. */
const leastHeight = 8;

type ReplyMode = Extract<Mode, { reply: Composing }>;

/** The reply: where it stands, its words with what screening found underlined, and what to do about that. */
export const composerLines = (state: State, mode: ReplyMode): ComposerLines => {
  const known = drawn.get(state);
  if (known) return known;
  const lines = layOut(state, mode);
  drawn.set(state, lines);
  return lines;
};

type ComposerLines = {
  readonly lines: readonly ScreenLine[];
  readonly cursor: CursorPlace | undefined;
};

/** A state is drawn and then asked for its cursor. */
const drawn = new WeakMap<State, ComposerLines>();

const layOut = (state: State, mode: ReplyMode): ComposerLines => {
  const { bodyRows, wide } = layoutOf(state.size);
  const columns = composerColumns(state.size);
  const { reply } = mode;
  const head = [
    ...(wide ? [] : answeredLines(reply, columns)),
    ...flow([segment(standingOf(reply, state), 'strong'), ...lengthOf(reply)], columns),
    ...noticeOf(mode, columns),
    [],
  ];
  const below = [...findingLines(reply, columns), ...balanceLines(state.balance, columns)].slice(
    0,
    Math.max(3, Math.floor(bodyRows / 2)),
  );
  const height = Math.max(2, bodyRows - head.length - below.length - 1);
  const wrapped = wrap(reply.area.text, columns);
  const { row, column } = placeIn(reply.area, wrapped);
  const top = Math.max(0, Math.min(row - Math.floor(height / 2), wrapped.length - height));
  const words = wrapped
    .slice(top, top + height)
    .map(({ start, end }) => markedLine(reply, start, end));
  const roomy = Math.min(height, Math.max(words.length + 1, leastHeight));
  const padded = [...words, ...Array.from({ length: roomy - words.length }, () => [])];
  const cursor = mode.kind === 'compose' ? { row: head.length + row - top, column } : undefined;
  return { lines: [...head, ...padded, [], ...below], cursor };
};

/** The beginning of what is answered, where there is no room for it beside the reply. */
const answeredLines = ({ detail }: Composing, columns: number): readonly ScreenLine[] => {
  const { title = '', text } = detail.mention;
  const words = safe(`${title === '' ? '' : `${title}: `}${text.slice(0, 600)}`);
  return [...flow([segment(words, 'dim')], columns).slice(0, 3), []];
};

const noticeOf = (mode: ReplyMode, columns: number): readonly ScreenLine[] => {
  switch (mode.kind) {
    case 'approve':
      return flow([segment(warningBeforeApproval, 'ask')], columns);
    case 'override':
      return flow(
        [segment('Screening blocks this text. Why should it go out all the same?', 'danger')],
        columns,
      );
    case 'link':
      return flow([segment('Paste the link of the posted reply below.', 'ask')], columns);
    case 'final':
      return flow([segment(nextSteps(mode.reply.standing), 'dim')], columns);
    case 'compose':
      return isFixedOnly(mode.reply.templates) ? flow([segment(onlyThis, 'ask')], columns) : [];
    default:
      return mode satisfies never;
  }
};

const onlyThis =
  'Somebody may be in danger, so only this wording goes out. If not, leave and correct the label with x.';

const nextSteps = ({ state }: Standing): string =>
  state === 'posted'
    ? 'Once it is taken down there, w withdraws it here; e writes it anew.'
    : 'c copies it, p says that it was posted, e rewrites it.';

/** A line of the reply with what was found in it; nothing is marked while the words are ahead of screening. */
const markedLine = (
  { area, findings, screened }: Composing,
  start: number,
  end: number,
): ScreenLine => {
  const line: Segment[] = [];
  let at = start;
  const marks = screened === area.text ? findings : [];
  for (const finding of marks) {
    if (finding.end <= at || finding.start >= end) continue;
    const from = Math.max(at, finding.start);
    const to = Math.min(end, finding.end);
    if (from > at) line.push(segment(safe(area.text.slice(at, from))));
    line.push(
      segment(safe(area.text.slice(from, to)), finding.severity === 'block' ? 'flaw' : 'evidence'),
    );
    at = to;
  }
  if (at < end) line.push(segment(safe(area.text.slice(at, end))));
  return line;
};

const findingLines = (
  { findings, screened, area }: Composing,
  columns: number,
): readonly ScreenLine[] => {
  if (screened !== area.text) return [[segment('screening…', 'dim')]];
  if (findings.length === 0) return [[segment('Screening finds nothing against it.', 'good')]];
  const gravestFirst = findings.toSorted(
    (a, b) => Number(b.severity === 'block') - Number(a.severity === 'block'),
  );
  return gravestFirst.flatMap(({ severity, rule, start, end, message, remedy }) => {
    const words = safe(area.text.slice(start, Math.min(end, start + 30)));
    return [
      ...flow(
        [
          segment(
            `${severity === 'block' ? 'x block' : '! warn'} ${rule}`,
            severity === 'block' ? 'bad' : 'ask',
          ),
          segment(`${words === '' ? '' : ` “${words}”`}: ${safe(message)}`),
        ],
        columns,
      ),
      ...flow([segment(safe(remedy), 'dim')], columns - 2).map(line => [segment('  '), ...line]),
    ];
  });
};
