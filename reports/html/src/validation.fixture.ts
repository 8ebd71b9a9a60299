import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    // The roles of tables stay what they are when narrow screens show their cells as blocks.
    'no-redundant-role': 'off',
    'void-style': 'off',
  },
});

/** The faults of a document by html-validate's rules, those of accessibility among them. */
export async function htmlFaults(document: string): Promise<readonly string[]> {
  const { results } = await validator.validateString(document);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`),
  );
}
