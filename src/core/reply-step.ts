/** Screening's word on a text, as it is kept with every version of a draft. */
export type Screened = {
  readonly outcome: 'block' | 'warn' | 'pass';
  /** The ids of the rules that found something, gravest first, each once. */
  readonly rules: readonly string[];
  /** The version of the policy that screened. */
  readonly policy: string;
};

/** One step of answering a mention; `draft` is the act that wrote the text in question. */
export type ReplyStep =
  /** A new text, from a template when that is named; the text before it stays in the journal. */
  | {
      readonly step: 'draft';
      readonly text: string;
      readonly template?: string;
      readonly screened: Screened;
    }
  | {
      readonly step: 'approve';
      readonly draft: string;
      readonly screened: Screened;
      /** The version of the models that judged the mention. */
      readonly models: string;
      /** Why it may go out although screening blocks it. */
      readonly override?: string;
    }
  | { readonly step: 'copy'; readonly draft: string }
  | { readonly step: 'post'; readonly draft: string; readonly url: string }
  | { readonly step: 'withdraw'; readonly draft: string; readonly reason?: string }
  /** What became of a mention that was referred to the office. */
  | { readonly step: 'follow-up'; readonly state: FollowUp; readonly note?: string };

/** How a mention stands that was referred to the office. */
export const followUps = ['open', 'called', 'resolved', 'no-answer'] as const;
export type FollowUp = (typeof followUps)[number];
