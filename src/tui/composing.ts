import type { MentionId } from '../core/mention.ts';
import type { Standing } from '../reply/approval.ts';
import type { NetworkLimit } from '../reply/network-limit.ts';
import type { Finding } from '../reply/policy.ts';
import type { Detail } from './message.ts';
import type { TextArea } from './text-area.ts';

/** A template with its blanks filled as far as the practice's profile can. */
export type Ready = {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** Fixed wording is sent as it is or not at all. */
  readonly fixed: boolean;
};

/** A reply being written, with the mention it answers. */
export type Composing = {
  readonly about: MentionId;
  readonly detail: Detail;
  readonly templates: readonly Ready[];
  /** Which template the text began as. */
  readonly template?: number;
  readonly area: TextArea;
  /** What the network takes where the reply is to stand, if that is known. */
  readonly limit?: NetworkLimit;
  readonly standing: Standing;
  /** The text as it was last kept. */
  readonly kept: string;
  /** What screening said, and of which text. */
  readonly findings: readonly Finding[];
  readonly screened?: string;
};

/** What is done with a reply, beside writing it. */
export type ReplyDeed =
  | {
      readonly kind: 'keep';
      readonly text: string;
      readonly template?: string;
      /** Nobody asked for it, so nothing is said of it. */
      readonly quietly: boolean;
    }
  | { readonly kind: 'approve'; readonly override?: string }
  | { readonly kind: 'copy' }
  | { readonly kind: 'post'; readonly url: string }
  | { readonly kind: 'withdraw' };

/** Whether anything blocks the text as it stands; undefined while that is not known. */
export const isBlocked = ({ findings, screened, area }: Composing): boolean | undefined =>
  screened === area.text ? findings.some(({ severity }) => severity === 'block') : undefined;

/** Whether the wording is not to be changed: where somebody may be in danger nothing else is offered. */
export const isFixed = ({ template, templates }: Composing): boolean =>
  isFixedOnly(templates) || (template !== undefined && templates[template]?.fixed === true);

export const isFixedOnly = (templates: readonly Ready[]): boolean =>
  templates.length > 0 && templates.every(({ fixed }) => fixed);
