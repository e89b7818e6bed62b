import type { Mode, State } from '../state.ts';

/** Where a key counts: in the list, in the detail, or in what lies over them. */
export type KeyMode = 'list' | 'detail' | Exclude<Mode['kind'], 'browse'>;

export type Binding = {
  readonly id: string;
  readonly mode: readonly KeyMode[];
  /** By name; the first is the one that is shown. */
  readonly keys: readonly string[];
  /** One or two words, for the footer. */
  readonly label: string;
  /** A sentence, for the help. */
  readonly help: string;
  /** Why the key does nothing at the moment; undefined when it does something. */
  readonly disabledBecause?: (state: State) => string | undefined;
};

export const browse = ['list', 'detail'] as const;

export const everywhere = [
  ...browse,
  'confirm',
  'filter',
  'note',
  'snooze',
  'follow',
  'card',
  'paste',
  'suggest',
  'correct',
  'palette',
  'help',
  'sources',
  'compose',
  'approve',
  'override',
  'final',
  'link',
] as const;
