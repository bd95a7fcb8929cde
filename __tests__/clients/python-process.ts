import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { python } from '../support/python.js';

/** The directory of the scripts. */
export const folder = fileURLToPath(new URL('.', import.meta.url));

/** What is not the same for every Python. */
export interface PythonOptions {
  /** The secret access key. Default: the sandbox's. */
  readonly secret?: string;
  /** Which Python. Default: the one with boto3 and the AWS CLI. */
  readonly python?: string | undefined;
  /** Where it looks for modules besides the script's directory. */
  readonly modules?: string;
  /** The home directory. Default: that of the tests. */
  readonly home?: string;
}

/**
 * Starts Python in the scripts' directory, with no AWS settings but those that lead to the sandbox; without `sandboxUrl`
 * none lead anywhere, and there are only credentials.
 */
export function startPython(
  args: readonly string[],
  sandboxUrl: string | undefined,
  options: PythonOptions = {}
): ChildProcessWithoutNullStreams {
  const own = Object.entries(process.env).filter(([name]) => !/^(AWS_|PYTHON|.*_proxy$)/i.test(name));
  return spawn(options.python ?? python() ?? 'python3', args, {
    cwd: folder,
    env: {
      ...Object.fromEntries(own),
      ...(sandboxUrl !== undefined && { AWS_ENDPOINT_URL: sandboxUrl }),
      AWS_ACCESS_KEY_ID: 'sandbox',
      AWS_SECRET_ACCESS_KEY: options.secret ?? 'sandbox',
      AWS_DEFAULT_REGION: 'us-east-1',
      AWS_CONFIG_FILE: '/nonexistent',
      AWS_SHARED_CREDENTIALS_FILE: '/nonexistent',
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_PAGER: '',
      PYTHONDONTWRITEBYTECODE: '1',
      PYTHONUTF8: '1',
      ...(options.modules !== undefined && { PYTHONPATH: options.modules }),
      ...(options.home !== undefined && { HOME: options.home })
    }
  });
}

/** What a process left behind. */
export interface Finished {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Waits until a process has ended. */
export function finish(child: ChildProcessWithoutNullStreams): Promise<Finished> {
  const text = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (part: string) => (text[stream] += part));
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, ...text }));
  });
}
