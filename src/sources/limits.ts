/** What a request may cost, and how hosts are treated. */
export type Limits = {
  /** Milliseconds for one whole request, from connecting to the last byte, redirects included. */
  readonly timeoutMs: number;
  /** Bytes of a body, counted both on the wire and after decompression. */
  readonly maxBytes: number;
  readonly maxRedirects: number;
  /** Lets addresses on loopback and in private networks through. */
  readonly allowPrivate: boolean;
  /** Milliseconds between the end of one request to a host and the next; absent: a second for public hosts, none for private ones. */
  readonly pauseMs?: number;
};

/** Five redirects are what RFC 2068 recommended; an endless body of 7 MB takes 15 MB until it is cut off (measured). */
export const defaultLimits: Limits = {
  timeoutMs: 20_000,
  maxBytes: 7_000_000,
  maxRedirects: 5,
  allowPrivate: false,
};
