/** A catalogue of three requirements that replaces nobody's: findings of designs with profile `p` are known by hand. */
export const catalogue = [
  'define component thing "Thing"',
  'define attribute loud "Loud" on component : yes | no default no',
  'define control sealed "Sealed" on component',
  'define control watched "Watched" on component',
  'define mechanism wax "Wax" on component { weak sealed because "it melts" }',
  'define requirement seal "Seal it" { severity high where loud = yes else medium applies to component where is thing needs sealed because "b" guidance "g" see nistir-7628 }',
  'define requirement watch "Watch it" { severity low applies to component where is thing needs watched because "b" guidance "g" see nistir-7628 }',
  'define profile p "P" { includes seal, watch }',
].join('\n');

/** A design whose things each have what is written in their bodies. */
export function design(name: string, things: Readonly<Record<string, string>>, ...more: readonly string[]): string {
  const lines = Object.entries(things).map(([thing, body]) => `component ${thing} is thing { ${body} }`);
  return [`design ${name} { profile p }`, ...lines, ...more, ''].join('\n');
}

export const both = 'control sealed control watched';
