/** What a person types or pastes of a mention that no feed brings; only the words are needed. */
export const handFields = ['words', 'who', 'stars', 'when', 'link'] as const;
export type HandField = (typeof handFields)[number];

export type ByHand = Readonly<Record<HandField, string>>;
