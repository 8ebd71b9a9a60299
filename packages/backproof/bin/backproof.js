#!/usr/bin/env node
import { endProcess, main } from '../dist/main.js';

process.exitCode = await main(process.argv.slice(2));
await endProcess();
