// The parts of OSCAL's assessment results that reports use, stated by hand from the model's reference: the official schema is published
// with NIST's releases and comes in no package. Like it, it allows nothing beside what is listed and no empty array.

const uuid = { type: 'string', pattern: '^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[45][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$' };
const token = { type: 'string', pattern: '^(\\p{L}|_)(\\p{L}|\\p{N}|[.\\-_])*$' };
const line = { type: 'string', pattern: '^\\S(.*\\S)?$' };
const uri = { type: 'string', pattern: '^[a-zA-Z][a-zA-Z0-9+\\-.]+:.+$' };
const reference = { type: 'string', pattern: '^[^\\s]+$' };
const markup = { type: 'string', minLength: 1 };
const time = { type: 'string', pattern: '^(?:19|2\\d)\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:Z|[+-]\\d\\d:\\d\\d)$' };

function object(required: Record<string, unknown>, optional: Record<string, unknown> = {}) {
  return { type: 'object', required: Object.keys(required), properties: { ...required, ...optional }, additionalProperties: false };
}

function some(items: unknown) {
  return { type: 'array', minItems: 1, items };
}

const props = some(object({ name: token, value: line }, { ns: uri }));
const origin = object({ actors: some(object({ type: { enum: ['tool', 'assessment-platform', 'party'] }, 'actor-uuid': uuid })) });
const subject = object({ 'subject-uuid': uuid, type: token }, { title: markup });
const component = object(
  {
    uuid,
    type: line,
    title: markup,
    description: markup,
    status: object({ state: { enum: ['under-development', 'operational', 'disposition', 'other'] } }, { remarks: markup }),
  },
  { props },
);
const observation = object(
  { uuid, description: markup, methods: some({ enum: ['EXAMINE', 'INTERVIEW', 'TEST', 'UNKNOWN'] }), collected: time },
  {
    title: markup,
    props,
    types: some(token),
    origins: some(origin),
    subjects: some(subject),
    'relevant-evidence': some(object({ description: markup }, { href: reference })),
  },
);
const risk = object(
  {
    uuid,
    title: markup,
    description: markup,
    statement: markup,
    status: { enum: ['open', 'investigating', 'remediating', 'deviation-requested', 'deviation-approved', 'closed'] },
  },
  {
    props,
    origins: some(origin),
    'threat-ids': some(object({ system: uri, id: { type: 'string' } })),
    characterizations: some(object({ origin, facets: some(object({ name: token, system: uri, value: line })) })),
    deadline: time,
    remediations: some(
      object({ uuid, lifecycle: { enum: ['recommendation', 'planned', 'completed'] }, title: markup, description: markup }),
    ),
    'related-observations': some(object({ 'observation-uuid': uuid })),
  },
);
const finding = object(
  {
    uuid,
    title: markup,
    description: markup,
    target: object({
      type: { enum: ['statement-id', 'objective-id'] },
      'target-id': token,
      status: object({ state: { enum: ['satisfied', 'not-satisfied'] } }, { reason: token }),
    }),
  },
  { 'related-observations': some(object({ 'observation-uuid': uuid })), 'related-risks': some(object({ 'risk-uuid': uuid })) },
);
const result = object(
  {
    uuid,
    title: markup,
    description: markup,
    start: time,
    'reviewed-controls': object(
      { 'control-selections': some(object({}, { description: markup, 'include-controls': some(object({ 'control-id': token })) })) },
      { 'control-objective-selections': some(object({}, { 'include-objectives': some(object({ 'objective-id': token })) })) },
    ),
  },
  {
    end: time,
    props,
    'local-definitions': object(
      {},
      {
        components: some(component),
        'assessment-assets': object(
          {
            'assessment-platforms': some(object({ uuid }, { title: markup, 'uses-components': some(object({ 'component-uuid': uuid })) })),
          },
          { components: some(component) },
        ),
      },
    ),
    observations: some(observation),
    risks: some(risk),
    findings: some(finding),
  },
);

export const oscalSchema = object({
  'assessment-results': object(
    {
      uuid,
      metadata: object({ title: markup, 'last-modified': time, version: line, 'oscal-version': line }),
      'import-ap': object({ href: reference }, { remarks: markup }),
      results: some(result),
    },
    { 'back-matter': object({}, { resources: some(object({ uuid }, { title: markup, description: markup })) }) },
  ),
});
