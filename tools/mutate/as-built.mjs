// What the bundler sets, for sources that run without it: whoever loads a module of the command line first decides otherwise what version it takes itself for.
import product from '../../package.json' with { type: 'json' };

globalThis.METERLINT_VERSION = product.version;
