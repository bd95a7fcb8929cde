/** Where a service of AWS is reached. */
export interface Endpoint {
  /** `https://s3tables.us-east-1.amazonaws.com`; no slash at the end. */
  readonly url: string;
  /**
   * `usual`: what every client finds by the region. `variant`: AWS's for FIPS or dual-stack. `own`: what the environment
   * (`AWS_ENDPOINT_URL`, also per service) or the shared configuration names.
   */
  readonly kind: 'usual' | 'variant' | 'own';
}

/** Where the services are reached that an Iceberg client of an environment talks to. */
export interface Endpoints {
  readonly s3tables: Endpoint;
  readonly s3: Endpoint;
}

/**
 * The Iceberg REST endpoint of S3 Tables.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-tables-integrating-open-source.html
 */
export const icebergRestUri = ({ url }: Endpoint): string => `${url}/iceberg`;
