export { demo, estates, partial, quarter } from './estates/index.js';
export type { Estate, EstateException, EstateStory, Label, LabelVerdict } from './estates/index.js';
export { startSandbox } from './server.js';
export type { Sandbox, SandboxOptions } from './server.js';
export type { RequestRecord } from './answer.js';
export type { WorldPlan } from './services/backup/world.js';
export type { WorldRecorder } from './services/config/world.js';
export type { Fault, WorldAccount } from './world/place.js';
export type { World, WorldScope } from './world/world.js';
