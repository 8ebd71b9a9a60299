import { join } from 'node:path';
import { defineReporter } from '@backproof/core';
import { testReporter } from '../index.js';

/** The violations that are open, one a line, for a chat. */
const chat = defineReporter({
  id: 'chat',
  extension: '.txt',
  mediaType: 'text/plain',
  options: {
    schema: { type: 'object', additionalProperties: false, properties: { bullet: { type: 'string' } } },
    defaults: { bullet: '-' },
  },

  *render({ outcomes, gate }, { bullet }) {
    for (const { status, disposition, severity, subject } of outcomes) {
      if (status !== 'fail' || disposition.kind !== 'open') continue;
      yield `${bullet} ${severity} ${JSON.stringify(subject.name)}\n`;
    }
    yield `${gate.result}\n`;
  },
});

testReporter(chat, { golden: join(import.meta.dirname, 'golden') });
