import { afterAll } from '@jest/globals';
import nock from 'nock';

// nock replaces functions of Node's own `http`, which all suites of one worker share. What a suite leaves replaced, the
// sockets of the next go through, and nobody hears the error of a request that is given up while it connects.
afterAll(() => {
  nock.restore();
});

export default nock;
