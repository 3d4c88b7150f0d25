import assert from 'node:assert/strict';
import { elementNamed } from '../../../review/index.js';
import { lookupIn, findValue } from '../../../language/semantics/index.js';
import { createWorkspace, type Workspace } from '../../support/workspace.js';

const catalogue = [
  'define zone area "Area"',
  'define zone wide "Wide" is area { mode = three }',
  'define component thing "Thing"',
  'define component outsider "Outsider" { party = partner }',
  'define data word "Word"',
  'define attribute mode "Mode" on component, zone, link : one | two | three',
  'define attribute party "Party" on component, zone : utility | partner | customer',
  'define service talk "Talk" { not for party = partner }',
].join('\n');

const design = [
  'design d "D" { }',
  'zone around "Around" is area { mode = one }',
  'zone inner "Inner" is area in around',
  'zone broad "Broad" is wide',
  'component helper "Helper" is outsider',
  'component ours "Ours" is thing in inner { party = utility }',
  'component lent "Lent" is thing in inner run by helper { party = utility }',
  'data w "W" is word',
  'link plain "Plain": ours -> lent carries w',
  'link placed "Placed": ours -> lent in broad carries w',
  'link half "Half": ours -> lent in inner carries w',
  'flow f "F" is talk: ours -> lent carries w via plain',
].join('\n');

describe('the value of an attribute', () => {
  let workspace: Workspace;
  before(async () => (workspace = await createWorkspace({ 'kinds.meter': catalogue, 'd.meter': design }, { catalogue: false })));
  const told = (element: string, attribute: string) => {
    const architecture = workspace.shared.meter.Designs.all()[0]!;
    const found = findValue(elementNamed(architecture, element)!, attribute, lookupIn(architecture));
    const value = found?.value.kind === 'word' ? found.value.word : undefined;
    return found && `${value} from ${found.origin.kind}${'name' in found.origin ? ` ${found.origin.name}` : ''}`;
  };

  it('is that of the innermost zone that says something, where an element and its kinds are silent', () => {
    assert.equal(told('ours', 'mode'), 'one from zone around');
    assert.equal(told('inner', 'mode'), 'one from zone around');
  });

  it('of a link is what the zones say that it names itself, neither those around them nor those of its ends', () => {
    assert.equal(told('placed', 'mode'), 'three from zone broad');
    assert.equal(told('half', 'mode'), undefined);
    assert.equal(told('plain', 'mode'), undefined);
  });

  it('`party` is that of whoever runs a component, before its own word', () => {
    assert.equal(told('lent', 'party'), 'partner from run by helper');
    assert.equal(told('ours', 'party'), 'utility from own');
  });

  it('counts for validation errors as it does for a review', () => {
    const [found] = workspace.mistakes('d.meter').filter(({ code }) => code === 'absent-capability');
    assert.match(found!.message, /'lent' has party = partner/);
  });
});
