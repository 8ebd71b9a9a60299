#!/usr/bin/env node
// An older Node fails on the syntax of a dependency or lacks a function, at a place that says nothing of the cause.
const OLDEST = [20, 19];
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
  process.stderr.write(`backproof: needs Node ${OLDEST.join('.')} or later; this is Node ${process.versions.node}.\n`);
  process.exitCode = 2;
} else {
  const { endProcess, main } = await import('../dist/main.js');
  process.exitCode = await main(process.argv.slice(2));
  await endProcess();
}
