// Lets Microsoft's SARIF multitool, with GitHub's rules, look at the reports of the demo estate. It is a program of 100 MB
// that CI does without; it is installed into a folder of its own, and it ends with 0 whatever it finds.
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const HOME = join(ROOT, 'node_modules/.cache/sarif-multitool');
const VERSION = '5.7.0';
const PLATFORMS = { linux: 'linux', darwin: 'darwin', win32: 'win32' };

const folder = mkdtempSync(join(tmpdir(), 'backproof-sarif-'));
try {
  const reports = ['full', 'github'].map(writeReport);
  const output = join(folder, 'faults.sarif');
  const args = ['validate', ...reports, '--rule-kind', 'Sarif;Ghas', '--output', output];
  execFileSync(multitool(), args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' },
  });
  const [run] = JSON.parse(readFileSync(output, 'utf8').replace(/^\ufeff/, '')).runs;
  const faults = run.results.filter(({ level = 'warning' }) => level === 'error');
  for (const { ruleId, message } of faults) console.error(`${ruleId}: ${JSON.stringify(message)}`);
  console.log(`SARIF multitool ${VERSION}: ${reports.length} reports, ${faults.length} errors`);
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}

function writeReport(profile) {
  const report = join(folder, `${profile}.sarif`);
  const command = join(ROOT, 'packages/backproof/bin/backproof.js');
  const options = ['--report', `sarif=${report}`, '--report-option', `sarif.profile=${profile}`];
  try {
    execFileSync(process.execPath, [command, 'scan', '--sandbox', ...options], { stdio: 'ignore' });
  } catch {
    // The estate has violations, so the command fails; whether it wrote the report is what counts.
  }
  if (!existsSync(report)) throw new Error(`the scan wrote no report of the profile ${profile}`);
  return report;
}

/** The path of the program, which is fetched once. */
function multitool() {
  const platform = PLATFORMS[process.platform];
  if (platform === undefined) throw new Error(`there is no SARIF multitool for ${process.platform}`);
  const name = `@microsoft/sarif-multitool-${platform}`;
  const program = join(HOME, 'node_modules', name, platform === 'win32' ? 'Sarif.Multitool.exe' : 'Sarif.Multitool');
  if (!existsSync(program)) {
    mkdirSync(HOME, { recursive: true });
    writeFileSync(join(HOME, 'package.json'), '{}');
    const install = ['install', '--ignore-scripts', '--no-audit', '--no-fund', `${name}@${VERSION}`];
    execFileSync('npm', install, { cwd: HOME, stdio: ['ignore', 'ignore', 'inherit'] });
    chmodSync(program, 0o755);
  }
  return program;
}
