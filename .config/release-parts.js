// The packages that a bundle is made of: their notices and its bill of materials.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Contrib, Enums, Models, Serialize, Spec } from '@cyclonedx/cyclonedx-library';

/** The packages that a bundle has code of, sorted by folder: their manifests and folders. */
export async function packagesIn({ outputs }, root) {
  const used = Object.values(outputs).flatMap(({ inputs }) =>
    Object.keys(inputs).filter((path) => inputs[path].bytesInOutput > 0),
  );
  const folders = new Set(
    used.flatMap((path) => /^(?:.*node_modules\/(?:@[^/]+\/)?|\w+\/)[^/]+/.exec(path)?.[0] ?? []),
  );
  return Promise.all(
    [...folders].sort().map(async (folder) => {
      const manifest = JSON.parse(await readFile(join(root, folder, 'package.json'), 'utf8'));
      return { folder: join(root, folder), manifest };
    }),
  );
}

/** The licenses and notices of all packages that are not ours, as each brings them. */
export async function noticesOf(packages) {
  const others = packages.filter(({ folder }) => folder.includes('node_modules'));
  const notices = await Promise.all(
    others.map(async ({ folder, manifest: { name, version, license } }) => {
      const files = (await readdir(folder)).filter((file) => /^(licen[cs]e|notice|copying)/i.test(file)).sort();
      const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
      return [`${name} ${version}, ${license}`, ...texts.map((text) => text.trim())].join('\n\n');
    }),
  );
  return `${notices.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

/** The packages as CycloneDX 1.6 in JSON. The same packages give the same bytes: it has no time and no serial number. */
export function billOfMaterials(version, packages) {
  const { Builders, Factories } = Contrib.FromNodePackageJson;
  const licenses = new Contrib.License.Factories.LicenseFactory();
  const builder = new Builders.ComponentBuilder(new Factories.ExternalReferenceFactory(), licenses);
  const componentOf = (manifest, type) => {
    const component = builder.makeComponent(manifest, type);
    component.purl = `pkg:npm/${manifest.name.replace('@', '%40')}@${manifest.version}`;
    component.bomRef.value = component.purl;
    return component;
  };

  const bom = new Models.Bom();
  bom.metadata.component = componentOf(
    { name: 'backproof', version, license: 'Apache-2.0' },
    Enums.ComponentType.Application,
  );
  bom.metadata.component.bomRef.value = 'backproof';
  for (const { manifest } of packages) bom.components.add(componentOf(manifest));
  const normalize = new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6);
  return new Serialize.JsonSerializer(normalize).serialize(bom, { sortLists: true, space: 2 });
}
