// What publint and arethetypeswrong say of a packed tarball.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
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
