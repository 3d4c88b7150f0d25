import type { Connection } from 'vscode-languageserver';
import { severities } from '../language/model/index.js';
import { oneLine } from '../report/clean.js';
import { countWords } from '../report/count.js';
import { shapes } from '../report/words.js';
import { countFindings } from '../summary/count.js';
import type { Snapshot } from '../workspace/index.js';
import type { CurrentSnapshot } from './current.js';
import {
  profilesRequest,
  designStatusRequest,
  type ProfileChoice,
  type DesignStatus,
  type DesignStatusParams,
} from './protocol/design-status.js';

/** Tells in a line how a design stands, and against which profiles it can be reviewed. */
export function registerDesignStatus(connection: Connection, current: CurrentSnapshot): void {
  connection.onRequest(designStatusRequest, ({ uri }: DesignStatusParams) => current.settled((snapshot) => designStatus(uri, snapshot)));
  connection.onRequest(profilesRequest, () => current.settled(profileChoices));
}

/** Of the designs that a file is part of; of all where it is part of none. */
export function designStatus(uri: string | undefined, snapshot: Snapshot): DesignStatus | null {
  const all = snapshot.assessments;
  const own = uri === undefined ? [] : all.filter(({ architecture }) => architecture.files.includes(uri));
  const told = own.length > 0 ? own : all;
  if (told.length === 0) return null;
  const findings = told.flatMap((assessment) => assessment.findings);
  const { bySeverity } = countFindings(findings);
  const counts = severities.flatMap((severity) => {
    const count = bySeverity[severity];
    // What matters less has room in the words.
    return count > 0 && (severity === 'critical' || severity === 'high' || severity === 'medium') ? [`${shapes[severity]} ${count}`] : [];
  });
  const name = told.length === 1 ? told[0]!.architecture.design.name : `${told.length} designs`;
  const profiles = [...new Set(told.flatMap((assessment) => assessment.profiles))].join(', ');
  return {
    text: [counts.length === 0 ? '✓' : counts.join(' '), name, profiles].filter((part) => part !== '').join(' · '),
    detail: `${name}, ${profiles === '' ? 'no profile' : `profile ${profiles}`}: ${countWords(findings)}`,
  };
}

function profileChoices({ catalogue }: Snapshot): ProfileChoice[] {
  return [...catalogue.profiles.values()].map(({ name, title }) => ({ id: name, label: name, description: oneLine(title ?? '') }));
}
