declare const LISTEN_VERSION: string | undefined;

/** The version of this build, from package.json. */
export const version = typeof LISTEN_VERSION === 'string' ? LISTEN_VERSION : '0.0.0-dev';
