/** What the editor says at another place that has to do with a validation error. */
export const nearby = {
  definition: (name: string): string => `definition of '${name}'`,
  firstDefinition: (name: string): string => `the first definition of '${name}'`,
  firstClause: (words: string): string => `the first '${words}'`,
  firstDecision: 'the first decision',
  design: (name: string): string => `design ${name}`,
  declared: (name: string): string => `'${name}' is declared here`,
  declaredToo: (name: string): string => `'${name}' is declared here, too`,
  importBack: 'the import back',
  extended: 'what it extends',
  faulty: (variant: string): string => `what is wrong with '${variant}'`,
  link: (name: string): string => `link '${name}'`,
  phase: (name: string): string => `phase '${name}'`,
  component: (name: string): string => `component '${name}'`,
  requirement: (name: string): string => `requirement '${name}'`,
  value: (attribute: string, word: string): string => `${attribute} = ${word}`,
  other: (words: string): string => `'${words}'`,
};
