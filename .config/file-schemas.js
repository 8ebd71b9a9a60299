// Derives the JSON Schemas that files are validated by from the types of what they hold.
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import ts from 'typescript';

const ROOT = join(import.meta.dirname, '..');

/** A module of schemas: of each type that it names, from which module; and whence it has the type of a schema. */
const MODULES = [
  {
    into: 'packages/core/src/model/generated/record-schemas.ts',
    about: 'The schemas of the records of an inventory, by their kinds.',
    dialect: '../form-schema.js',
    exports: {
      RECORD_SCHEMAS: { from: 'packages/core/src/model/record-kind.ts', type: 'InventoryRecords', each: true },
      RECOVERY_POINT_SCHEMA: { from: 'packages/core/src/model/recovery-point.ts', type: 'RecoveryPoint' },
    },
  },
  {
    into: 'packages/core/src/engine/generated/run-schemas.ts',
    about: 'The schemas of a run and of a baseline.',
    dialect: '../../model/form-schema.js',
    exports: {
      RUN_SCHEMA: { from: 'packages/core/src/engine/run.ts', type: 'Run' },
      BASELINE_SCHEMA: { from: 'packages/core/src/engine/baseline.ts', type: 'Baseline' },
    },
  },
  {
    into: 'packages/ledger/src/generated/ledger-schemas.ts',
    about: 'The schemas of a manifest, and of what a ledger has as JSON.',
    dialect: '@backproof/core',
    exports: {
      MANIFEST_SCHEMA: { from: 'packages/ledger/src/manifest.ts', type: 'Manifest' },
      RUN_HEADER_SCHEMA: { from: 'packages/ledger/src/tables/run.ts', type: 'RunHeader' },
      ROW_SCHEMAS: { from: 'packages/ledger/src/tables/index.ts', type: 'LedgerRows', each: true },
    },
  },
  {
    into: 'packages/audit/src/generated/audit-schema.ts',
    about: 'The schema of an audit as JSON.',
    dialect: '@backproof/core',
    exports: { AUDIT_SCHEMA: { from: 'packages/audit/src/audit.ts', type: 'Audit' } },
  },
];

/** The form of a template literal: of those that files may hold, this is the only one. */
const PACK_TYPE_NAME = { type: 'string', pattern: '^[a-z][a-z0-9-]*:[a-z][a-z0-9-]*$' };

/** Types that say more than TypeScript can, by the names that declarations give them. `LATEST_INSTANT` is the end of an instant. */
const NAMED = new Map([
  ['Instant', { type: 'number', minimum: 0, maximum: Date.UTC(10_000, 0, 1) - 1 }],
  [
    'IsoInstant',
    {
      type: 'string',
      pattern:
        '^(\\d{4}|\\+0\\d{5})-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,3})?Z$',
    },
  ],
  ['PackTypeName', PACK_TYPE_NAME],
  ['CalendarText', { type: 'string', pattern: '^([.cxXdDmMyY]([1-9]\\d{0,2})?)+$' }],
]);

/** Returns each module of schemas, by its path from the root. */
export async function fileSchemas() {
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, { ...ts.sys, readDirectory: () => [] }, ROOT);
  const sources = MODULES.flatMap(({ exports }) => Object.values(exports).map(({ from }) => join(ROOT, from)));
  const program = ts.createProgram(sources, options);
  const style = await resolveConfig(join(ROOT, 'package.json'));
  return Promise.all(
    MODULES.map(async ({ into, about, dialect, exports }) => {
      const constants = Object.entries(exports).map(([name, { from, type, each }]) => {
        const schemas = schemasOf(program, join(ROOT, from), type, each === true);
        const form = each
          ? `Readonly<Record<${Object.keys(schemas)
              .map((key) => `'${key}'`)
              .join(' | ')}, FormSchema>>`
          : 'FormSchema';
        return `export const ${name}: ${form} = ${JSON.stringify(schemas)};`;
      });
      const text = [
        '// Written by `npm run docs` from the types that it names; `test/docs.test.ts` tells when it is out of date.',
        `import type { FormSchema } from '${dialect}';\n`,
        `/** ${about} */`,
        `${constants.join('\n\n')}\n`,
      ].join('\n');
      return { path: into, text: await format(text, { ...style, parser: 'typescript' }) };
    }),
  );
}

function schemasOf(program, path, name, each) {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(path);
  const symbol = checker.getExportsOfModule(checker.getSymbolAtLocation(source)).find((known) => known.name === name);
  const type = checker.getDeclaredTypeOfSymbol(symbol);
  if (!each) return schemaOf(checker, type);
  return Object.fromEntries(
    checker
      .getPropertiesOfType(type)
      .map((property) => [property.name, schemaOf(checker, checker.getTypeOfSymbol(property))]),
  );
}

