/** The ARN of a bucket, which names neither its account nor its Region. Empty for a bucket without a name. */
export function bucketArn(partition: string, name: string): string {
  return name === '' ? '' : `arn:${partition}:s3:::${name}`;
}
