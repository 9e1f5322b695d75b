// For Stryker a reporter: names what nothing has noticed yet, while the run goes on.
import { isMissed, lineOf } from './say-results.mjs';

const naming = () => ({
  onMutantTested(mutant) {
    if (isMissed(mutant)) console.log(lineOf(mutant));
  },
});

export const strykerPlugins = [{ kind: 'Reporter', name: 'name-missed', factory: naming }];
