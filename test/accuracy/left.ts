/**
 * What only the author of a design can state, by the requirement that asks for it. No fix is preferred for these: which
 * value is true, where a thing stands and what is taken out, nobody else knows.
 */
export const authorOnly: Readonly<Record<string, string>> = {
  'authn-device-identity': 'who shares the key: what rests on a shared one stays weak, whatever is added',
  'authn-field-tool': 'how long a credential of the tool lives, and who shares its key',
  'authn-mutual': 'who shares the key: what rests on a shared one stays weak, whatever is added',
  'authn-network-join': 'who shares the key: what rests on a shared one stays weak, whatever is added',
  'authn-third-party': 'which shared secret is taken out of use',
  'avail-local-buffer': 'how long the meter keeps readings',
  'comm-dlms-suite': 'which security suite the meter has',
  'fw-secure-boot': 'nothing more: that it comes by a day is said already, and a plan is not overruled',
  'gov-inventory': 'zone, party, medium or data of what is drawn without',
  'gov-legacy': 'when the legacy component leaves service',
  'key-broadcast': 'that the command does not go to a whole group',
  'key-unique': 'who shares the key',
  'log-events': 'how long the records are kept: a log that is added asks for that',
  'log-protect': 'how long the records are kept',
  'model-reading': 'how the meters are read',
  'net-shared-platform': 'where the outward system runs',
  'priv-at-rest': 'who answers for the keys: encryption that is added asks for that',
  'priv-minimise': 'the interval that the purpose needs',
  'priv-retention': 'how long the data are kept',
};

/** The requirements of the findings that are left in each weak design, with how many where there are several. Nothing in the others. */
export const leftIn: Readonly<Record<string, string>> = {
  'examples/riverside.meter':
    'authn-device-identity, authn-field-tool, avail-local-buffer, fw-secure-boot, 3 gov-inventory, key-broadcast, 2 key-unique, 4 log-events, priv-at-rest, priv-minimise',
  'examples/reference/nl-dsmr/p2-default-key.meter': 'authn-device-identity, authn-mutual, authn-network-join, key-broadcast, key-unique',
  'examples/reference/tx-smart-meter-texas/bearer-token-without-expiry.meter': 'authn-third-party',
  'examples/reference/tx-smart-meter-texas/bearer-token-without-tls.meter': 'authn-third-party',
  'examples/reference/tx-smart-meter-texas/shared-ftps-account.meter': 'authn-third-party',
  'examples/reference/us-logical-ami/shared-field-tool-password.meter': 'authn-field-tool',
  'test/accuracy/nescor/ami-01-weak.meter': 'key-unique, 2 log-events, model-reading',
  'test/accuracy/nescor/ami-02-weak.meter': 'log-events, priv-at-rest',
  'test/accuracy/nescor/ami-03-weak.meter': 'gov-inventory, key-unique, 2 log-events, log-protect',
  'test/accuracy/nescor/ami-04-weak.meter':
    'authn-device-identity, authn-mutual, avail-local-buffer, key-broadcast, key-unique, 2 log-events, priv-minimise',
  'test/accuracy/nescor/ami-05-weak.meter':
    'authn-device-identity, authn-mutual, avail-local-buffer, key-broadcast, key-unique, 2 log-events, priv-minimise',
  'test/accuracy/nescor/ami-06-weak.meter': 'avail-local-buffer, 3 key-unique, 3 log-events, priv-minimise',
  'test/accuracy/nescor/ami-07-weak.meter': 'comm-dlms-suite, key-unique, log-events, log-protect, model-reading',
  'test/accuracy/nescor/ami-08-weak.meter': 'key-unique, 2 log-events, model-reading',
  'test/accuracy/nescor/ami-09-weak.meter': '3 key-unique, 2 log-events, model-reading',
  'test/accuracy/nescor/ami-10-weak.meter': 'authn-third-party, key-unique, 3 log-events, model-reading',
  'test/accuracy/nescor/ami-11-weak.meter': '2 key-unique, 2 log-events, model-reading',
  'test/accuracy/nescor/ami-12-weak.meter':
    'avail-local-buffer, key-unique, 3 log-events, net-shared-platform, priv-at-rest, priv-minimise, priv-retention',
  'test/accuracy/nescor/ami-13-weak.meter': 'key-unique, 3 log-events, model-reading',
  'test/accuracy/nescor/ami-14-weak.meter': 'avail-local-buffer, gov-inventory, key-unique, 3 log-events, priv-minimise',
  'test/accuracy/nescor/ami-15-weak.meter': 'key-unique, 3 log-events',
  'test/accuracy/nescor/ami-16-weak.meter': '2 key-unique, 3 log-events, model-reading',
  'test/accuracy/nescor/ami-17-weak.meter': 'avail-local-buffer, key-unique, 2 log-events, priv-minimise',
  'test/accuracy/nescor/ami-18-weak.meter': '2 key-unique, log-events',
  'test/accuracy/nescor/ami-19-weak.meter': 'key-unique, 2 log-events, model-reading',
  'test/accuracy/nescor/ami-21-weak.meter': 'authn-field-tool, key-unique, 2 log-events, model-reading',
  'test/accuracy/nescor/ami-23-weak.meter': 'authn-device-identity, key-unique, 3 log-events, model-reading',
  'test/accuracy/nescor/ami-24-weak.meter': 'gov-legacy, 2 key-unique, 2 log-events, log-protect, model-reading',
  'test/accuracy/nescor/ami-25-weak.meter': 'gov-legacy, key-unique, log-events',
  'test/accuracy/nescor/ami-26-weak.meter': 'log-events, priv-at-rest',
  'test/accuracy/nescor/ami-27-weak.meter': 'authn-device-identity, key-unique, 2 log-events, model-reading',
  'test/accuracy/nescor/ami-29-weak.meter': 'avail-local-buffer, 2 key-unique, 3 log-events, priv-minimise',
  'test/accuracy/nescor/ami-30-weak.meter': 'authn-device-identity, key-unique, 2 log-events, model-reading',
  'test/accuracy/nescor/ami-31-weak.meter': 'comm-dlms-suite, 2 key-unique, 2 log-events, model-reading',
  'test/accuracy/nescor/ami-32-weak.meter': 'key-unique, log-events, log-protect',
};

/** What is left even where the first value, placement or layer that is offered is taken: no text can be offered for it. */
export const unsayable: Readonly<Record<string, string>> = {
  'authn-third-party': 'a shared secret has to be taken out',
  'gov-inventory': 'party, medium or data are not known',
  'gov-legacy': 'the day on which it leaves service is not known',
  'model-reading': 'a flow has to be drawn',
  'net-shared-platform': 'the outward system has to run elsewhere',
  'priv-minimise': 'the interval of the data is not known',
};
