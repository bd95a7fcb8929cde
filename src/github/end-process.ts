/**
 * Ends the process with the exit code that is set, once all that was printed is out: on a pipe it may still be on its way.
 * Without this an open connection, such as one to a proxy that never answers, would keep a run that has told its end.
 */
export async function endProcess(): Promise<void> {
  await Promise.all([process.stdout, process.stderr].map(flushed));
  process.exit();
}

/** A reader that has gone away takes nothing any more, and is not waited for. */
function flushed(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    stream.once('error', () => resolve());
    stream.write('', () => resolve());
  });
}
