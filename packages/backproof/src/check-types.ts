import { isPackTypeName } from '@backproof/core';
import type { Inventory, PackType, PackTypeName } from '@backproof/core';

/** An inventory has resources of a type that no loaded pack declares: no rule of that pack would judge them. */
export class UnknownTypeError extends Error {
  override readonly name = 'UnknownTypeError';

  constructor(type: PackTypeName) {
    super(
      `the inventory has resources of type ${type}, which no loaded pack declares. Name a configuration that lists the pack: --config FILE`,
    );
  }
}

/** @throws UnknownTypeError if an inventory has resources of a type of a pack that is not among these */
export function checkTypes({ resources }: Pick<Inventory, 'resources'>, types: readonly PackType[]): void {
  const declared = new Set<string>(types.map(({ name }) => name));
  for (const { type } of resources) {
    if (isPackTypeName(type) && !declared.has(type)) throw new UnknownTypeError(type);
  }
}
