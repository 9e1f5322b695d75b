// What publint and arethetypeswrong say of a packed tarball, and CycloneDX of its bill of materials.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';

/** A package of modules alone: what asks for CommonJS is told so by Node. */
const MEANT = ['CJSResolvesToESM'];

export async function publishes(tarball) {
  const bytes = await readFile(tarball);
  const { messages, pkg } = await publint({ pack: { tarball: bytes.buffer }, strict: true });
  assert.deepEqual(
    messages.map(message => formatMessage(message, pkg)),
    [],
  );
  const { types, problems } = await checkPackage(createPackageFromTarballData(bytes));
  assert.equal(types.kind, 'included');
  assert.deepEqual(
    problems.filter(({ kind }) => !MEANT.includes(kind)),
    [],
  );
}

/** The bill of materials is one, and names what the notices of licences do. */
export async function hasBill(installed) {
  const read = name => readFile(path.join(installed, 'dist', name), 'utf8');
  const [bill, notices] = await Promise.all(['sbom.cdx.json', 'THIRD-PARTY.md'].map(read));
  assert.equal(await new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(bill), null);
  const { components } = JSON.parse(bill);
  assert.deepEqual(
    components.map(({ name, version }) => `${name} ${version}`),
    [...notices.matchAll(/^## (\S+ \S+) \(/gm)].map(([, each]) => each),
  );
  return `${components.length} packages`;
}
