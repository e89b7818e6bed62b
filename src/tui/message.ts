import type { MentionId, SourceId } from '../core/mention.ts';
import type { Balance, Capacity } from '../core/capacity.ts';
import type { Learning } from '../core/learned.ts';
import type { ByHand, HandField } from '../core/by-hand.ts';
import type { SuggestedSource } from '../core/suggested-sources.ts';
import type { Query } from '../core/query.ts';
import type { Row } from '../core/row.ts';
import type { ScanEvent } from '../core/scan-event.ts';
import type { Source, SourceState } from '../core/source.ts';
import type { ActId, Deed, RecordedAct, Triage } from '../core/triage.ts';
import type { Standing as WhyItStands } from '../core/undo.ts';
import type { Mention } from '../core/mention.ts';
import type { Verdict } from '../core/verdict.ts';
import type { Standing } from '../reply/approval.ts';
import type { Finding } from '../reply/policy.ts';
import type { Ready, ReplyDeed } from './composing.ts';
import type { Replies } from './replies.ts';

/** A whole mention as the detail shows it. */
export type Detail = {
  readonly mention: Mention;
  readonly verdict: Verdict;
  readonly triage: Triage;
  /** What was done about it, oldest first. */
  readonly acts: readonly RecordedAct[];
  /** How often learned suggestions were right; when the one shown is such. */
  readonly learning?: Learning;
};

/** What became of a mention that was typed or pasted. */
export type TakenIn =
  | { readonly kind: 'added'; readonly id: MentionId }
  | { readonly kind: 'held' | 'dropped' }
  | { readonly kind: 'wrong'; readonly field: HandField; readonly problem: string };

/** Everything that can happen to the workbench. Times in milliseconds since 1970. */
export type Message =
  | { readonly type: 'key'; readonly key: string }
  | { readonly type: 'paste'; readonly text: string }
  | { readonly type: 'resize'; readonly columns: number; readonly rows: number }
  | { readonly type: 'tick'; readonly now: number }
  | { readonly type: 'loaded'; readonly rows: readonly Row[]; readonly states: SourceStates }
  | { readonly type: 'found'; readonly typed: string; readonly ids: ReadonlySet<MentionId> }
  | { readonly type: 'detail'; readonly id: MentionId; readonly detail: Detail | undefined }
  /** Another process changed these. */
  | { readonly type: 'changed'; readonly rows: readonly Row[] }
  | { readonly type: 'recorded'; readonly ticket: number; readonly rows: readonly Row[] }
  | {
      readonly type: 'refused';
      readonly ticket: number;
      readonly by: RecordedAct;
      readonly rows: readonly Row[];
    }
  | { readonly type: 'undone'; readonly act: RecordedAct; readonly rows: readonly Row[] }
  | { readonly type: 'nothing-to-undo' }
  | { readonly type: 'stands'; readonly act: RecordedAct; readonly because: WhyItStands }
  | { readonly type: 'scan'; readonly event: ScanEvent }
  | { readonly type: 'scan-ended' }
  | {
      readonly type: 'composed';
      readonly detail: Detail;
      readonly templates: readonly Ready[];
      readonly standing: Standing;
      /** Whether the composer was asked for, or only told what became of a step. */
      readonly opens: boolean;
    }
  | { readonly type: 'screened'; readonly text: string; readonly findings: readonly Finding[] }
  | { readonly type: 'rested'; readonly text: string }
  | { readonly type: 'edited'; readonly text: string }
  | {
      readonly type: 'reckoned';
      readonly capacity: Capacity;
      readonly balance: Balance;
      readonly overdue: number;
      readonly answered: number;
      readonly replies: Replies;
    }
  /** Suggestions may be other than before. */
  | { readonly type: 'learned'; readonly learning: Learning }
  | { readonly type: 'taken-in'; readonly outcome: TakenIn }
  | { readonly type: 'sources-added'; readonly sources: readonly Source[] }
  | { readonly type: 'told'; readonly text: string }
  | {
      readonly type: 'failed';
      readonly what: string;
      readonly why: string;
      readonly ticket?: number;
    };

export type SourceStates = ReadonlyMap<SourceId, SourceState>;

/** Everything that the workbench can ask of the outside. */
export type Effect =
  | { readonly type: 'load' }
  | { readonly type: 'watch' }
  | { readonly type: 'reckon' }
  | { readonly type: 'find'; readonly typed: string; readonly query: Query }
  /** `soon` waits until the cursor has come to rest. */
  | { readonly type: 'read'; readonly id: MentionId; readonly soon: boolean }
  | { readonly type: 'record'; readonly ticket: number; readonly deed: Deed }
  /** The newest act, or the newest before that one. */
  | { readonly type: 'undo'; readonly before?: ActId }
  | { readonly type: 'scan'; readonly force: boolean }
  /** Puts a text on the clipboard, and says so. */
  | { readonly type: 'copy'; readonly text: string; readonly told: string }
  | { readonly type: 'print'; readonly text: string }
  /** Into a new file of this name, beginning where the workbench was started. */
  | { readonly type: 'write'; readonly name: string; readonly text: string }
  | { readonly type: 'browse'; readonly url: string }
  | { readonly type: 'compose'; readonly id: MentionId }
  /** Both wait until the typing rests, screening a moment and keeping a while. */
  | { readonly type: 'screen'; readonly text: string; readonly detail: Detail }
  | { readonly type: 'rest'; readonly text: string }
  | { readonly type: 'reply'; readonly about: MentionId; readonly deed: ReplyDeed }
  | { readonly type: 'editor'; readonly text: string }
  | { readonly type: 'take-in'; readonly typed: ByHand }
  | { readonly type: 'add-sources'; readonly offers: readonly SuggestedSource[] }
  | { readonly type: 'suspend' }
  | { readonly type: 'quit'; readonly exitCode: number };
