/** A part of AWS with accounts, IAM and host names of its own. */
export interface Partition {
  /** As in ARNs: `aws-cn`. */
  readonly id: string;
  /** What the names of its regions are like. */
  readonly regions: RegExp;
  /** What its host names end in. */
  readonly domain: string;
  /** The same of its dual-stack endpoints. */
  readonly dualStackDomain: string;
  /** The region that IAM, which is one for all regions, is signed for. */
  readonly homeOfIam: string;
}

const COMMERCIAL: Partition = {
  id: 'aws',
  regions: /^(?:us|eu|ap|sa|ca|me|af|il|mx)-\w+-\d+$/,
  domain: 'amazonaws.com',
  dualStackDomain: 'api.aws',
  homeOfIam: 'us-east-1'
};

/**
 * All partitions, as botocore's `partitions.json` and IAM's rules for endpoints have them (November 2026). The names of
 * service principals (`glue.amazonaws.com`) are the same in all of them, as the AWS CDK has found out; so is the audience
 * of an OIDC token, but for China.
 */
const PARTITIONS: readonly Partition[] = [
  COMMERCIAL,
  {
    id: 'aws-cn',
    regions: /^cn-\w+-\d+$/,
    domain: 'amazonaws.com.cn',
    dualStackDomain: 'api.amazonwebservices.com.cn',
    homeOfIam: 'cn-north-1'
  },
  {
    id: 'aws-us-gov',
    regions: /^us-gov-\w+-\d+$/,
    domain: 'amazonaws.com',
    dualStackDomain: 'api.aws',
    homeOfIam: 'us-gov-west-1'
  },
  {
    id: 'aws-eusc',
    regions: /^eusc-\w+-\w+-\d+$/,
    domain: 'amazonaws.eu',
    dualStackDomain: 'api.amazonwebservices.eu',
    homeOfIam: 'eusc-de-east-1'
  },
  {
    id: 'aws-iso',
    regions: /^us-iso-\w+-\d+$/,
    domain: 'c2s.ic.gov',
    dualStackDomain: 'api.aws.ic.gov',
    homeOfIam: 'us-iso-east-1'
  },
  {
    id: 'aws-iso-b',
    regions: /^us-isob-\w+-\d+$/,
    domain: 'sc2s.sgov.gov',
    dualStackDomain: 'api.aws.scloud',
    homeOfIam: 'us-isob-east-1'
  },
  {
    id: 'aws-iso-e',
    regions: /^eu-isoe-\w+-\d+$/,
    domain: 'cloud.adc-e.uk',
    dualStackDomain: 'api.cloud-aws.adc-e.uk',
    homeOfIam: 'eu-isoe-west-1'
  },
  {
    id: 'aws-iso-f',
    regions: /^us-isof-\w+-\d+$/,
    domain: 'csp.hci.ic.gov',
    dualStackDomain: 'api.aws.hci.ic.gov',
    homeOfIam: 'us-isof-south-1'
  }
];

/** The partition that a region belongs to, by its name; a name that nobody knows is taken for one of `aws`. */
export function partitionOf(region: string): Partition {
  return PARTITIONS.find(({ regions }) => regions.test(region)) ?? COMMERCIAL;
}

/** Whether a host name is one of AWS. */
export function isAwsHost(host: string | undefined): boolean {
  const domains = PARTITIONS.flatMap(({ domain, dualStackDomain }) => [domain, dualStackDomain]);
  return domains.some((domain) => host?.endsWith(`.${domain}`) === true);
}
