import { kindTable, mayStand, sortOfKind } from '../../language/semantics/index.js';
import type { KindSort, ElementSort } from '../../language/model/index.js';
import { exampleOf } from './kinds.js';
import { freeName } from '../../language/writing/index.js';
import type { Situation } from './situation.js';

const severities = '${4|high,critical,medium,low,info|}';

/** `define ...` and `cite` with places to fill in. */
export function definitionForms(statement: string, situation: Situation): string | undefined {
  const { catalogue } = situation;
  const [, sort = ''] = statement.split(' ');
  const name = freshDefinition(`new-${sort}`, situation);
  const head = `${statement} \${1:${name}} "\${2:Title}"`;
  const body = (...lines: string[]) => [`${head} {`, ...lines.map((line) => `    ${line}`), '}'].join('\n');
  const first = (table: ReadonlyMap<string, unknown>): string | undefined => table.keys().next().value;
  const [control, standard, requirement] = [controlAt('component', situation), first(catalogue.standards), first(catalogue.requirements)];
  const [threat, harm, profile] = [first(catalogue.threats), first(catalogue.harms), first(catalogue.profiles)];
  switch (statement) {
    case 'define zone':
    case 'define component':
    case 'define data':
    case 'define service': {
      const kind = exampleOf(kindTable(sortOfKind(sort as KindSort), catalogue));
      return kind && `${head} is \${3:${kind}}`;
    }
    case 'define control':
      return `${head} on \${3|component,link,flow,zone,data,design|}`;
    case 'define mechanism':
      if (control === undefined || standard === undefined) return undefined;
      return `${head} on component {\n    provides \${3:${control}}\n    see \${4:${standard}} unverified\n}`;
    case 'define standard':
      return body('publisher "${3:Publisher}"', 'edition "${4:2026}"', 'url "${5:https://}"');
    case 'define harm':
      return head;
    case 'define threat':
      return harm && body(`leads to \${3:${harm}}`);
    case 'define attack':
      return threat && body(`leads to \${3:${threat}}`);
    case 'define attribute':
      return `${head} on \${3|component,link,flow,zone,data,design|}: \${4|boolean,integer,duration,text,date|}`;
    case 'define condition': {
      const kind = exampleOf(catalogue.componentKinds);
      return kind && `${head} on component where is \${3:${kind}}`;
    }
    case 'define profile':
      return profile && requirement && body(`extends \${3:${profile}}`, `includes \${4:${requirement}}`);
    case 'define requirement': {
      const kind = exampleOf(catalogue.componentKinds);
      if (control === undefined || kind === undefined || threat === undefined) return undefined;
      return body(
        `category \${3:${[...catalogue.requirements.values()].find(({ category }) => category !== undefined)?.category ?? 'integrity'}}`,
        `severity ${severities}`,
        `applies to component where is \${5:${kind}}`,
        `    needs \${6:${control}}`,
        `mitigates \${7:${threat}}`,
        'because "${8:Why it matters.}"',
        'guidance "${9:What to do.}"',
      );
    }
    case 'cite':
      return standard && requirement && `cite \${1:${standard}} "\${2:clause}" for \${3:${requirement}}`;
    default:
      return undefined;
  }
}

function controlAt(sort: ElementSort, { catalogue }: Situation): string | undefined {
  return [...catalogue.controls.values()].find((control) => mayStand(control, sort))?.name;
}

/** A name that no definition has. */
function freshDefinition(start: string, { catalogue, cursor }: Situation): string {
  const written = new Set([...cursor.before, ...cursor.after].map(({ image }) => image));
  const tables = Object.values(catalogue) as ReadonlyMap<string, unknown>[];
  return freeName(start, (name) => written.has(name) || tables.some((table) => table.has(name)));
}
