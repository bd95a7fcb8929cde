/** A group of regions that share ARNs and accounts: the world, GovCloud, China, the European Sovereign Cloud. */
export interface Partition {
  readonly name: string;
  /** What the names of its hosts end in. */
  readonly dnsSuffix: string;
  /** The region that IAM's calls are signed for. */
  readonly globalRegion: string;
  readonly regions: readonly string[];
}

/** The partitions and regions of AWS, as of November 2026. */
export const partitions: readonly Partition[] = [
  {
    name: 'aws',
    dnsSuffix: 'amazonaws.com',
    globalRegion: 'us-east-1',
    // prettier-ignore
    regions: [
      'af-south-1', 'ap-east-1', 'ap-east-2', 'ap-northeast-1', 'ap-northeast-2', 'ap-northeast-3',
      'ap-south-1', 'ap-south-2', 'ap-southeast-1', 'ap-southeast-2', 'ap-southeast-3', 'ap-southeast-4',
      'ap-southeast-5', 'ap-southeast-6', 'ap-southeast-7', 'ca-central-1', 'ca-west-1', 'eu-central-1',
      'eu-central-2', 'eu-north-1', 'eu-south-1', 'eu-south-2', 'eu-west-1', 'eu-west-2', 'eu-west-3',
      'il-central-1', 'me-central-1', 'me-south-1', 'me-west-1', 'mx-central-1', 'sa-east-1', 'sa-west-1',
      'us-east-1', 'us-east-2', 'us-west-1', 'us-west-2'
    ]
  },
  {
    name: 'aws-us-gov',
    dnsSuffix: 'amazonaws.com',
    globalRegion: 'us-gov-west-1',
    regions: ['us-gov-east-1', 'us-gov-west-1']
  },
  {
    name: 'aws-cn',
    dnsSuffix: 'amazonaws.com.cn',
    globalRegion: 'cn-north-1',
    regions: ['cn-north-1', 'cn-northwest-1']
  },
  {
    name: 'aws-eusc',
    dnsSuffix: 'amazonaws.eu',
    globalRegion: 'eusc-de-east-1',
    regions: ['eusc-de-east-1']
  }
];

/** The partition that a region belongs to, or nothing if AWS has no such region. */
export function partitionOf(region: string): Partition | undefined {
  return partitions.find((partition) => partition.regions.includes(region));
}

/** The partition of that name, or nothing if AWS has none. */
export function partitionNamed(name: string): Partition | undefined {
  return partitions.find((partition) => partition.name === name);
}
