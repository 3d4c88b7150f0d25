import type { Answers } from './answers.js';
import { stackOfChoice } from './protocols.js';
import type { DraftRow } from './rows.js';
import type { PartName, Topology, ZoneName } from './topologies.js';

/** A connection between the ends that a draft needs: from `from` to those of `to` that a flow goes to. */
interface Cable {
  readonly name: string;
  readonly title: string;
  readonly from: PartName;
  readonly to: readonly PartName[];
  /** Information goes both ways. */
  readonly twoWay: boolean;
  readonly stack: readonly string[];
  readonly zone?: ZoneName;
  readonly openedBy?: PartName;
}

/** The zone of the wide area network: whose it is, nobody but its carrier says. */
export function carrierZone(answers: Answers): ZoneName {
  const stack = stackOfChoice(answers['wide-area']?.[0] ?? '');
  return stack.length === 0 || stack.includes('private-lte') ? 'wan' : 'carrier';
}

/** Every connection there can be, with the protocols that were chosen. What nobody was asked about states none. */
function cables(topology: Topology, answers: Answers): Cable[] {
  const { chain, home } = topology;
  const chosen = (...ids: (keyof Answers)[]) => ids.flatMap((id) => stackOfChoice(answers[id]?.[0] ?? ''));
  const below = chain.at(-2)!;
  const office = { twoWay: true, stack: [] } as const;
  const between = chain.length < 3 ? [] : [chain[1]!];
  // What leaves the field runs over the carrier's network; behind a server of the radio network all is within the utility's rooms.
  const leaving = chain.length < 4 ? below : chain.at(-3)!;
  return [
    {
      name: topology.mesh ? 'mesh' : 'last-mile',
      title: topology.mesh ? 'Radio mesh' : 'Last mile',
      from: 'meter',
      to: topology.mesh ? ['meter', ...between] : between,
      twoWay: true,
      stack: chosen('last-mile'),
    },
    {
      name: 'uplink',
      title: 'Way to the head-end',
      from: leaving,
      to: [chain[chain.indexOf(leaving) + 1]!],
      twoWay: true,
      stack: chosen('wide-area', 'transport'),
      zone: carrierZone(answers),
      openedBy: leaving,
    },
    { name: 'feed', title: 'Feed to the head-end', from: 'lns', to: ['hes'], ...office },
    { name: 'local', title: 'Home network', from: home, to: ['display', 'switch'], twoWay: true, stack: chosen('home'), zone: 'han' },
    { name: 'bus', title: 'Office network', from: 'hes', to: ['mdms', 'billing'], ...office },
    { name: 'studies', title: 'Feed for planning', from: 'mdms', to: ['planning'], ...office },
    { name: 'console', title: "Operator's console", from: 'desk', to: ['hes'], ...office },
    { name: 'key-service', title: 'Key service', from: 'kms', to: ['hes'], ...office },
    { name: 'alerts', title: 'Alarm feed', from: 'hes', to: ['monitoring'], ...office },
    { name: 'grid-link', title: 'Grid control', from: 'grid', to: ['hes'], ...office },
    { name: 'market', title: 'Flexibility market', from: 'grid', to: ['aggregator'], twoWay: true, stack: chosen('response') },
    { name: 'share', title: 'Disclosure', from: 'mdms', to: ['service'], twoWay: true, stack: chosen('third-party') },
    { name: 'delivery', title: 'Firmware delivery', from: 'vendor', to: ['hes'], twoWay: false, stack: [] },
    { name: 'remote', title: 'Remote support', from: 'vendor', to: ['jump'], twoWay: true, stack: ['remote-access'] },
    { name: 'admin', title: 'Administration', from: 'jump', to: ['hes'], ...office },
    { name: 'counter', title: 'Counter', from: 'buyer', to: ['till'], ...office },
    { name: 'vending-link', title: 'Way to the vending system', from: 'till', to: ['vending'], ...office },
    { name: 'keypad', title: 'Keypad', from: 'buyer', to: ['meter'], ...office },
    { name: 'handheld', title: 'Work with the tool', from: 'technician', to: ['tool'], ...office },
    { name: 'port', title: 'Optical port', from: 'tool', to: ['meter'], ...office },
  ];
}

/** The links of a draft: the chain from the meter up, and what a pair of neighbours on some flow's way needs. */
export function linksFor(topology: Topology, answers: Answers, ways: readonly (readonly PartName[])[]): DraftRow[] {
  const pairs = new Set(
    [topology.chain, ...ways].flatMap((way) => way.slice(1).flatMap((to, index) => [`${way[index]} ${to}`, `${to} ${way[index]}`])),
  );
  return cables(topology, answers).flatMap((cable): DraftRow[] => {
    const ends = cable.to.filter((end) => end === cable.from || pairs.has(`${cable.from} ${end}`));
    if (ends.every((end) => end === cable.from)) return [];
    const zone = cable.zone === undefined ? '' : ` in ${cable.zone}`;
    const over = cable.stack.length === 0 ? '' : ` over ${cable.stack.join(', ')}`;
    const opened = cable.openedBy === undefined ? '' : ` opened by ${cable.openedBy}`;
    const rest = `: ${cable.from} ${cable.twoWay ? '<->' : '->'} ${ends.join(', ')}${zone}${over}${opened}`;
    return [{ sort: 'link', name: cable.name, title: cable.title, rest }];
  });
}
