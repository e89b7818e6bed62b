import type { Mention } from './mention.ts';
import type { Correction, Triage } from './triage.ts';
import type { Bucket, Classifiable, Suggestion, Verdict } from './verdict.ts';

/** How well what was learned on this machine foretells decisions; each was foretold before it was learned from. */
export type Learning = {
  /** Decisions and corrections learned from: what stands of the latest, since it was last told to forget. */
  readonly decisions: number;
  readonly corrections: number;
  /** When it was told to forget (ISO 8601); absent when it never was. */
  readonly since?: string;
  /** Of how many of the latest decisions the next two were counted. */
  readonly counted: number;
  /** How often what it would have suggested was what the person then did. */
  readonly agreed: number;
  /** The same for the shipped table. */
  readonly tableAgreed: number;
  /** Whether it moves suggestions: after enough decisions, and while it agrees at least as often as the table. */
  readonly isActive: boolean;
};

/** What a person mostly does with mentions that have something in common, `like` "that say “parking”". */
export type Habit = {
  readonly bucket: Bucket;
  readonly times: number;
  readonly of: number;
  readonly like: string;
};

/** Something that is to be decided on, and where it comes from. */
export type Decidable = Classifiable & { readonly source?: string };

export type Learned = Learning & {
  /** The strongest, those first. */
  readonly habits: readonly Habit[];
  /** Moves the suggestion of a verdict, or gives it as it is. */
  readonly suggest: (
    item: Decidable,
    verdict: Verdict,
    corrections?: readonly Correction[],
  ) => Suggestion;
};

type Kept = { readonly mention: Mention; readonly verdict: Verdict; readonly triage: Triage };

/** What is held about a mention with the suggestion that was learned; what is decided needs none. */
export const asLearned = <K extends Kept>(kept: K, { suggest }: Pick<Learned, 'suggest'>): K => {
  const { mention, verdict, triage } = kept;
  if (triage.decision) return kept;
  const suggestion = suggest(mention, verdict, triage.corrections);
  return suggestion === verdict.suggestion
    ? kept
    : { ...kept, verdict: { ...verdict, suggestion } };
};
