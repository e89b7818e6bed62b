import { readAbout } from '../classify/about.ts';
import type { Knowledge } from '../classify/classifier.ts';
import { readDocument } from '../classify/document.ts';
import type { MixRows } from '../classify/duty-mix.ts';
import { dutyHeads } from '../classify/duty-heads.ts';
import { dutyLogits } from '../classify/duty-logits.ts';
import { signalsOf } from '../classify/duty-signals.ts';
import type { DutyEvidence } from '../classify/duty-signals.ts';
import { readFeatures } from '../classify/features.ts';
import { judgeFeelings } from '../classify/feelings.ts';
import { findIdentifiers } from '../classify/identifiers.ts';
import { readLanguage } from '../classify/language.ts';
import type { Model } from '../classify/model.ts';
import type { SentimentLexicon } from '../classify/sentiment-lexicon.ts';
import { withoutAccents } from '../classify/spanish.ts';
import type { Classifiable } from '../core/verdict.ts';
import type { DutyText } from './duty-texts.ts';
import { fit } from './fit.ts';
import type { Example } from './fit.ts';
import { lakeside } from './lakeside.ts';
import { fitMix } from './mix.ts';
import { shrink } from './shrink.ts';

type Known = Omit<Knowledge, 'duty'>;

/** Gathers what the rules and the sentiment models say of a text before duty is judged. */
const gatherer = ({ rules, feelings }: Known) => {
  const about = readAbout(lakeside);
  return (item: Classifiable): DutyEvidence => {
    const document = readDocument(item.text, item.title);
    const language = readLanguage(document);
    const felt = judgeFeelings(document, item, feelings, language);
    const hits = rules(document);
    const identified = Math.max(0, ...findIdentifiers(document, hits).map(one => one.confidence));
    const aboutPractice = about(document, item, hits) === 'ours';
    // Judging leaves out the letters of the whole, which learning needs.
    const features = readFeatures(felt.features.document, feelings.english.sentiment);
    const { sentiment, topics, sorest } = felt;
    return { item, features, hits, sentiment, topics, sorest, aboutPractice, identified, language };
  };
};

const shape = {
  kind: 'sigmoid',
  columns: dutyHeads.length,
  wordBits: 16,
  letterBits: 15,
  letterShare: 0.7,
} as const;
const schedule = { epochs: 14, rate: 0.8, calm: 0.05, seed: 7 } as const;
const folds = 5;

/**
 * The chance from which a head is said: it becomes the half of what the mix gives. Missed danger costs more than a look
 * too many; the others balance recall and precision on texts that no fold had seen.
 */
const said = {
  urgent: 0.2,
  negative: 0.43,
  advice: 0.35,
  privacy: 0.28,
  legal: 0.3,
  question: 0.3,
  spam: 0.3,
  warm: 0.35,
} as const;

/** What is written to disk, and read back as `DutyKnowledge`. */
type FittedDuties = { readonly model: Model; readonly mix: MixRows };

/** Texts between two that a fold leaves out are neighbours of their kind, so that each fold has some of all. */
export const fitDuties = (texts: readonly DutyText[], knowledge: Known): FittedDuties => {
  const gather = gatherer(knowledge);
  const { sentiment } = knowledge.feelings.english;
  const examples = texts.map(text => exampleOf(text, sentiment));
  const train = (isLeft: (at: number) => boolean): Model =>
    shrink(
      fit(
        examples.filter(({ features }, at) => features.count > 0 && !isLeft(at)),
        shape,
        schedule,
      ),
    );
  // The mix must weigh the model as it is on texts that it has not seen.
  const weighed = Array.from({ length: folds }, (_, fold) => {
    const model = train(at => at % folds === fold);
    return texts
      .filter(({ seen }, at) => at % folds === fold && !seen)
      .map(text => ({ text, evidence: gather(text.item) }))
      .filter(({ evidence }) => evidence.features.count > 0)
      .map(({ text, evidence }) => ({
        text,
        signals: signalsOf(evidence, dutyLogits(model, evidence.features)),
      }));
  }).flat();
  const mix = fitMix(
    weighed.map(({ text, signals }) => ({
      signals,
      holds: dutyHeads.map(head => text.holds.includes(head)),
      worth: dutyHeads.map(head => (text.unsaid.includes(head) ? 0 : text.weight)),
    })),
    schedule.seed,
  );
  const heads = mix.heads.map((row, at) => {
    const chance = said[dutyHeads[at] ?? 'warm'];
    const bias = (row[0] ?? 0) - Math.log(chance / (1 - chance));
    return row.with(0, Math.round(bias * 1000) / 1000);
  });
  return { model: train(() => false), mix: { ...mix, heads } };
};

const exampleOf = (
  { item, holds, unsaid, weight }: DutyText,
  lexicon: SentimentLexicon,
): Example => {
  const document = readDocument(item.text, item.title);
  const read = readLanguage(document) === 'es' ? withoutAccents(document) : document;
  return {
    features: readFeatures(read, lexicon),
    label: bitsOf(holds),
    unsaid: bitsOf(unsaid),
    weight,
  };
};

const bitsOf = (heads: readonly string[]): number =>
  dutyHeads.reduce((bits, head, at) => (heads.includes(head) ? bits | (1 << at) : bits), 0);
