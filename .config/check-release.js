// Fails unless every changeset has become a version and an entry of the changelogs.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const textOf = (...path) => readFileSync(join(ROOT, ...path), 'utf8');

const changesets = readdirSync(join(ROOT, '.changeset')).filter((name) => name.endsWith('.md'));
const faults = changesets.map((name) => `.changeset/${name} has no version yet: npm run version`);
for (const group of ['packages', 'rules', 'reports']) {
  for (const name of readdirSync(join(ROOT, group))) {
    const manifest = JSON.parse(textOf(group, name, 'package.json'));
    const changelog = join(group, name, 'CHANGELOG.md');
    if (manifest.private) continue;
    if (!existsSync(join(ROOT, changelog)) || !textOf(changelog).includes(`\n## ${manifest.version}\n`)) {
      faults.push(`${changelog} has no entry for ${manifest.version}`);
    }
  }
}
for (const fault of faults) process.stderr.write(`${fault}\n`);
process.exitCode = faults.length === 0 ? 0 : 1;
