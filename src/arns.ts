/** Where in AWS something is. */
export interface Site {
  /** `aws`, `aws-cn` */
  readonly partition: string;
  readonly region: string;
  /** 12 digits. */
  readonly accountId: string;
}

/** The ARN of a table bucket; `*`: of all there are, also later. It can be told from the name alone. */
export function bucketArnOf({ partition, region, accountId }: Site, name: string): string {
  return `arn:${partition}:s3tables:${region}:${accountId}:bucket/${name}`;
}

/** The ARN of a Glue database of the account's default catalog; `*`: of all. */
export function databaseArnOf({ partition, region, accountId }: Site, name: string): string {
  return `arn:${partition}:glue:${region}:${accountId}:database/${name}`;
}
