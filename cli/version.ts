/** Set by the bundler; `0.0.0` when run from source. */
declare const METERLINT_VERSION: string | undefined;

export const version = typeof METERLINT_VERSION === 'string' ? METERLINT_VERSION : '0.0.0';
