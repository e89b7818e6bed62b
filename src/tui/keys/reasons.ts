import type { Bucket } from '../../core/verdict.ts';
import { httpUrl } from '../../text/http-url.ts';
import { isActing, selectedDetail, selectedRow, targetsOf } from '../selection.ts';
import { rowIn } from '../shelf.ts';
import type { State } from '../state.ts';

/** Why a key does nothing, as a sentence; undefined when it does something. */
type Reason = (state: State) => string | undefined;

const beingRead = 'The store is still being read; one moment.';

export const nothingListed: Reason = ({ view, loaded }) => {
  if (view.order.length > 0) return undefined;
  return loaded ? 'The list is empty.' : beingRead;
};

export const stillReading: Reason = state =>
  nothingListed(state) ??
  (selectedDetail(state) ? undefined : 'The mention is still being read; one moment.');

const beingWritten = 'The last act is still being written; one moment.';

export const writing: Reason = ({ acting }) => (acting.size > 0 ? beingWritten : undefined);

/** For acts on the marked mentions, or on the one under the cursor. */
export const stillWriting: Reason = state => {
  const targets = targetsOf(state);
  if (targets.length === 0) return state.loaded ? 'There is no mention here.' : beingRead;
  return targets.some(id => isActing(state, id)) ? beingWritten : undefined;
};

const already: Readonly<Record<Bucket, string>> = {
  reply: 'It is in "reply" already.',
  refer: 'It is referred to the office already.',
  ignore: 'It is ignored already.',
};

export const decided =
  (bucket: Bucket): Reason =>
  state =>
    state.marks.size === 0 && selectedRow(state)?.bucket === bucket
      ? already[bucket]
      : stillWriting(state);

/** The office follows up what it was given, and nothing else. */
export const notReferred: Reason = state => {
  const { shelf } = state;
  const targets = targetsOf(state);
  if (targets.every(id => rowIn(shelf, id)?.bucket === 'refer')) return stillWriting(state);
  return targets.length > 1
    ? 'Not all of these are referred to the office.'
    : 'Refer it to the office first: o does that.';
};

export const nothingToClear: Reason = ({ marks, view }) =>
  marks.size > 0 || view.filter ? undefined : 'Nothing to leave here; q quits.';

export const nothingUnusual: Reason = ({ alerts }) =>
  alerts.length > 0 ? undefined : 'The scans of this session found nothing unusual.';

export const noScan: Reason = ({ scanning, setting }) => {
  if (scanning) return 'A scan is running already.';
  return setting.sources.length > 0
    ? undefined
    : 'No sources are set up yet; S and then a suggests some.';
};

/** A reply is for what was put into reply or refer; ignoring something and answering it do not go together. */
export const nothingToSay: Reason = state => {
  const row = selectedRow(state);
  if (!row) return state.loaded ? 'There is no mention here.' : beingRead;
  if (row.bucket !== 'ignore') return stillWriting({ ...state, marks: new Set() });
  return 'It is ignored; r puts it into reply first.';
};

export const withoutLink: Reason = state => {
  const wait = stillReading(state);
  const url = selectedDetail(state)?.mention.url;
  if (wait !== undefined) return wait;
  if (url === undefined) return 'This mention has no link.';
  return httpUrl(url) ? undefined : 'This link is neither http nor https, so it is not opened.';
};
