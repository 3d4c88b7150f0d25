import { alternatives, meantPerhaps, quoted, quotedNear } from './lists.js';
import type { Near } from '../nearest.js';

/** What each sort of reference expects. */
const sorts: Readonly<Record<string, string>> = {
  Zone: 'zone',
  Component: 'component',
  Data: 'data',
  Link: 'link',
  Flow: 'flow',
  Design: 'design',
  Subject: 'element of this design',
  ZoneKind: 'zone kind',
  ComponentKind: 'component kind',
  DataClass: 'class of data',
  Service: 'service',
  Kind: 'kind',
  Control: 'control',
  Mechanism: 'mechanism',
  Phase: 'phase',
  Variant: 'variant',
  Declaration: 'element',
  Standard: 'standard',
  Harm: 'harm',
  Threat: 'threat',
  Attribute: 'attribute',
  Requirement: 'requirement',
  Profile: 'profile',
  NamedCondition: 'condition',
};

const elements: ReadonlySet<string> = new Set(['Zone', 'Component', 'Data', 'Link', 'Flow', 'Phase', 'Declaration']);

function whatToDo(type: string): string {
  if (elements.has(type)) return 'Declare it, or import the file that does.';
  return type === 'Subject' ? 'Name a zone, component, data, link, flow or the design.' : 'Completion lists those that are defined.';
}

/** Names that nobody declares or several do, text that cannot be read, and imports. */
export const ofTexts = {
  'unreadable-file': {
    unread: (reason: string): string => `This cannot be read: ${reason}. What stands in it is not reviewed.`,
  },
  'unknown-name': {
    /** `type` is the sort of reference; `files` declare such a name and are not imported. */
    nowhere: (name: string, type: string, near: readonly Near[], files: readonly string[]): string => {
      const hint = near.length > 0 ? meantPerhaps(quotedNear(near)) : files.length > 0 ? '' : ` ${whatToDo(type)}`;
      const imported = files.length > 0 ? ` '${files[0]}' declares it: import that file.` : '';
      return `There is no ${sorts[type] ?? 'name'} '${name}' here.${hint}${imported}`;
    },
    elementNotKind: (name: string): string =>
      `'${name}' is an element, and 'every' takes a kind. To decide on it alone, leave 'every' out.`,
    kindNotElement: (name: string): string =>
      `'${name}' is a kind, not an element of this design. To decide on all that is of it, write 'every ${name}'.`,
    otherSort: (name: string, sort: string, type: string, meant: readonly string[]): string => {
      const wanted = sorts[type] ?? 'name';
      const hint = meant.length > 0 ? meantPerhaps(quoted(meant)) : ` Name a ${wanted}, or declare one under another name.`;
      return `'${name}' is a ${sort}, and here a ${wanted} is named.${hint}`.replaceAll(' a data', ' data');
    },
  },
  'duplicate-name': {
    twice: (name: string): string => `'${name}' is declared already, and elements of a design share one name space. Rename one of the two.`,
  },
  redefinition: {
    ofBuiltIn: (name: string): string => `'${name}' is defined already; the built-in catalogue cannot be changed: choose another name.`,
    twice: (name: string): string => `'${name}' is defined already; remove one of the two, or choose another name.`,
  },
  'several-designs': {
    second: (first: string, second: string): string =>
      `A file holds one design: '${first}' is the one of this file. Put '${second}' into a file of its own.`,
  },
  'everyday-name': {
    blank: 'An everyday name without a letter is found by nobody. Leave it out.',
    own: (word: string, name: string): string =>
      `'${name}' is found by its own name: no everyday name has to say it again. Leave "${word}" out.`,
    ofAnother: (word: string, other: string): string =>
      `'${other}' is the name of another definition, which is what whoever writes it means. Leave "${word}" out.`,
    twice: (word: string): string => `"${word}" stands here twice. Leave one out.`,
  },
  'import-missing': {
    absent: (path: string, near: readonly string[]): string =>
      `There is no file '${path}', or it cannot be read.${meantPerhaps(alternatives(near.slice(0, 1).map((file) => `"${file}"`)))}`,
  },
  'import-outside': {
    outside:
      'This import leads out of the folders of the workspace and is not read. Copy the file into it, or open the folder that holds both.',
  },
  'import-unsaved': {
    unsaved: 'An import is a path from the folder of this file, which has none before it is saved. Save it, and the import is read.',
  },
  'import-path': {
    other: `An import is a path from this file with '/', such as "zones.meter" or "../common/zones.meter".`,
  },
  'import-cycle': {
    itself: 'This file imports itself. Remove the import.',
    back: (path: string): string => `'${path}' imports this file in turn. Take one of the two imports away.`,
  },
  'repeated-import': {
    twice: (path: string): string => `'${path}' is imported already. Remove one of the two.`,
  },
  'unused-import': {
    unused: (path: string): string =>
      `Nothing here, or in a file that imports this one, uses what '${path}' declares. Remove the import; definitions are seen everywhere without one.`,
  },
};
