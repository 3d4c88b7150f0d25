import type { Log, Result as SarifResult, Run as SarifRun } from 'sarif';
import type { Severity } from '../../../language/model/index.js';
import { worseSeverity } from '../../../language/semantics/index.js';
import type { Assessment } from '../../../review/index.js';
import { leftOut } from '../../../review/index.js';
import { hasEvidence, statedControls } from '../../../summary/evidence.js';
import { statementWords } from '../../evidence.js';
import { identityOf, knownIdentity } from '../../identity.js';
import { linesByFile } from '../../lines.js';
import { countOccurrences } from '../../occurrences.js';
import type { Reviewed } from '../../problem.js';
import { worstFirst } from '../../../summary/worst-first.js';
import { inPieces, withComparison, type ReportContext } from '../format.js';
import { sarifFixes } from './fixes.js';
import { mostReadable, mostResults, mostWithFixes, withinLimit } from './limits.js';
import { notificationsOf } from './notifications.js';
import { artifactAt } from './places.js';
import { absentResult, openResult, otherResult, type Run, type ToldResult } from './results.js';
import { sarifRuleOf } from './rules.js';
import { taxonomiesOf, type RuleSource } from './taxonomies.js';
import { jsonPieces } from '../json-text.js';
import { Lazily, lazily } from '../lazily.js';

export const sarif = inPieces({
  id: 'sarif',
  label: 'SARIF',
  description: 'for code scanning and other tools',
  extension: 'sarif',
  pieces: toSarif,
});

/** The findings as SARIF 2.1.0, those accepted or excluded as suppressed results; against a baseline those that are gone, too. */
function toSarif(reviewed: Reviewed, given: ReportContext): Iterable<string> {
  const context = withComparison(reviewed, given);
  const { assessments, problems } = reviewed;
  const sources = [...sourcesOf(reviewed).values()];
  const ruleIndex = new Map(sources.map(({ requirement }, at) => [requirement.name, at]));
  const taxonomies = taxonomiesOf(sources, context);
  const findings = new Map(
    assessments.flatMap((assessment) => assessment.findings.map((finding) => [identityOf(finding.id, assessment, context), finding])),
  );
  const taxa = new Map(sources.map((source) => [source.requirement.name, taxonomies.taxaOf(source)]));
  const run: Run = {
    context,
    ruleIndex,
    taxaOf: (requirement) => taxa.get(requirement) ?? [],
    findings,
    gone: new Set(context.comparison?.gone.map(knownIdentity)),
    linesOf: linesByFile(context.textOf),
  };
  const all = resultsOf(reviewed, run);
  const { kept, left } = withinLimit(all, mostResults);
  const { kept: repairable, left: unrepairable } = withinLimit(
    kept.filter(({ finding }) => finding !== undefined),
    all.length > mostReadable ? 0 : mostWithFixes,
  );
  const withFixes = new Set(repairable);
  const results = new Lazily(function* (): Iterable<SarifResult> {
    const unique = countOccurrences();
    for (const told of kept) {
      const fixes = withFixes.has(told) ? sarifFixes(told.finding!.finding, told.finding!.assessment, context) : [];
      yield {
        ...told.result(),
        partialFingerprints: fingerprints(unique(told.identity), context),
        ...(fixes.length === 0 ? {} : { fixes }),
      };
    }
  });
  const worst = worstByRule(reviewed);
  const notices = [
    ...(left > 0 ? [`${left} further results are left out: code scanning takes ${mostResults} at most. The worst are listed.`] : []),
    ...(unrepairable > 0
      ? [
          `${unrepairable} results are reported without ways to repair them${repairable.length > 0 ? `; the worst ${repairable.length} have some` : ''}.`,
        ]
      : []),
  ];
  const sarifRun: Omit<SarifRun, 'results'> & { readonly results: Iterable<SarifResult> } = {
    tool: {
      driver: {
        name: 'Meterlint',
        semanticVersion: context.version,
        informationUri: 'https://github.com/meterlint/meterlint',
        rules: sources.map((source) => sarifRuleOf(source, taxonomies, ruleIndex, worst.get(source.requirement.name))),
        supportedTaxonomies: taxonomies.components.map(({ name, guid }) => ({ name, guid })),
      },
    },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { SRCROOT: { description: { text: 'The folder that was reviewed.' } } },
    artifacts: artifactsOf(reviewed, context),
    taxonomies: [...taxonomies.components],
    invocations: [
      {
        executionSuccessful: problems.every(({ severity }) => severity !== 'error'),
        toolExecutionNotifications: notificationsOf(problems, notices, context),
      },
    ],
    results,
    properties: {
      date: assessments[0]?.date ?? null,
      designs: assessments.map(designProperties),
    },
  };
  const log: Omit<Log, 'runs'> & { readonly runs: readonly object[] } = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [sarifRun],
  };
  return jsonPieces(log, kept.length > mostReadable ? 'compact' : 'indented');
}

/** What the format has no field for: who answers for a design, what its profiles drop, and what is named for its controls. */
function designProperties({ architecture, profiles }: Assessment) {
  const { design, catalogue } = architecture;
  const evidence = statedControls(architecture).filter(hasEvidence);
  const dropped = leftOut(profiles, catalogue);
  return {
    name: design.name,
    profiles,
    ...(design.owner === undefined ? {} : { owner: design.owner }),
    ...(dropped.length === 0 ? {} : { leftOut: dropped }),
    ...(evidence.length === 0 ? {} : { evidence: lazily(evidence, (one) => ({ control: statementWords(one), evidence: one.evidence })) }),
  };
}

function sourcesOf({ assessments }: Reviewed): Map<string, RuleSource> {
  const sources = new Map<string, RuleSource>();
  for (const { requirements, architecture } of assessments) {
    for (const name of requirements) {
      const requirement = architecture.catalogue.requirements.get(name);
      if (requirement !== undefined && !sources.has(name)) sources.set(name, { requirement, catalogue: architecture.catalogue });
    }
  }
  return sources;
}

function resultsOf({ assessments }: Reviewed, run: Run): ToldResult[] {
  const results = [
    ...worstFirst(assessments).map(({ finding, assessment }) => openResult(finding, assessment, run)),
    ...assessments.flatMap((assessment) =>
      assessment.results
        .filter(({ decision }) => decision !== undefined || run.context.everything === true)
        .flatMap((result) => otherResult(result, assessment, run) ?? []),
    ),
  ];
  const told = new Set(results.map(({ identity }) => identity));
  const absent = (run.context.comparison?.gone ?? []).filter((known) => !told.has(knownIdentity(known)));
  return [...results, ...absent.map((known) => absentResult(known, run))];
}

function worstByRule({ assessments }: Reviewed): Map<string, Severity> {
  const worst = new Map<string, Severity>();
  for (const { requirement, severity } of assessments.flatMap(({ findings }) => findings)) {
    worst.set(requirement, worseSeverity(worst.get(requirement) ?? severity, severity));
  }
  return worst;
}

function artifactsOf({ assessments }: Reviewed, { toPath }: ReportContext): SarifRun['artifacts'] {
  const files = new Set(assessments.flatMap(({ architecture }) => architecture.files.map(toPath)));
  return [...files].sort().map((file) => ({ location: artifactAt(file), roles: ['analysisTarget'], sourceLanguage: 'meter' }));
}

function fingerprints(id: string, { digest }: ReportContext): Record<string, string> {
  const value = digest(id);
  // Code scanning follows a result by the second name only; the identity holds no line, so both are the same.
  return { 'elementPath/v1': value, primaryLocationLineHash: `${value.slice(0, 16)}:1` };
}
