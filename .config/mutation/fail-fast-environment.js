import NodeEnvironment from '@stryker-mutator/jest-runner/jest-env/node';

/** Where a test has failed, those after it in its file are skipped: one is enough to notice a mutant. */
export default class FailFastEnvironment extends NodeEnvironment {
  #failed = false;

  handleTestEvent({ name, test }) {
    if (name === 'test_fn_failure') this.#failed = true;
    if (name === 'test_start' && this.#failed) test.mode = 'skip';
  }
}
