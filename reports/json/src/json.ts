import { canonicalJsonPieces, defineReporter } from '@backproof/core';

/** The run itself, whole, by RFC 8785 and with a newline at its end. Its bytes can be hashed and compared. */
export const json = defineReporter({
  id: 'json',
  extension: '.json',
  mediaType: 'application/json',
  options: { schema: { type: 'object', additionalProperties: false }, defaults: {} },

  *render(run) {
    yield* canonicalJsonPieces(run);
    yield '\n';
  },
});
