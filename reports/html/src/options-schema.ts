import { TALLY_KINDS } from '@backproof/core';

const counted = { type: 'integer', minimum: 0 };

/** JSON Schema of the reporter's options. */
export const optionsSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    rows: { type: 'integer', minimum: 1, maximum: 100_000 },
    history: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['now', 'tally'],
        properties: {
          now: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{3})?Z$' },
          tally: {
            type: 'object',
            additionalProperties: false,
            required: [...TALLY_KINDS],
            properties: Object.fromEntries(TALLY_KINDS.map((kind) => [kind, counted])),
          },
        },
      },
    },
  },
};
