// Loaded by `npm run laws` before the laws themselves.
process.env['METERLINT_LAWS'] = 'all';
