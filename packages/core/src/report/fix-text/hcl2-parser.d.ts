/** HashiCorp's own parser of its language, for tests; it comes without types. */
declare module 'hcl2-parser' {
  const parser: { parseToObject(text: string): unknown };
  export default parser;
}
