/**
 * The regions in which the integration can use IAM access control; in all others it needs Lake Formation
 * (https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-tables-integration-overview.html, November 2026).
 */
const IAM_MODE_REGIONS = new Set([
  ...[
    'us-east-1',
    'us-east-2',
    'us-west-1',
    'us-west-2',
    'ca-central-1',
    'ca-west-1',
    'mx-central-1',
    'sa-east-1'
  ],
  ...['af-south-1', 'il-central-1'],
  ...['ap-east-1', 'ap-east-2', 'ap-south-1', 'ap-south-2'],
  ...['ap-northeast-1', 'ap-northeast-2', 'ap-northeast-3'],
  ...['ap-southeast-1', 'ap-southeast-2', 'ap-southeast-3', 'ap-southeast-4'],
  ...['ap-southeast-5', 'ap-southeast-6', 'ap-southeast-7'],
  ...['eu-central-1', 'eu-central-2', 'eu-north-1', 'eu-south-1', 'eu-south-2'],
  ...['eu-west-1', 'eu-west-2', 'eu-west-3']
]);

/** Whether `analytics-integration: enable` can use IAM access control in the region. */
export function hasIamMode(region: string): boolean {
  return IAM_MODE_REGIONS.has(region);
}
