const day = 86_400_000;

/** Milliseconds in one of the units that people write after a number: `30m`, `24h`, `7d`, `2w`. */
export const unitMs = { s: 1000, m: 60_000, h: 3_600_000, d: day, w: 7 * day } as const;

/** Reads a span like `30m` as milliseconds; undefined when it is not one. */
export const parseSpan = (text: string): number | undefined => {
  const [, count, unit] = /^(\d{1,6})\s*([smhdw])$/i.exec(text.trim()) ?? [];
  return unit === undefined
    ? undefined
    : Number(count) * unitMs[unit.toLowerCase() as keyof typeof unitMs];
};

/** Reads `7d` (ago), `today`, `yesterday` or an ISO date as milliseconds since 1970, days in UTC; else undefined. */
export const parseMoment = (text: string, now: number): number | undefined => {
  const span = parseSpan(text);
  if (span !== undefined) return now - span;
  const midnight = Math.floor(now / day) * day;
  if (/^today$/i.test(text)) return midnight;
  if (/^yesterday$/i.test(text)) return midnight - day;
  if (!/^\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z?)?$/.test(text)) return undefined;
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : at;
};
