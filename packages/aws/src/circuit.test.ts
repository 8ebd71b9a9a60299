import { describe, expect, it } from '@jest/globals';
import { createCircuit } from './circuit.js';

const withName = (name: string, more: object = {}) => Object.assign(new Error(name), { name, ...more });

describe('an operation', () => {
  it.each([
    withName('ThrottlingException'),
    withName('RequestLimitExceeded'),
    withName('TimeoutError'),
    withName('CallTimeout'),
    withName('Error', { code: 'ECONNRESET' }),
    withName('InternalFailure', { $metadata: { httpStatusCode: 503 } }),
  ])('is skipped after three calls in a row that end in $name', (error) => {
    const circuit = createCircuit(3);
    for (let calls = 0; calls < 3; calls++) {
      expect(circuit.signalOf('a').aborted).toBe(false);
      circuit.failed('a', error);
    }
    expect(circuit.signalOf('a').reason).toMatchObject({
      name: 'SkippedCalls',
      message: expect.stringContaining('skipped because 3 calls in a row failed after all retries') as unknown,
    });
    expect(circuit.signalOf('b').aborted).toBe(false);
  });

  it.each([withName('AccessDeniedException'), withName('ResourceNotFoundException'), 'no error'])(
    'is not skipped because AWS answers %s',
    (error) => {
      const circuit = createCircuit(1);
      circuit.failed('a', error);
      expect(circuit.signalOf('a').aborted).toBe(false);
    },
  );

  it('that answers again is as good as before', () => {
    const circuit = createCircuit(2);
    circuit.failed('a', withName('ThrottlingException'));
    circuit.succeeded('a');
    circuit.failed('a', withName('ThrottlingException'));
    expect(circuit.signalOf('a').aborted).toBe(false);
  });
});
