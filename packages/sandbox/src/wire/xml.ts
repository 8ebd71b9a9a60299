import { XmlShapeSerializer } from '@aws-sdk/core/protocols';
import { NormalizedSchema } from '@smithy/core/schema';
import type { $SchemaRef, StaticStructureSchema } from '@smithy/types';

/**
 * Writes a value in the shape of a schema, as a document.
 *
 * @param xmlNamespace of the document; empty: it has none
 */
export function xmlDocument(schema: $SchemaRef, value: object, serviceNamespace: string, xmlNamespace: string): string {
  const serializer = new XmlShapeSerializer({
    xmlNamespace,
    serviceNamespace,
    timestampFormat: { useTrait: true, default: 5 },
  });
  serializer.write(NormalizedSchema.of(schema), value);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${String(serializer.flush())}`;
}

/** A structure that no service's schemas have: members by name, text unless a schema is given. */
export function structure(
  name: string,
  members: Readonly<Record<string, StaticStructureSchema | 0>>,
): StaticStructureSchema {
  const schemas = Object.values(members);
  return [3, 'envelope', name, 0, Object.keys(members), schemas.map((schema) => schema && (() => schema))];
}
