import type { Catalogue } from '../language/model/index.js';
import type { Choice } from './answers.js';

/** Choices that are no protocol of the catalogue. */
const without: Readonly<Record<string, { readonly label: string; readonly description: string }>> = {
  'own-network': { label: "The utility's own network", description: 'fibre, copper or microwave that no carrier runs' },
  'without-tunnel': { label: 'No protection of its own', description: 'the wide area network carries what the other layers send' },
  'without-application': { label: 'No protection from end to end', description: 'each hop protects itself' },
};

/** Names that say more than the catalogue's title in a list of choices. */
const labels: Readonly<Record<string, string>> = {
  'shared-medium': "The manufacturer's own radio mesh",
  'wifi-wpa3+ieee-2030.5': 'IEEE 2030.5 over Wi-Fi',
};

/** A choice is the stack it stands for, from the lowest layer up, joined by `+`: so a command line can name it. */
export function stackOfChoice(choice: string): readonly string[] {
  return choice in without ? [] : choice.split('+');
}

export function protocolChoices(ids: readonly string[], { mechanisms }: Pick<Catalogue, 'mechanisms'>): Choice[] {
  return ids.map((id) => {
    const title =
      labels[id] ??
      stackOfChoice(id)
        .map((name) => mechanisms.get(name)?.title ?? name)
        .join(' + ');
    return { id, label: title, description: id, ...without[id] };
  });
}

/** How the way between the field and the head-end may be protected. */
export const transports = ['mutual-tls', 'tls-1.3', 'mutual-tls-1.2', 'tls-1.2', 'dtls-psk-unique', 'ipsec', 'without-tunnel'];

/** Protocols of the customer's side, that carry values and commands; `displayOnly` ones carry values only. */
export const homeProtocols = ['zigbee-cbke', 'wifi-wpa3+ieee-2030.5', 'wifi-wpa3', 'wmbus-profile-b'];
export const displayOnlyProtocols = ['p1-port', 'customer-port'];

export const thirdPartyProtocols = [
  'oauth2-mtls',
  'tls-1.3+green-button-connect',
  'tls-1.3+oauth2-private-key-jwt',
  'sftp',
  'tls-1.3+oauth2-bearer',
];

export const responseProtocols = ['tls-1.3+openadr-3', 'openadr-2', 'ieee-2030.5', 'mutual-tls'];
