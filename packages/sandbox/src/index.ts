export { demo, estates, partial, quarter } from './estates/index.js';
export type { Estate, EstateException, EstateStory, Label, LabelVerdict } from './estates/index.js';
export { startSandbox } from './server.js';
export type { Sandbox, SandboxOptions } from './server.js';
export type { RequestRecord } from './services/answer.js';
export type { Fault, World, WorldAccount, WorldPlan, WorldRecorder, WorldScope } from './world/world.js';
