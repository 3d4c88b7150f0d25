const unsaid: Readonly<Record<'control' | 'uses' | 'stores' | 'value', (element: string, name: string) => string>> = {
  control: (element, name) => `'${element}' does not state control '${name}' itself`,
  uses: (element, name) => `'${element}' does not say 'uses ${name}'`,
  stores: (element, name) => `'${element}' does not store '${name}'`,
  value: (element, name) => `'${element}' does not state '${name}' itself`,
};

/** What is wrong with the design that a variant makes: a code, and what is the case. */
export interface Fault {
  readonly code: string;
  readonly what: readonly [what: string, ...facts: unknown[]];
}

/** What a variant says of its design, and what it makes of it. */
export const ofVariants = {
  'variant-clash': {
    there: (name: string): string =>
      `The design has '${name}' already. Say 'change ${name} { ... }', or take its own away with 'without ${name}'.`,
    addedTwice: (name: string): string => `'${name}' is added a second time, and only the first counts. Keep one.`,
    takenTwice: (name: string): string => `'${name}' is taken away a second time. Keep one.`,
    changedTwice: (name: string): string => `'${name}' is changed in a block above. Put all that changes into one block.`,
    changedAndGone: (name: string): string => `'${name}' is taken away, so that nothing is left to change. Keep one of the two.`,
    nothing: (element: string, what: keyof typeof unsaid, name: string): string =>
      `There is nothing to take away: ${unsaid[what](element, name)}. Leave it out, or correct the name.`,
    untouched: (name: string): string =>
      `The variant neither adds, changes nor takes away '${name}', so that it costs nothing there. Name something that it does.`,
    noCurrency: (name: string): string => `'${name}' is no currency. Write its three capital letters, such as EUR.`,
    currencies: (first: string, second: string): string =>
      `Costs in ${first} and in ${second} cannot be added up. Give all costs of a variant in one currency.`,
  },
  'variant-leftover': {
    still: (name: string, sort: string, element: string): string =>
      `'${name}' is taken away, and ${sort} '${element}' still names it. Take '${element}' away, too, change it, or add something called '${name}'.`,
  },
  'variant-fault': {
    /** What is wrong is told behind it, in the words of its own code. */
    with: (variant: string, { code }: Fault): string => `With '${variant}' (${code}):`,
  },
};
