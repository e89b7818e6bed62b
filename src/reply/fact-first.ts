/** What a reply needs of a claim of the library. */
export type Correctable = {
  readonly claim: string;
  readonly fact: string;
  readonly sources: readonly { readonly organisation: string; readonly address: string }[];
  /** When the claim and its sources were last checked: `2026-11` or `2026-11-20`. */
  readonly date?: string;
};

export type FactFirst = {
  readonly text: string;
  /** The same for the blanks of a template; no source is no blank filled, and screening blocks that. */
  readonly blanks: { readonly fact: string; readonly source?: string };
  /** What the person should know before using it; each a sentence. */
  readonly warnings: readonly string[];
};

/** Facts older than this may have moved on. */
const freshMonths = 12;

/**
 * The fact, then who says so, then an invitation; the myth is not repeated, since what comes first is what is
 * remembered. `reviewed` is when the claim library was last gone through, `now` in milliseconds since 1970.
 */
export const factFirst = (
  { fact, sources, date }: Correctable,
  now: number,
  reviewed?: string,
): FactFirst => {
  const [source] = sources;
  const said = /[.!?]$/.test(fact.trim()) ? fact.trim() : `${fact.trim()}.`;
  const cited = source && `${source.organisation}: ${source.address}`;
  const closing = 'For a personal question, your own doctor or pharmacist knows the full picture.';
  const warnings = [
    ...(source ? [] : ['No credible source is attached to this claim; find one before answering.']),
    ...(date !== undefined && reviewed !== undefined && date < reviewed.slice(0, date.length)
      ? [
          `This claim was checked in ${date}, before the library was last reviewed (${reviewed}); check its source.`,
        ]
      : []),
    ...(date !== undefined && monthsSince(date, now) > freshMonths
      ? [`This claim was last checked in ${date}; see whether its source still says so.`]
      : []),
  ];
  return {
    text: `${[said, ...(cited === undefined ? [] : [cited])].join(' ')}\n${closing}`,
    blanks: { fact: said, ...(cited === undefined ? {} : { source: cited }) },
    warnings,
  };
};

const monthsSince = (date: string, now: number): number => {
  const [year = 0, month = 1] = date.split('-').map(Number);
  const today = new Date(now);
  return (today.getUTCFullYear() - year) * 12 + today.getUTCMonth() + 1 - month;
};
