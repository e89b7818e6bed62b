import type { TopicId } from './verdict.ts';

/** Words by which the public's talk of a health subject is found, and the hashtag under which it is posted. */
export const topicSearches = {
  vaccines: { words: ['vaccine', 'vaccination', 'measles'], tag: 'vaccines' },
  medication: { words: ['drug recall', 'drug shortage', 'side effects'], tag: 'medication' },
  infection: { words: ['flu outbreak', 'COVID', 'RSV', 'norovirus'], tag: 'publichealth' },
  cancer: { words: ['cancer screening', 'cancer cure'], tag: 'cancer' },
  nutrition: { words: ['supplement', 'diet cure', 'raw milk'], tag: 'nutrition' },
  'mental-health': { words: ['anxiety', 'depression', 'suicide prevention'], tag: 'mentalhealth' },
  reproductive: { words: ['pregnancy', 'birth control', 'fertility'], tag: 'womenshealth' },
  children: { words: ['pediatrician', 'child health', 'school illness'], tag: 'pediatrics' },
  chronic: { words: ['diabetes', 'high blood pressure', 'asthma'], tag: 'diabetes' },
  policy: { words: ['Medicare', 'Medicaid', 'health insurance'], tag: 'healthpolicy' },
} as const satisfies Partial<
  Record<TopicId, { readonly words: readonly string[]; readonly tag: string }>
>;

export type HealthTopic = keyof typeof topicSearches;

/** The subjects that a practice may follow. */
export const healthTopics = Object.keys(topicSearches) as readonly HealthTopic[];
