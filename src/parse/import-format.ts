/** What files of mentions can be. */
export const importFormats = ['csv', 'jsonl', 'json', 'google-takeout', 'mbox'] as const;
export type ImportFormat = (typeof importFormats)[number];
