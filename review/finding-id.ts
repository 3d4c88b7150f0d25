/** What makes the identity of a finding. */
export interface FindingNames {
  readonly design: string;
  readonly requirement: string;
  readonly element: string;
}

/** `design/requirement/element`: never a line, never the gaps. */
export function findingId({ design, requirement, element }: FindingNames): string {
  return `${design}/${requirement}/${element}`;
}

/** The names in an id, also in one of a file that anybody may have written: what is missing there is empty. */
export function namesInId(id: string): FindingNames {
  const [design = '', requirement = '', ...rest] = id.split('/');
  return { design, requirement, element: rest.join('/') };
}
