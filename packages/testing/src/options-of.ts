/** The schemas of a rule's options, by name. */
export function optionsOf(schema: object): ReadonlyMap<string, unknown> {
  const properties = 'properties' in schema && typeof schema.properties === 'object' ? schema.properties : {};
  return new Map(Object.entries(properties ?? {}));
}
