import { describe, expect, it } from '@jest/globals';
import { QueryShapeSerializer } from '@aws-sdk/core/protocols';
import { DescribeInstancesRequest$ } from '@aws-sdk/client-ec2';
import { DescribeDBInstancesMessage$ } from '@aws-sdk/client-rds';
import { NormalizedSchema } from '@smithy/core/schema';
import fc from 'fast-check';
import { ec2Form, queryForm, readStructure } from './form.js';

const timestampFormat = { useTrait: true, default: 5 } as const;
const querySettings = { timestampFormat, serializeEmptyLists: true };
const ec2Settings = { timestampFormat, capitalizeKeys: true, flattenLists: true, ec2: true };

const filter = fc.record({ Name: fc.string(), Values: fc.array(fc.string(), { minLength: 1 }) });
const filters = fc.array(filter, { minLength: 1 });

describe('readStructure undoes what the SDK writes', () => {
  it.each([
    {
      dialect: 'AWS Query',
      form: queryForm,
      settings: querySettings,
      schema: DescribeDBInstancesMessage$,
      input: fc.record({ DBInstanceIdentifier: fc.string(), Filters: filters, MaxRecords: fc.integer() }),
    },
    {
      dialect: 'EC2 Query',
      form: ec2Form,
      settings: ec2Settings,
      schema: DescribeInstancesRequest$,
      input: fc.record({
        InstanceIds: fc.array(fc.string(), { minLength: 1 }),
        Filters: filters,
        DryRun: fc.boolean(),
      }),
    },
  ])('$dialect', ({ form, settings, schema, input }) => {
    fc.assert(
      fc.property(input, (value) => {
        const serializer = new QueryShapeSerializer(settings);
        serializer.write(schema, value);
        const fields = new Map(new URLSearchParams(String(serializer.flush())));
        expect(readStructure(NormalizedSchema.of(schema), fields, form)).toEqual(value);
      }),
    );
  });

  it('keeps an empty list that was sent', () => {
    const structure = NormalizedSchema.of(DescribeDBInstancesMessage$);
    expect(readStructure(structure, new Map([['Filters', '']]), queryForm)).toEqual({ Filters: [] });
  });

  it('passes over fields that the structure does not have', () => {
    const structure = NormalizedSchema.of(DescribeDBInstancesMessage$);
    expect(readStructure(structure, new Map([['__proto__.x', '1']]), queryForm)).toEqual({});
  });
});
