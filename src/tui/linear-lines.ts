import type { Service } from '../core/service.ts';
import { safe } from '../text/terminal.ts';
import { cardLines } from './card-lines.ts';
import { composerLines } from './composer-lines.ts';
import { choiceLines } from './choice-lines.ts';
import { detailLines } from './detail-lines.ts';
import { emptyText } from './empty-text.ts';
import { followedSign } from './followed-sign.ts';
import { footerLine } from './footer-line.ts';
import { helpLines } from './help-lines.ts';
import { counted } from './phrases.ts';
import { isActing, selectedDetail, selectedRow } from './selection.ts';
import { sourceRows } from './source-rows.ts';
import type { State } from './state.ts';
import type { ScreenLine } from './text-segment.ts';
import { themeFor } from './theme.ts';
import { age } from './times.ts';

const plainSigns = themeFor({ TERM: 'dumb' }).signs;

/** What is to be read aloud: what happened, what is selected, and what was opened; the important words first. */
export const linearLines = (state: State): readonly string[] => [
  ...(state.notice ? [state.notice.text] : []),
  ...inMode(state),
];

const inMode = (state: State): readonly string[] => {
  const { mode, pane, size } = state;
  switch (mode.kind) {
    case 'browse':
      return [
        selectedText(state),
        ...(pane === 'detail' ? detailText(state) : []),
        textOf(footerLine(state)),
      ];
    case 'confirm':
      return [`${mode.question} Press y for yes or n for no.`];
    case 'filter':
      return [`Filter: ${safe(mode.line.text)}`, mode.problem?.message ?? 'Press enter to apply.'];
    case 'note':
      return [`Note: ${safe(mode.line.text)}`, 'Press enter to keep it, escape to leave.'];
    case 'compose':
    case 'approve':
    case 'override':
    case 'final':
    case 'link':
      return composerLines(state, mode)
        .lines.map(textOf)
        .filter(line => line !== '');
    case 'palette':
      return [`Command: ${safe(mode.line.text)}`, ...chosen(state)];
    case 'snooze':
    case 'follow':
    case 'suggest':
    case 'correct':
      return chosen(state);
    case 'paste': {
      const { at, words, lines } = mode.form;
      const typed = at === 'words' ? words.text : lines[at].text;
      return [`${at}: ${safe(typed)}`, 'Tab goes to the next field, control s stores.'];
    }
    case 'card':
      return cardLines(mode.card, 400).map(textOf);
    case 'help':
      return helpLines(Math.max(100, size.columns)).map(textOf);
    case 'sources':
      return sourceRows({ ...state, size: { ...size, columns: 400 } }).map(
        ({ Source, Health, Why }) => `${Source}: ${Health}. ${Why}`,
      );
    default:
      return mode satisfies never;
  }
};

const selectedText = (state: State): string => {
  const { view, shelf, now, marks, setting, loaded } = state;
  if (!loaded) return 'Reading the store; one moment.';
  const row = selectedRow(state);
  const place = `${view.tab}, ${counted(shelf.counts[view.tab], 'mention')}`;
  if (!row) return `${place}. ${emptyText(state)}`;
  const source = setting.sources.find(({ id }) => id === row.source)?.name ?? row.source;
  const says = [
    `Selected: ${safe(row.headline)}`,
    isActing(state, row.id) ? 'being written' : row.bucket && `in ${row.bucket}`,
    followedSign(row, state.replies.get(row.id)).word,
    lateness(setting.service(row, now)),
    `priority ${Math.round(row.priority)}`,
    marks.has(row.id) && 'marked',
    `${age(row.at, now)} old`,
    safe(source),
    `row ${view.selected + 1} of ${view.order.length}`,
    place,
  ];
  return `${says.filter(part => typeof part === 'string').join(', ')}.`;
};

const detailText = (state: State): readonly string[] => {
  const detail = selectedDetail(state);
  if (!detail) return ['Reading the mention.'];
  const { head, words, labels } = detailLines(detail, state, 400);
  return [...head, ...words, ...labels].map(textOf);
};

const lateness = ({ kind }: Service) =>
  kind === 'overdue' ? 'overdue' : kind === 'late' ? 'answered late' : undefined;

/** The chosen line only: a reader steps through the others. */
const chosen = (state: State): readonly string[] => {
  const lines = choiceLines(state, plainSigns).map(textOf);
  const selected = lines.find(line => line.startsWith(plainSigns.cursor));
  return [selected === undefined ? 'Nothing to choose.' : `Chosen: ${selected.slice(1)}`];
};

const textOf = (line: ScreenLine): string =>
  line
    .map(({ text }) => text)
    .join('')
    .trimEnd();