/** A schema, with the types that it uses more than once as definitions. */
function schemaOf(checker, root) {
  const definitions = {};
  const schema = build(root);
  return { ...schema, definitions };

  function build(type) {
    if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.NonPrimitive)) {
      return type.flags & ts.TypeFlags.NonPrimitive ? { type: 'object' } : {};
    }
    if (type.flags & ts.TypeFlags.TemplateLiteral) return PACK_TYPE_NAME;
    if (type.flags & ts.TypeFlags.StringLike && !type.isStringLiteral()) return { type: 'string' };
    if (type.flags & ts.TypeFlags.NumberLike && !type.isNumberLiteral()) return { type: 'number' };
    if (type.isStringLiteral() || type.isNumberLiteral()) return { const: type.value };
    if (type.flags & ts.TypeFlags.BooleanLiteral) return { const: type.intrinsicName === 'true' };
    if (type.flags & ts.TypeFlags.Boolean) return { type: 'boolean' };
    if (type.isUnion()) return unionOf(type.types);
    if (checker.isTupleType(type)) return listOf(type);
    if (checker.isArrayType(type)) return { type: 'array', items: named(checker.getTypeArguments(type)[0]) };
    if (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) return objectOf(type);
    throw new Error(`no schema for ${checker.typeToString(type)}`);
  }

  /** A reference to the schema of an object or a union that has a name, or else its schema. */
  function named(type) {
    const name = type.aliasSymbol?.name ?? (type.isClassOrInterface() ? type.symbol.name : undefined);
    const isOne = name !== undefined && type.aliasTypeArguments === undefined && name !== 'Readonly';
    if (!isOne) return build(type);
    if (!(name in definitions)) {
      definitions[name] = {};
      definitions[name] = build(type);
    }
    return { $ref: `#/definitions/${name}` };
  }

  function unionOf(types) {
    const parts = types.filter((part) => !(part.flags & ts.TypeFlags.Undefined));
    const words = parts.filter((part) => part.isStringLiteral() || part.isNumberLiteral());
    const hasBoth = parts.filter((part) => part.flags & ts.TypeFlags.BooleanLiteral).length === 2;
    const others = parts.filter(
      (part) => !words.includes(part) && !(hasBoth && part.flags & ts.TypeFlags.BooleanLiteral),
    );
    const choices = [
      ...(words.length === 0
        ? []
        : [words.length === 1 ? build(words[0]) : { enum: words.map(({ value }) => value).sort() }]),
      ...(hasBoth ? [{ type: 'boolean' }] : []),
    ];
    if (others.length === 0 && choices.length === 1) return choices[0];
    if (choices.length === 0) {
      if (others.length === 1) return named(others[0]);
      const closed = others.filter((part) => !isOpenByTag(part));
      const tag = tagOf(closed);
      if (tag !== undefined) {
        const tagged = { type: 'object', discriminator: { propertyName: tag }, oneOf: closed.map(build) };
        const open = others.filter(isOpenByTag);
        return open.length === 0 ? tagged : { anyOf: [tagged, ...open.map(named)] };
      }
    }
    return { anyOf: [...choices, ...others.map(named)] };
  }

  /** Only the form of its words is known, so that no word chooses it. */
  function isOpenByTag(type) {
    return checker
      .getPropertiesOfType(type)
      .some((property) => checker.getTypeOfSymbol(property).flags & ts.TypeFlags.TemplateLiteral);
  }

  /** The property by whose words the members of a union of objects are told apart. */
  function tagOf(types) {
    const isObject = (type) =>
      type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection) && !checker.isArrayType(type);
    if (!types.every(isObject)) return undefined;
    return checker
      .getPropertiesOfType(types[0])
      .map(({ name }) => name)
      .find((name) => {
        const values = types.map((type) => wordsOf(type, name));
        const all = values.flat();
        return values.every((each) => each.length > 0) && new Set(all).size === all.length;
      });
  }

  function wordsOf(type, name) {
    const property = checker.getPropertyOfType(type, name);
    if (property === undefined || property.flags & ts.SymbolFlags.Optional) return [];
    const value = checker.getTypeOfSymbol(property);
    const parts = value.isUnion() ? value.types : [value];
    return parts.every((part) => part.isStringLiteral()) ? parts.map((part) => part.value) : [];
  }

  /** A list that is not empty: its first items are of the type of the others. */
  function listOf(type) {
    const { minLength, elementFlags } = type.target;
    const rest = elementFlags.findIndex((flag) => flag & ts.ElementFlags.Rest);
    if (rest === -1) throw new Error(`no schema for the tuple ${checker.typeToString(type)}`);
    return { type: 'array', items: named(checker.getTypeArguments(type)[rest]), minItems: minLength };
  }

  function objectOf(type) {
    const properties = {};
    const required = [];
    for (const property of checker.getPropertiesOfType(type)) {
      const isOptional = (property.flags & ts.SymbolFlags.Optional) !== 0;
      if (!isOptional) required.push(property.name);
      properties[property.name] = schemaOfProperty(property);
    }
    const index = checker.getIndexInfoOfType(type, ts.IndexKind.String);
    return {
      type: 'object',
      ...(Object.keys(properties).length > 0 && { properties }),
      ...(required.length > 0 && { required }),
      // A field that this version does not know could make a fail of what it takes for a pass: it is refused.
      ...(isOpen(type) ? {} : { additionalProperties: index === undefined ? false : named(index.type) }),
    };
  }

  /** `object` and `{}` stand for any object. */
  function isOpen(type) {
    return checker.getPropertiesOfType(type).length === 0 && checker.getIndexInfosOfType(type).length === 0;
  }

  function schemaOfProperty(property) {
    const written = property.declarations?.map((declaration) => declaration.type?.getText())[0];
    const known = NAMED.get(written);
    if (known !== undefined) {
      definitions[written] = known;
      return { $ref: `#/definitions/${written}` };
    }
    const type = checker.getTypeOfSymbol(property);
    const parts = type.isUnion() ? type.types.filter((part) => !(part.flags & ts.TypeFlags.Undefined)) : [type];
    if (type.flags & ts.TypeFlags.Undefined || parts.length === 0 || type.flags & ts.TypeFlags.Never)
      return { not: {} };
    return named(type.isUnion() && type.aliasSymbol === undefined ? checker.getNonNullableType(type) : type);
  }
}
