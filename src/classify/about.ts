import type { Practice } from '../core/practice.ts';
import type { Classifiable } from '../core/verdict.ts';
import type { Document } from './document.ts';
import { readNames } from './names.ts';
import type { Hit } from './rules.ts';

/** Says whether a text is about this practice; `hits` of the lexicon `care` tell a patient's own words. */
export type About = (document: Document, item: Classifiable, hits: readonly Hit[]) => boolean;

/**
 * Names decide first: ours say yes, a namesake's place says no. Then the source: reviews and what a source about the
 * practice brings are ours; a comment is ours when it speaks of care received; posts and headlines need the name.
 */
export const readAbout = (practice: Practice): About => {
  const names = readNames(practice);
  const isSetUp = practice.name.trim() !== '';
  return (document, item, hits) => {
    const named = names(document);
    if (named === 'ours') return true;
    if (named === 'namesake') return false;
    if (item.about === 'practice') return true;
    if (item.about === 'topic') return false;
    const speaksOfCare = hits.some(({ rule }) => rule.lexicon === 'care');
    switch (item.kind) {
      case 'review':
        return true;
      case 'headline':
        return false;
      case 'post':
        return false;
      case 'question':
        return hits.some(({ rule }) => rule.lexicon === 'question');
      case 'comment':
        return speaksOfCare;
      case undefined:
        return item.rating !== undefined || (!isSetUp && speaksOfCare);
      default:
        return item.kind satisfies never;
    }
  };
};
