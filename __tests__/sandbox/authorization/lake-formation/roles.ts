/** Services that roles trust. */
export const trusting = { lakeFormation: 'lakeformation.amazonaws.com' };

/** What Lake Formation's role for the table buckets may at least do. */
export const managed = ['s3tables:ListTableBuckets', 's3tables:GetTableBucket'];
