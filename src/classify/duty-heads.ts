/** What is learned beside the rules: every flag but misinformation, and warm words about the practice. */
export const dutyHeads = [
  'urgent',
  'negative',
  'advice',
  'privacy',
  'legal',
  'question',
  'spam',
  'warm',
] as const;
export type DutyHead = (typeof dutyHeads)[number];
