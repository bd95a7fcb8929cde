import { parseArgs } from 'node:util';
import { partitions } from './sigv4/regions.js';
import { startSandbox, type SandboxOptions } from './server.js';

/** A command line that cannot be followed; the message says why. */
class BadOption extends Error {}

function readOptions(args: string[]): SandboxOptions {
  const { values } = parseCommandLine(args);
  const { account, region } = values;
  notYet('--enforce', values.enforce, 'none');
  notYet('--principals', values.principals, 'any');
  if (!/^\d{12}$/.test(account)) throw new BadOption(`--account takes 12 digits, not '${account}'.`);
  if (!partitions.some(({ regions }) => regions.includes(region))) {
    throw new BadOption(`--region takes a region of AWS, such as us-east-1, not '${region}'.`);
  }
  const port = wholeNumber('--port', values.port, 65_535);
  return { port, account, region, latency: wholeNumber('--latency', values.latency, 3_600_000) };
}

/** `parseArgs` with its TypeErrors made into ours. */
function parseCommandLine(args: string[]): ReturnType<typeof parseOptions> {
  try {
    return parseOptions(args);
  } catch (error) {
    if (error instanceof TypeError) throw new BadOption(error.message);
    throw error;
  }
}

function parseOptions(args: string[]) {
  return parseArgs({
    args,
    options: {
      port: { type: 'string', default: '4566' },
      account: { type: 'string', default: '123456789012' },
      region: { type: 'string', default: 'us-east-1' },
      latency: { type: 'string', default: '0' },
      enforce: { type: 'string', default: 'none' },
      principals: { type: 'string', default: 'any' }
    }
  });
}

function wholeNumber(option: string, text: string, most: number): number {
  if (/^\d+$/.test(text) && Number(text) <= most) return Number(text);
  throw new BadOption(`${option} takes a whole number from 0 to ${most}, not '${text}'.`);
}

function notYet(option: string, value: string, only: string): void {
  if (value !== only) throw new BadOption(`${option} ${value} is not there yet; only '${only}' is.`);
}

async function main(): Promise<void> {
  const sandbox = await startSandbox(readOptions(process.argv.slice(2)));
  process.stdout.write(`sandbox listening on ${sandbox.url}\n`);
  const stop = (): void => void sandbox.close().then(() => process.exit(0));
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

try {
  await main();
} catch (error) {
  const said = error instanceof BadOption || (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
  process.stderr.write(`sandbox: ${said ? (error as Error).message : String((error as Error).stack)}\n`);
  process.exit(1);
}
