// What the bundle carries of others: their licences, and the bill of materials.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

const FOLDER = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//;

/** The packages that these files belong to, each with its manifest, the text of its licence and the digest of npm's lock. */
export async function packagesOf(files) {
  const { packages } = JSON.parse(await readFile('package-lock.json', 'utf8'));
  const folders = [...new Set(files.flatMap(file => FOLDER.exec(file.replaceAll('\\', '/'))?.[1] ?? []))].sort();
  return Promise.all(
    folders.map(async folder => {
      const { name, version, license } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
      const file = (await readdir(folder)).find(each => /^licen[cs]e/i.test(each));
      const text = file ? (await readFile(path.join(folder, file), 'utf8')).trim() : 'no licence file in the package';
      const locked = packages[path.relative('.', folder).replaceAll('\\', '/')];
      if (locked?.version !== version) throw new Error(`${folder}: another version than that of package-lock.json`);
      return { name, version, license, text, integrity: locked.integrity };
    }),
  );
}

export const thirdPartyNotices = packages =>
  `# Third-party packages in the bundle\n\n${packages.map(notice).join('\n')}`;

const notice = ({ name, version, license, text }) =>
  `## ${name} ${version} (${license})\n\n\`\`\`text\n${text}\n\`\`\`\n`;

/** CycloneDX 1.6, without a day or a random number: the same sources give the same bytes. */
export function billOfMaterials(manifest, packages) {
  const own = { type: 'application', ...identity(manifest) };
  const components = packages.map(({ integrity, ...of }) => ({
    type: 'library',
    ...identity(of),
    hashes: [digestOf(integrity)],
  }));
  const bill = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: own },
    components,
    dependencies: [{ ref: own['bom-ref'], dependsOn: components.map(each => each['bom-ref']) }],
  };
  return `${JSON.stringify(bill, null, 2)}\n`;
}

function identity({ name, version, license }) {
  const purl = `pkg:npm/${name.replace(/^@/, '%40')}@${version}`;
  const licenses = [/\s/.test(license) ? { expression: license } : { license: { id: license } }];
  return { 'bom-ref': purl, name, version, licenses, purl };
}

/** npm writes a digest in base 64, a bill of materials in hexadecimal digits. */
function digestOf(integrity) {
  const [, base64] = /^sha512-([\w+/=]+)$/.exec(integrity) ?? [];
  if (!base64) throw new Error(`no digest by SHA-512: ${integrity}`);
  return { alg: 'SHA-512', content: Buffer.from(base64, 'base64').toString('hex') };
}
