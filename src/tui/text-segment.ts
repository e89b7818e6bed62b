/** What a piece of text means; the theme says how that looks. */
export type Style =
  | 'plain'
  | 'strong'
  | 'dim'
  | 'evidence'
  | 'flaw'
  | 'danger'
  | 'bad'
  | 'doubt'
  | 'ask'
  | 'good'
  | 'accent';

export type Segment = { readonly text: string; readonly style: Style };

/** One line on screen. */
export type ScreenLine = readonly Segment[];

export const segment = (text: string, style: Style = 'plain'): Segment => ({ text, style });
