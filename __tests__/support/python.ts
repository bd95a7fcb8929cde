/** A Python with boto3 and the AWS CLI, or `undefined` where it cannot be had. Found before all tests. */
export function python(): string | undefined {
  return process.env.CLIENTS_PYTHON || undefined;
}

/** A Python with PyIceberg, DuckDB and fastavro, or `undefined` where it cannot be had. Found before all tests. */
export function readersPython(): string | undefined {
  return process.env.READERS_PYTHON || undefined;
}
