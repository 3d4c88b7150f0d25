// The parts of the Open Threat Model 0.2.0 that reports use, stated by hand from the format's documentation: its own schema comes
// in no package. It is stricter than the format's in that nothing may stand beside what is listed.

const text = { type: 'string', minLength: 1 };
const attributes = { type: 'object', additionalProperties: { type: 'string' } };
const percent = { type: 'number', minimum: 0, maximum: 100 };
const texts = { type: 'array', items: text };

function object(required: Record<string, unknown>, optional: Record<string, unknown> = {}) {
  return { type: 'object', required: Object.keys(required), properties: { ...required, ...optional }, additionalProperties: false };
}

const threats = {
  type: 'array',
  items: object({
    threat: text,
    state: { enum: ['exposed', 'accepted', 'mitigated'] },
    mitigations: {
      type: 'array',
      items: object({ mitigation: text, state: { enum: ['implemented', 'required', 'recommended', 'rejected'] } }),
    },
  }),
};

export const otmSchema = object({
  otmVersion: { const: '0.2.0' },
  project: object({ name: text, id: text }, { description: text, owner: text, attributes }),
  assets: {
    type: 'array',
    items: object(
      { name: text, id: text, risk: object({ confidentiality: percent, integrity: percent, availability: percent }, { comment: text }) },
      { description: text, attributes },
    ),
  },
  trustZones: {
    type: 'array',
    items: object(
      { id: text, name: text, risk: object({ trustRating: percent }) },
      { type: text, description: text, parent: object({ trustZone: text }), attributes },
    ),
  },
  components: {
    type: 'array',
    items: object(
      { id: text, name: text, type: text, parent: object({ trustZone: text }) },
      { description: text, assets: object({ processed: texts, stored: texts }), threats, tags: texts, attributes },
    ),
  },
  dataflows: {
    type: 'array',
    items: object(
      { id: text, name: text, source: text, destination: text },
      { description: text, bidirectional: { type: 'boolean' }, assets: texts, threats, tags: texts, attributes },
    ),
  },
  threats: {
    type: 'array',
    items: object(
      {
        id: text,
        name: text,
        risk: object({ likelihood: { type: ['number', 'null'] }, impact: percent }, { likelihoodComment: text, impactComment: text }),
      },
      { description: text, categories: texts },
    ),
  },
  mitigations: { type: 'array', items: object({ id: text, name: text, riskReduction: percent }, { description: text, attributes }) },
});
