// Runs the built action again and again in one process: starting Node and reading the bundle is most of the time of a
// run. Each run gets its own copy of the bundle, its own environment and its own output; only what is bound to the
// process itself (signals, being killed, the real exit) is tested elsewhere.
import { Buffer } from 'node:buffer';
import process from 'node:process';

const write = process.stdout.write.bind(process.stdout);
let runs = 0;

class Ended extends Error {}

async function perform({ dist, env }) {
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, env);
  process.exitCode = undefined;
  const chunks = [];
  const keep = (chunk, encoding, done) => {
    chunks.push(
      typeof chunk === 'string' ? Buffer.from(chunk, typeof encoding === 'string' ? encoding : 'utf8') : chunk
    );
    const called = typeof encoding === 'function' ? encoding : done;
    if (called) process.nextTick(called);
    return true;
  };
  process.stdout.write = keep;
  process.stderr.write = keep;
  const exit = process.exit;
  const ended = new Promise((resolve) => {
    process.exit = (code) => {
      if (code !== undefined) process.exitCode = code;
      resolve();
      throw new Ended();
    };
  });
  try {
    runs += 1;
    await Promise.race([import(`${dist}?run=${runs}`), ended]);
  } catch (error) {
    if (!(error instanceof Ended)) {
      chunks.push(Buffer.from(String(error.stack)));
      process.exitCode = 1;
    }
  } finally {
    process.exit = exit;
    process.stdout.write = write;
  }
  return { exitCode: Number(process.exitCode ?? 0), log: Buffer.concat(chunks).toString('utf8') };
}

process.on('uncaughtException', (error) => {
  if (!(error instanceof Ended)) throw error;
});
process.on('unhandledRejection', (error) => {
  if (!(error instanceof Ended)) throw error;
});
process.on('message', async (job) => process.send(await perform(job)));
process.on('disconnect', () => process.exit(0));
