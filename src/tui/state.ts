import type { Balance, Capacity } from '../core/capacity.ts';
import type { Learning } from '../core/learned.ts';
import type { MentionId, SourceId } from '../core/mention.ts';
import type { Practice } from '../core/practice.ts';
import type { Query } from '../core/query.ts';
import type { QueryProblem } from '../core/query-parse.ts';
import type { Row } from '../core/row.ts';
import type { ServiceReader } from '../core/service.ts';
import type { SuggestedSource } from '../core/suggested-sources.ts';
import type { Source } from '../core/source.ts';
import type { ActId, Correction, Deed } from '../core/triage.ts';
import type { HandOver } from '../reply/hand-over.ts';
import type { Composing } from './composing.ts';
import type { Line } from './line-editor.ts';
import type { Detail, SourceStates } from './message.ts';
import type { Replies } from './replies.ts';
import type { Pasting } from './pasting.ts';
import { emptyShelf } from './shelf.ts';
import type { Shelf, Tab } from './shelf.ts';
import type { Order } from './order.ts';
import type { SnoozeChoice } from './snooze.ts';

/** What does not change while the workbench is open. */
export type Setting = {
  readonly me: string;
  readonly profile: Practice;
  readonly timezone: string;
  readonly sources: readonly Source[];
  /** How a mention stands against the time in which it is to be answered. */
  readonly service: ServiceReader;
};

export type Size = { readonly columns: number; readonly rows: number };

/** What is listed: put in order once, when it is made, and then left in peace until it is refreshed. */
export type View = {
  readonly tab: Tab;
  readonly order: readonly Row[];
  readonly selected: number;
  /** The first row on screen. */
  readonly top: number;
  readonly filter?: Filter;
  /** How many rows would come in with a refresh. */
  readonly arrived: number;
  readonly sort: Order;
  /** Where escape leads when the view was opened over another. */
  readonly over?: Pick<View, 'tab' | 'sort'>;
};

export type Filter = {
  readonly typed: string;
  readonly query: Query;
  /** Absent while the store is still looking. */
  readonly found?: ReadonlySet<MentionId>;
};

/** What the keys mean at the moment; `browse` is the list, or the detail when `pane` says so. */
export type Mode =
  | { readonly kind: 'browse' }
  | {
      readonly kind: 'confirm';
      readonly question: string;
      readonly deed: Deed;
      /** What is written about once it is done. */
      readonly thenWrite?: MentionId;
    }
  | { readonly kind: 'filter'; readonly line: Line; readonly problem?: QueryProblem }
  | { readonly kind: 'note'; readonly line: Line; readonly about: readonly MentionId[] }
  | {
      readonly kind: 'snooze';
      readonly choices: readonly SnoozeChoice[];
      readonly selected: number;
      readonly about: readonly MentionId[];
    }
  | {
      readonly kind: 'correct';
      readonly choices: readonly LabelChoice[];
      readonly selected: number;
      readonly about: MentionId;
    }
  | { readonly kind: 'follow'; readonly selected: number; readonly about: readonly MentionId[] }
  | {
      readonly kind: 'card';
      readonly card: HandOver;
      readonly about: MentionId;
      readonly top: number;
    }
  | { readonly kind: 'paste'; readonly form: Pasting }
  | {
      readonly kind: 'suggest';
      readonly offers: readonly SuggestedSource[];
      readonly selected: number;
    }
  | { readonly kind: 'palette'; readonly line: Line; readonly selected: number }
  | { readonly kind: 'compose' | 'approve' | 'final'; readonly reply: Composing }
  | { readonly kind: 'override' | 'link'; readonly reply: Composing; readonly line: Line }
  | { readonly kind: 'help'; readonly top: number }
  | { readonly kind: 'sources'; readonly top: number };

/** One label that a person may set right: whether the classifier set it, and whether it is set now. */
export type LabelChoice = {
  readonly group: string;
  readonly name: string;
  readonly was: boolean;
  readonly is: boolean;
  readonly correction: Correction;
};

export type Notice = { readonly kind: 'info' | 'problem'; readonly text: string };

export type Scanning = {
  readonly total: number;
  readonly done: number;
  readonly failed: number;
  readonly added: number;
  readonly flagged: number;
  readonly alerts: number;
  readonly fetching: readonly SourceId[];
};

/** An act on its way to the disk; shown as taken only when it has arrived. */
export type Acting = { readonly deed: Deed; readonly about: ReadonlySet<MentionId> };

export type State = {
  readonly setting: Setting;
  readonly now: number;
  readonly size: Size;
  readonly shelf: Shelf;
  readonly loaded: boolean;
  readonly view: View;
  readonly pane: 'list' | 'detail';
  readonly mode: Mode;
  readonly marks: ReadonlySet<MentionId>;
  readonly acting: ReadonlyMap<number, Acting>;
  readonly tickets: number;
  readonly detail?: Detail;
  /** The first line of the detail on screen. */
  readonly detailTop: number;
  readonly states: SourceStates;
  readonly scanning?: Scanning;
  /** Set when a scan found nothing due: the next one insists. */
  readonly insist: boolean;
  readonly notice?: Notice;
  /** An act that undo left standing and said so; the next undo goes on to the one before it. */
  readonly undoPast?: ActId;
  /** What the scans of this session found unusual, as sentences, newest first. */
  readonly alerts: readonly string[];
  /** Reply minutes of this week; drawn when known. */
  readonly capacity?: Capacity;
  /** How often learned suggestions were right; absent while nothing is moved by them. */
  readonly learning?: Learning;
  /** What the last replies were for; drawn when known. */
  readonly balance?: Balance;
  /** How far answers have come. */
  readonly replies: Replies;
  /** How many in "reply" have a posted answer. */
  readonly answered?: number;
  /** How many wait longer than they should. */
  readonly overdue?: number;
};

/** The clock and the practice that a mention is shown against. */
export type Against = Pick<State, 'now' | 'setting'>;

/** The workbench as it opens, before the store has answered. */
export const opening = (setting: Setting, size: Size, now: number): State => ({
  setting,
  now,
  size,
  shelf: emptyShelf,
  loaded: false,
  view: { tab: 'inbox', order: [], selected: 0, top: 0, arrived: 0, sort: 'priority' },
  pane: 'list',
  mode: { kind: 'browse' },
  marks: new Set(),
  acting: new Map(),
  tickets: 0,
  detailTop: 0,
  states: new Map(),
  insist: false,
  alerts: [],
  replies: new Map(),
});
