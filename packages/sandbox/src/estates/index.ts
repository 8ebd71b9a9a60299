import { china } from './china/index.js';
import { demo } from './demo/index.js';
import type { Estate } from './estate.js';
import { field } from './field/index.js';
import { native } from './native/index.js';
import { org } from './org/index.js';
import { partial } from './partial/index.js';
import { quarter } from './quarter/index.js';
import { remembered } from './remembered/index.js';
import { types } from './types/index.js';
import { vaults } from './vaults/index.js';

export type { Estate, EstateException, EstateStory, Label, LabelVerdict } from './estate.js';
export { demo, partial, quarter };

/** The estates of the sandbox, by name. */
export const estates: ReadonlyMap<string, Estate> = new Map(
  [demo, partial, org, china, remembered, native, field, quarter, types, vaults].map((estate) => [estate.name, estate]),
);
