import type { Assessment } from '../../review/index.js';
import { unshownServices } from '../../summary/unshown-services.js';
import { oneLine } from '../../report/clean.js';
import { whoTakesPart } from '../../report/services.js';
import type { WorkNode } from './rows.js';

/** One row for the services that no flow of a design shows, with a row below for each: nobody said whether the system does them. */
export function serviceNodes(assessments: readonly Assessment[], namesDesigns: boolean): WorkNode[] {
  return assessments.flatMap(({ architecture }): WorkNode[] => {
    const unshown = unshownServices(architecture);
    if (unshown.length === 0) return [];
    const where = namesDesigns ? ` · in ${architecture.design.name}` : '';
    const label = 'Which of these does it do?';
    const count = unshown.length === 1 ? 'one service that no flow shows' : `${unshown.length} services that no flow shows`;
    return [
      {
        id: `services ${architecture.files[0]}`,
        row: () => ({
          sort: 'question',
          label,
          description: `${count}${where}`,
          detail: `${label}\n${count}, although everybody who takes part is drawn. Draw a flow for what the system does.`,
          spoken: `Question, ${label}, ${count}${where}`,
          sign: 'question',
        }),
        rows: () => unshown.map((one) => serviceNode(one)),
      },
    ];
  });
}

function serviceNode(one: ReturnType<typeof unshownServices>[number]): WorkNode {
  const label = oneLine(one.service.title ?? one.service.name);
  const who = oneLine(whoTakesPart(one));
  return {
    id: one.service.name,
    row: () => ({
      sort: 'question',
      label,
      description: one.service.name,
      detail: `${label}\n${who}`,
      spoken: `${label}, ${who}`,
      sign: 'question',
    }),
  };
}
