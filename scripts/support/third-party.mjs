// What the bundle carries of others, with the licence of each.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

const FOLDER = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//;

export async function thirdPartyNotices(files) {
  const folders = [...new Set(files.flatMap(file => FOLDER.exec(file.replaceAll('\\', '/'))?.[1] ?? []))].sort();
  const notices = await Promise.all(folders.map(notice));
  return `# Third-party packages in the bundle\n\n${notices.join('\n')}`;
}

async function notice(folder) {
  const { name, version, license } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
  const file = (await readdir(folder)).find(each => /^licen[cs]e/i.test(each));
  const text = file ? (await readFile(path.join(folder, file), 'utf8')).trim() : 'no licence file in the package';
  return `## ${name} ${version} (${license})\n\n\`\`\`text\n${text}\n\`\`\`\n`;
}
