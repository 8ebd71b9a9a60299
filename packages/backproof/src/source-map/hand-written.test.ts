import { describe, expect, it } from '@jest/globals';
import { ConfigError, placeText } from '../config/config-error.js';
import { parseYaml } from '../config/yaml-source.js';
import { handWrittenDefinitions } from './hand-written.js';

const read = (text: string) => handWrittenDefinitions(parseYaml('map.yaml', text));

function faultsOf(text: string): readonly string[] {
  try {
    read(text);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.faults.map(({ place, message }) => `${placeText(place)} ${message}`);
  }
}

describe('a source map that people wrote', () => {
  it('names resources by ARN or by tags, and lines', () => {
    expect(read('- { arn: "arn:a", file: infra/rds.tf, line: 12 }\n- { tags: { app: shop }, file: shop.tf }')).toEqual([
      { defines: { arn: 'arn:a' }, place: { file: 'infra/rds.tf', line: 12 } },
      { defines: { tags: { app: 'shop' } }, place: { file: 'shop.tf', line: 1 } },
    ]);
  });

  it.each<[string, string, readonly string[]]>([
    [
      'fields and values',
      '- arn: a\n  file: x\n- { tagz: {}, file: x, line: 0 }',
      [
        'map.yaml:1:3 "0.arn" must match pattern "^arn:"',
        'map.yaml:3:5 "1.tagz" is not known. Did you mean "tags"?',
        'map.yaml:3:24 "1.line" must be >= 1',
      ],
    ],
    [
      'what is named twice or not at all',
      '- { file: x }\n- { arn: "arn:a", tags: { a: b }, file: x }',
      ['map.yaml:1:3 "0" must have either arn or tags', 'map.yaml:2:3 "1" must have either arn or tags'],
    ],
    [
      'paths out of the repository',
      ['/etc/x', '../x', 'a/../../x', '"a\\\\x"'].map((file) => `- { arn: "arn:a", file: ${file} }`).join('\n'),
      ['/etc/x', '../x', 'a/../../x', 'a\\x'].map(
        (file, index) =>
          `map.yaml:${index + 1}:19 "${file}" is not a path within the repository. Write one such as infra/rds.tf`,
      ),
    ],
  ])('may not have wrong %s', (_, text, expected) => {
    expect(faultsOf(text)).toEqual(expected);
  });
});
