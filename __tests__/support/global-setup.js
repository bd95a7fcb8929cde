import process from 'node:process';
import { installNode24 } from './install-node24.js';
import { installPython } from './install-python.js';

/**
 * Before all tests: finds what they need beside the project's own modules, for `node24()`, `python()` and
 * `readersPython()`. With `CI` set it must all be there; elsewhere the tests of what is missing are left out, and this
 * says so.
 */
export default function setUp() {
  provide('NODE24', installNode24(), 'Node 24', 'the bundle is tested with the Node of this machine only');
  provide(
    'CLIENTS_PYTHON',
    installPython('python', 'clients'),
    'Python with boto3',
    'AWS CLI and boto3 are not tested'
  );
  const readers = installPython('readers', 'readers');
  provide('READERS_PYTHON', readers, 'Python with PyIceberg', 'other readers of Iceberg are not tested');
}

function provide(variable, path, what, otherwise) {
  process.env[variable] = path;
  if (path !== '') return;
  if (process.env.CI) throw new Error(`${what} could not be installed, and the tests need it.`);
  process.stderr.write(`${what} is not there: ${otherwise}.\n`);
}
