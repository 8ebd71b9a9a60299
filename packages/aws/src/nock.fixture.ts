import { afterAll } from '@jest/globals';
import nock from 'nock';

// nock answers in place of Node's own agents. A proxy or certificate authorities of the machine that runs the tests would
// bring others.
for (const name of ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'AWS_CA_BUNDLE']) {
  Reflect.deleteProperty(process.env, name);
}

// nock replaces functions of Node's own `http`, which all suites of one worker share. What a suite leaves replaced, the
// sockets of the next go through, and nobody hears the error of a request that is given up while it connects.
afterAll(() => {
  nock.restore();
});

export default nock;
