import type { SourcePlace } from './definition.js';

/** A block of Terraform's that defines a resource: `resource "aws_db_instance" "orders" {`. */
export interface TerraformBlock {
  readonly type: string;
  readonly name: string;
  readonly place: SourcePlace;
}

const BLOCK = /^\s*resource\s+"([^"]+)"\s+"([^"]+)"/;

/** The blocks of a file, each on the line that it begins on. */
export function terraformBlocks(file: string, text: string): readonly TerraformBlock[] {
  return text.split('\n').flatMap((line, index) => {
    const [, type, name] = BLOCK.exec(line) ?? [];
    return type === undefined || name === undefined ? [] : [{ type, name, place: { file, line: index + 1 } }];
  });
}

/**
 * Finds the block of a resource: of the root module in its own folder, of another module in the folders below it. A state does not say where a module is, so if several have such a block, none is used.
 */
export function blockFinder(
  blocks: readonly TerraformBlock[],
  rootFolder: string,
): (type: string, name: string, module: string | undefined) => SourcePlace | undefined {
  const prefix = rootFolder === '' ? '' : `${rootFolder}/`;
  const isInRoot = ({ place }: TerraformBlock): boolean =>
    place.file.startsWith(prefix) && !place.file.slice(prefix.length).includes('/');
  return (type, name, module) => {
    const found = blocks.filter(
      (block) => block.type === type && block.name === name && isInRoot(block) === (module === undefined),
    );
    return found.length === 1 ? found[0]?.place : undefined;
  };
}
