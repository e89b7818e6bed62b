/** Minutes east of UTC for the zone names that feeds write; ambiguous ones as RFC 822 and newsrooms mean them. */
const zones = new Map<string, number>([
  ...['z', 'ut', 'utc', 'gmt', 'wet', 'gmt+0', 'zulu'].map(name => [name, 0] as const),
  ...['cet', 'met', 'mez', 'bst', 'west', 'wat', 'ist+1'].map(name => [name, 60] as const),
  ...['cest', 'mest', 'mesz', 'eet', 'sast', 'cat'].map(name => [name, 120] as const),
  ...['eest', 'msk', 'trt', 'eat'].map(name => [name, 180] as const),
  ['ist', 330],
  ...['sgt', 'hkt', 'awst', 'pht'].map(name => [name, 480] as const),
  ...['jst', 'kst'].map(name => [name, 540] as const),
  ['acst', 570],
  ['aest', 600],
  ['acdt', 630],
  ['aedt', 660],
  ['nzst', 720],
  ['nzdt', 780],
  ['nst', -210],
  ['ndt', -150],
  ...['ast', 'edt'].map(name => [name, -240] as const),
  ...['est', 'cdt', 'et'].map(name => [name, -300] as const),
  ...['cst', 'mdt', 'ct'].map(name => [name, -360] as const),
  ...['mst', 'pdt', 'mt'].map(name => [name, -420] as const),
  ...['pst', 'akdt', 'pt'].map(name => [name, -480] as const),
  ['akst', -540],
  ['hst', -600],
  ['adt', -180],
  ['brt', -180],
]);

/** Minutes east of UTC for `EST`, `+0100`, `-5:30`, `GMT+2`; undefined when it is no zone. */
export const offsetOf = (zone: string): number | undefined => {
  const text = zone.trim().toLowerCase();
  const named = zones.get(text);
  if (named !== undefined) return named;
  const [, area, sign, hours, minutes] =
    /^(etc\/)?(?:gmt|utc|ut)?\s*([+-])\s?(\d{1,2}):?(\d{2})?$/.exec(text) ?? [];
  if (sign === undefined || Number(hours) > 15) return undefined;
  const offset = Number(hours) * 60 + Number(minutes ?? 0);
  // The zone database counts its "Etc/GMT+2" the other way round.
  return (sign === '-') === (area === undefined) ? -offset : offset;
};
