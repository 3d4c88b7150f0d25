/** How loudly a mistake is told. */
export type ProblemSeverity = 'error' | 'warning' | 'information' | 'hint';

/** What is known of all mistakes that share a code. */
export interface CodeMeaning<S extends ProblemSeverity = ProblemSeverity> {
  /** What its mistakes are told as: most codes have one, others say more or less as the case is. */
  readonly severities: readonly S[];
  /** Whether a part of the file is left unread, or a name without what it means: what it hides is not reviewed. */
  readonly hides: boolean;
  /** What is wrong, in one sentence. */
  readonly title: string;
  /** What else there is to know, and what to do. */
  readonly advice: string | undefined;
}

function told<const S extends ProblemSeverity>(severity: S | readonly S[], title: string, advice?: string): CodeMeaning<S> {
  return { severities: typeof severity === 'string' ? [severity] : severity, hides: false, title, advice };
}

function hiding(title: string, advice?: string): CodeMeaning<'error'> {
  return { ...told('error', title, advice), hides: true };
}

const namesAndText = {
  'syntax-error': hiding('The text cannot be read here.', 'The message says what is wrong or missing, and the form of the statement.'),
  'unreadable-file': hiding(
    'A file or folder that was asked for cannot be read: access, no UTF-8, larger than 10 MB.',
    'Repair that, or leave it out (`exclude`).',
  ),
  'unknown-name': hiding('Nobody declares this name.', 'Take one of the nearest, declare it, or import the file that does.'),
  'duplicate-name': told(
    'error',
    'Zones, components, data, links, flows and the design share one name space within a design.',
    'Rename one.',
  ),
  redefinition: told('error', 'Definitions are seen in the whole workspace, and none replaces another.', 'Choose another name.'),
  'several-designs': told('error', 'A file holds one design at most.', 'Put the other into a file of its own.'),
  'everyday-name': told(
    'warning',
    'An everyday name (`also "..."`) that is the name of a definition of the same sort, stands there twice, or is blank.',
    'Leave it out.',
  ),
};

const imports = {
  'import-missing': hiding('There is no such file, or it cannot be read.'),
  'import-outside': hiding("The path leads out of the workspace's folders; such a file is never read."),
  'import-unsaved': hiding('The text is not saved yet, so that no path leads from it to another file.', 'Save it.'),
  'import-path': hiding('Not a relative path with `/`.'),
  'import-cycle': told('warning', 'Two files import each other, or one itself.', 'A file of decisions only may.'),
  'repeated-import': told('warning', 'The file is imported already.'),
  'unused-import': told('warning', 'Neither this file nor one that imports it uses what the file declares.', 'Definitions need no import.'),
};

const clausesAndValues = {
  'missing-clause': told(['error', 'warning'], 'A clause that the statement needs is not there; the message shows the form.'),
  'repeated-clause': told('error', 'A clause that may be given once stands there twice; only the first counts.'),
  'misplaced-clause': told('error', 'The clause means nothing here.'),
  'invalid-date': told('error', 'The day is in no calendar.'),
  'wrong-type': told('error', 'The attribute takes another sort of value.'),
  'unknown-word': told('error', 'The attribute takes one of a list of words.'),
  'misplaced-attribute': told(
    'error',
    'The attribute says nothing of such an element, or is computed and cannot stand or be asked for here.',
  ),
};

const paths = {
  'hop-without-link': told('error', 'No link joins two stops that follow each other.', 'Draw it, or correct the path.'),
  'hop-against-direction': told('error', 'The link goes the other way only.', 'Make it `<->`, or draw another.'),
  'ambiguous-hop': told('error', 'Several links could carry the hop.', 'Say which with `via`.'),
  'via-without-effect': told('warning', 'The link joins no two stops of the flow that follow each other.'),
  'link-to-itself': told('warning', 'Both ends are the same component, and it is not a mesh with a `count` above 1.'),
  'span-off-path': told('error', '`from` and `to` name stops of the flow.'),
  'layer-past-end-point': told('hint', 'A layer without `to` runs on between systems that may read what passes.', 'End it where it ends.'),
  'absent-capability': told('warning', 'The service ends at a component that states that it cannot do it, such as `remote-switch = none`.'),
};

const designs = {
  'design-without-flow': told('warning', 'Nothing flows, so that hardly any requirement can be judged.'),
  'unreached-component': told('warning', 'No link ends there.', 'Organisations and people may stand alone.'),
  'unused-data': told('warning', 'Nothing stores or carries it.'),
  'zone-cycle': told('error', 'A zone is inside itself.'),
  'long-chain': told('error', 'Kinds, zones or refinements stand in a chain that is longer than it is followed.'),
};

const phases = {
  'phase-order': told(
    'error',
    'A phase begins before one that stands above it, or on the same day.',
    'Put them in the order of their days.',
  ),
  'never-there': told('error', 'Its clauses leave no phase in which it is there.', 'Leave one of them out.'),
  'absent-in-phase': told(
    'error',
    'A flow is there in a phase in which none of the components of one of its stops is, somebody runs something who is not there, or a component stands in a zone that is not, with none around it.',
    'Let both be there in the same phases.',
  ),
};

const variants = {
  'variant-clash': told(
    'error',
    'A variant adds what is there, changes or takes away what is not, says something twice, or has costs that cannot be added up.',
    'Correct the one that is not meant.',
  ),
  'variant-leftover': told(
    'error',
    'A variant takes something away that the rest of the design still names.',
    'Take away what names it, change that, or add something of the same name.',
  ),
  'variant-fault': told(
    ['error', 'warning'],
    'The design has a mistake with the variant that it does not have without.',
    'The message says which, and the other place where it is.',
  ),
};

