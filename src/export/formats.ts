/** The formats that `listen export` writes. */
export const exportFormats = ['csv', 'jsonl', 'json', 'md'] as const;
export type ExportFormat = (typeof exportFormats)[number];
