/** A JSON Schema (draft 07), as much of it as our types need: what `.config/file-schemas.js` derives from them. */
export interface FormSchema {
  /** `#/definitions/Instant` */
  readonly $ref?: string;
  readonly definitions?: Definitions;
  readonly type?: 'array' | 'boolean' | 'number' | 'object' | 'string';
  readonly enum?: readonly (number | string)[];
  readonly const?: boolean | number | string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: FormSchema;
  readonly minItems?: number;
  readonly properties?: Readonly<Record<string, FormSchema>>;
  readonly required?: readonly string[];
  /** The schema of the properties that are not named. False: there are none. */
  readonly additionalProperties?: FormSchema | false;
  readonly anyOf?: readonly FormSchema[];
  /** The property by whose words the alternatives of `oneOf` differ. */
  readonly discriminator?: { readonly propertyName: string };
  readonly oneOf?: readonly FormSchema[];
  /** No value is admitted. */
  readonly not?: Readonly<Record<string, never>>;
}

/** Schemas by the names that others refer to them by. */
export type Definitions = Readonly<Record<string, FormSchema>>;