const controlsAndMechanisms = {
  'misplaced-control': told('error', 'The control cannot stand on such an element.'),
  'misplaced-mechanism': told('error', 'The mechanism cannot stand on such an element.'),
  'unfit-mechanism': told('error', 'The mechanism named after `by` does not provide the control.'),
  'contradicting-mechanisms': told(
    'error',
    'Two forms of what holds in one form at a time, such as two DLMS security policies or TLS versions, on the same step.',
    'Leave out what is not so.',
  ),
  'unread-statement': told(
    'hint',
    'No requirement of the review reads this attribute, control, mechanism or clause on such an element, so that it has no effect.',
  ),
  'control-without-mechanism': told('hint', 'The control counts, but nobody says how it is done.'),
  'control-without-evidence': told('hint', 'No mechanism is known for it: name what shows that it is there.'),
  'blank-evidence': told(
    'warning',
    '`evidence ""`, or white space alone, shows nothing: the control does not count.',
    'Name what shows it, or say `planned`.',
  ),
};

const decisions = {
  'decision-without-reason': told('warning', 'A decision says why.'),
  'decision-past': told('warning', 'Its day is over: what it covered is reported again.'),
  'decision-without-effect': told('warning', 'Nothing that it names is open.'),
  'decision-incomplete': told('error', 'It lacks what a profile demands of every `accept`, and has no effect.'),
  'repeated-decision': told('warning', 'Another decision says the same.'),
  'within-no-zone': told('error', '`and within` stands behind something that is no zone.'),
  'decision-outside': told('error', 'It stands in a file that may hold none (`meterlint.decisions.from`) and has no effect.'),
};

const declarations = {
  'declaration-without-effect': told('information', 'The review comes to the same without it: nothing asks, or another gives it.'),
};

const catalogues = {
  'kind-cycle': told('error', 'A kind or mechanism is a kind of itself.'),
  'implies-cycle': told('error', 'A control implies itself.'),
  'refines-cycle': told('error', 'A requirement refines itself.'),
  'profile-cycle': told('error', 'A profile extends itself.'),
  'contradicting-kinds': told('error', 'Equally near kinds say different things, and nobody knows which counts.'),
  'empty-profile': told('warning', 'The profile asks for nothing.'),
  'omission-without-effect': told('error', 'A profile does without what none that it extends includes, or what it includes itself.'),
  'condition-cycle': told('error', 'A named condition is a part of itself.'),
  'misplaced-condition': told('error', 'A named condition is asked of a sort of element that it says nothing of.'),
  'requirement-in-no-profile': told('information', 'It is never reviewed.'),
  'condition-never-holds': told(
    'warning',
    'Of whatever it is asked, this is never true: the parts exclude each other, the attribute says nothing of such an element, the relation leads nowhere, or nothing may stand there.',
  ),
  'condition-always-holds': told(
    'information',
    'Of whatever it is asked, or wherever its rule applies, this is true: a guard without effect.',
  ),
  'need-never-met': told(
    'warning',
    'No control, mechanism or value that may stand there can meet this need, so that it would be reported for ever.',
  ),
  'need-always-met': told('information', 'Everything meets this need, so that nothing is ever reported.'),
  'contradicting-needs': told('warning', 'Two needs of one rule exclude each other.'),
  'doubled-requirement': told(
    ['information', 'hint'],
    'Two requirements report the same and neither refines the other: proven from what they say, or, as a hint, so on every element of this workspace.',
  ),
  'unused-definition': told('hint', 'Nothing in the workspace uses it.'),
};

const noMistakes = {
  'more-findings': told(
    ['error', 'warning', 'information', 'hint'],
    'No validation error: in a file of more than 250 findings the others are reported together, element by element, as loudly as the worst of them.',
    'Hover and quick fixes tell of each.',
  ),
};

/** All codes in the order and under the titles of `docs/problems.md`. */
export const codeGroups: Readonly<Record<string, Readonly<Record<string, CodeMeaning>>>> = {
  'Names and text': namesAndText,
  Imports: imports,
  'Clauses and values': clausesAndValues,
  Paths: paths,
  Designs: designs,
  Phases: phases,
  Variants: variants,
  'Controls and mechanisms': controlsAndMechanisms,
  Decisions: decisions,
  Declarations: declarations,
  Catalogues: catalogues,
  'No validation errors': noMistakes,
};

/** The one list of what can be wrong with the writing of a file, besides missing controls. */
export const problemCodes = {
  ...namesAndText,
  ...imports,
  ...clausesAndValues,
  ...paths,
  ...designs,
  ...phases,
  ...variants,
  ...controlsAndMechanisms,
  ...decisions,
  ...declarations,
  ...catalogues,
  ...noMistakes,
};

export type ProblemCode = keyof typeof problemCodes;

/** A code with a severity that its mistakes may have. */
export type Coded = {
  readonly [C in ProblemCode]: { readonly code: C; readonly severity: (typeof problemCodes)[C]['severities'][number] };
}[ProblemCode];

export function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(problemCodes, code);
}

/** Whether a mistake of this code leaves a part unread. A report of another version may hold codes that are unknown here. */
export function hidesPart(code: string): boolean {
  return isProblemCode(code) && problemCodes[code].hides;
}
