import type { Practice } from '../core/practice.ts';
import type { Classifiable } from '../core/verdict.ts';
import type { Document } from './document.ts';
import { readNames } from './names.ts';
import type { Hit } from './rules.ts';

/** Whether a text is about this practice: `unsaid` when it names nobody under our own page, where thanks are for us. */
export type Standing = 'ours' | 'others' | 'unsaid';

/** Says whose a text is; `hits` of the lexicon `care` tell a patient's own words. */
export type About = (document: Document, item: Classifiable, hits: readonly Hit[]) => Standing;

/**
 * Names decide first: ours say yes, a namesake's place says no, and a name cut short must speak of care too. Then the
 * source: reviews and what a source about the practice brings are ours; a comment is ours when it speaks of care
 * received; posts and headlines need the name. Stars meant for somebody else are never ours.
 */
export const readAbout = (practice: Practice, names = readNames(practice)): About => {
  const isSetUp = practice.name.trim() !== '';
  return (document, item, hits) => {
    if (hits.some(({ rule }) => rule.id === 'mistaken')) return 'others';
    const named = names(document);
    if (named === 'ours') return 'ours';
    if (named === 'in short' && (speaksOfUs(hits) || has(hits, 'praise') || has(hits, 'question')))
      return 'ours';
    if (named === 'namesake') return 'others';
    if (item.about === 'practice') return 'ours';
    if (item.about === 'topic') return 'others';
    const isOurs = speaksOfUs(hits);
    switch (item.kind) {
      case 'review':
        return 'ours';
      case 'headline':
        return 'others';
      case 'post':
        return !isSetUp && isOurs ? 'ours' : 'others';
      case 'question':
        return has(hits, 'question') || isOurs ? 'ours' : 'unsaid';
      case 'comment':
        return isOurs ? 'ours' : has(hits, 'elsewhere') ? 'others' : 'unsaid';
      case undefined:
        return item.rating !== undefined || (!isSetUp && isOurs) ? 'ours' : 'others';
      default:
        return item.kind satisfies never;
    }
  };
};

/** What a patient says under our own page, unless it is said of another place. */
const speaksOfUs = (hits: readonly Hit[]): boolean =>
  (has(hits, 'care') || has(hits, 'negative')) && !has(hits, 'elsewhere');

const has = (hits: readonly Hit[], lexicon: string): boolean =>
  hits.some(({ rule }) => rule.lexicon === lexicon);
