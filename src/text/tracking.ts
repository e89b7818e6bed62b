/** Parameters that say where a reader came from, not what is read; names as the networks use them. */
const tracking =
  /^(?:utm_\w+|fbclid|gclid|gclsrc|dclid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid|mkt_tok|_hsenc|_hsmi|vero_id|oly_\w+_id|wickedid|s_cid|ref_src|ref_url|oc|ct|usg|at_medium|at_campaign|cmpid|xtor|__twitter_impression|guccounter|guce_\w+|ga_\w+|hss_channel|sr_share|share_id|smid|ncid)$/i;

/** Takes the tracking parameters out; an address without any is left byte for byte as it is. */
export const withoutTracking = (url: URL): URL => {
  if (url.search.length < 2) return url;
  const kept = url.search
    .slice(1)
    .split('&')
    .filter(pair => pair !== '' && !tracking.test(nameOf(pair)));
  const search = kept.length === 0 ? '' : `?${kept.join('&')}`;
  if (search !== url.search) url.search = search;
  return url;
};

const nameOf = (pair: string): string => {
  const [name = ''] = pair.split('=', 1);
  return name.replace(/^amp;/, '');
};
