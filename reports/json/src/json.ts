import { canonicalJson, defineReporter } from '@backproof/core';

/** The run itself, whole, by RFC 8785 and with a newline at its end. Its bytes can be hashed and compared. */
export const json = defineReporter({
  id: 'json',
  extension: '.json',
  mediaType: 'application/json',
  options: { schema: { type: 'object', additionalProperties: false }, defaults: {} },

  *render(run) {
    let before = '{';
    for (const [name, value] of Object.entries(run).sort(byName)) {
      yield `${before}${JSON.stringify(name)}:`;
      if (name === 'outcomes') yield* jsonArray(run.outcomes);
      else yield canonicalJson(value);
      before = ',';
    }
    yield '}\n';
  },
});

function* jsonArray(items: Iterable<unknown>): Generator<string> {
  let before = '[';
  for (const item of items) {
    yield `${before}${canonicalJson(item)}`;
    before = ',';
  }
  yield before === '[' ? '[]' : ']';
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
