export { canBeCut, halvesOf } from '../../src/cli/batch/pieces.ts';
export { main } from '../../src/cli/main.ts';
export { inputFormats } from '../../src/input/source/registry.ts';
export { methodIds } from '../../src/methods/registry.ts';
export { formatIds } from '../../src/render/registry.ts';
