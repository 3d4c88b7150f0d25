import { AstUtils, type AstNode } from 'langium';
import { AstNodeHoverProvider } from 'langium/lsp';
import type { LangiumDocument } from 'langium';
import type { Hover, HoverParams } from 'vscode-languageserver';
import * as ast from '../language/generated/ast.js';
import { documentationOf } from '../language/read/range.js';
import { markdown } from '../report/page.js';
import { pageOf } from '../report/pages.js';
import { citationWords, shapes } from '../report/words.js';
import { findingMessage } from '../report/message.js';
import { elementNamed, Evaluator, type Assessment, type Result } from '../review/index.js';
import { bullets, code, paragraphs, text } from './markdown.js';
import type { MeterServerServices } from './module.js';

/** What a name stands for; of an element, how it stands in the review. */
export class MeterHover extends AstNodeHoverProvider {
  private readonly services: MeterServerServices;

  constructor(services: MeterServerServices) {
    super(services);
    this.services = services;
  }

  override async getHoverContent(document: LangiumDocument, params: HoverParams): Promise<Hover | undefined> {
    try {
      return await super.getHoverContent(document, params);
    } catch (error) {
      this.services.shared.server.log(`Hover failed: ${String(error)}`);
      return undefined;
    }
  }

  protected override getAstNodeHoverContent(node: AstNode): string | undefined {
    return this.describe(node);
  }

  /** A node in words: completion shows the same. */
  describe(node: AstNode): string | undefined {
    if (ast.isElement(node) || ast.isDesign(node)) return ast.isDecision(node) ? undefined : this.element(node);
    return ast.isDefinition(node) ? this.definition(node) : undefined;
  }

  private definition(node: ast.Definition): string | undefined {
    const catalogue = this.services.shared.meter.Designs.catalogue();
    const name = node.name;
    if (ast.isRequirement(node) || ast.isMechanism(node) || ast.isControl(node)) {
      const page = pageOf(name, catalogue);
      return page === undefined
        ? undefined
        : paragraphs([
            markdown(page)
              .replace(/^# /, '### ')
              .replace(/^## (.*)$/gm, '**$1**'),
          ]);
    }
    const heading = `${code(name)}${node.title === undefined ? '' : ` ${text(node.title)}`}`;
    const documentation = documentationOf(node);
    const parts: (string | undefined)[] = [heading, documentation === undefined ? undefined : text(documentation)];
    if (ast.isComponentKind(node) || ast.isZoneKind(node) || ast.isDataClass(node) || ast.isService(node)) {
      if (node.parents.length > 0) parts.push(`is ${node.parents.map((parent) => code(parent.$refText)).join(', ')}`);
    } else if (ast.isAttribute(node)) {
      parts.push(`on ${node.places.join(', ')}: ${node.words.map(code).join(' or ')}`);
    } else if (ast.isStandard(node)) {
      const words = citationWords({ standard: name, clause: undefined, unverified: false, range: undefined as never }, catalogue);
      parts.push(text([words, node.publisher[0], node.edition[0]].filter((part) => part !== undefined).join(', ')));
    } else if (ast.isProfile(node)) parts.push(`${node.includes.length} requirements of its own`);
    for (const note of 'notes' in node ? node.notes : []) parts.push(text(note.text));
    return paragraphs(parts);
  }

  private element(node: Exclude<ast.Element, ast.Decision> | ast.Design): string | undefined {
    const uri = AstUtils.getDocument(node).uri;
    const parts: (string | undefined)[] = [
      `${code(`${node.$type.toLowerCase()} ${node.name}`)}${node.title === undefined ? '' : ` ${text(node.title)}`}`,
      documentationOf(node) === undefined ? undefined : text(documentationOf(node)!),
    ];
    const designs = this.services.shared.meter.Designs.of(uri);
    designs.forEach((architecture, index) => {
      const assessment = this.services.shared.server.Assessments.of(architecture);
      if (index === 0) parts.push(this.facts(node.name, assessment));
      if (designs.length > 1) parts.push(`**In design ${text(architecture.design.name)}**`);
      parts.push(standing(node.name, assessment));
    });
    return paragraphs(parts);
  }

  /** What an element is, with everything its kinds bring along. */
  private facts(name: string, assessment: Assessment): string | undefined {
    const { architecture, date } = assessment;
    const element = elementNamed(architecture, name);
    if (element === undefined || element.kinds.length === 0) return undefined;
    const { facts } = new Evaluator(architecture, date);
    const kinds = [...facts.kinds(element).keys()];
    const lines = [`is ${kinds.slice(0, 12).map(code).join(', ')}${kinds.length > 12 ? ' …' : ''}`];
    if (element.place === 'component' || element.place === 'zone') {
      const zones = facts.zonesAround(element.zone).map((zone) => code(zone.name));
      lines.push(zones.length === 0 ? 'in no zone' : `in ${zones.join(', within ')}`);
    }
    return bullets(lines);
  }
}

/** The states of an element's requirements: what is open, with why; the rest by number. */
function standing(name: string, assessment: Assessment): string {
  const open = assessment.findings
    .filter((finding) => finding.element === name)
    .map((finding) => `${shapes[finding.severity]} ${code(finding.requirement)} ${text(findingMessage(finding, assessment))}`);
  const results = assessment.results.filter((result) => result.element === name);
  const names = (state: Result['state']) => results.filter((result) => result.state === state).map((result) => code(result.requirement));
  const told = (['met', 'accepted', 'excluded', 'not applicable'] as const)
    .map((state) => ({ state, found: names(state) }))
    .filter(({ found }) => found.length > 0)
    .map(({ state, found }) =>
      state === 'not applicable' ? `${found.length} requirements are not applicable` : `${state}: ${found.join(', ')}`,
    );
  return paragraphs([bullets(open), bullets(told)]);
}
