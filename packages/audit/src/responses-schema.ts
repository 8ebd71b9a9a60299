const text = { type: 'string', minLength: 1 } as const;
const texts = { type: 'array', items: text, minItems: 1 } as const;

/** The JSON Schema of a file of a register of responses: a list of them. */
export const RESPONSES_SCHEMA = {
  type: 'array',
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['id', 'rule', 'resources', 'owner', 'rootCause', 'response', 'due'],
    properties: {
      id: text,
      rule: text,
      resources: texts,
      opened: text,
      owner: text,
      system: text,
      rootCause: text,
      response: text,
      due: text,
      ticket: text,
      compensatingControls: texts,
    },
  },
};
